import { pageTitle } from "~/i18n/page-title";
import { refusedWords } from "./refused-words";

type Seen = Parameters<typeof pageTitle>[0] & { data?: unknown; error?: unknown };

/** The document's title, or why there is nothing to see; and that respondents' pages are nothing for search engines. */
export function titled(seen: Seen) {
  const { title } = (seen.data ?? {}) as { title?: string };
  const named = seen.error
    ? pageTitle(seen, (words) => [refusedWords(seen.error, words("respond").refused).title])
    : [{ title: title ?? "Trivista" }];
  return [...named, { name: "robots", content: "noindex" }];
}
