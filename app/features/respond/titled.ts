/** The document's title, and that respondents' pages are nothing for search engines. */
export const titled = (title: string | undefined) => [
  { title: title ?? "Trivista" },
  { name: "robots", content: "noindex" },
];
