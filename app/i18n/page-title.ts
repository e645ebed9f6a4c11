/** Document titles: the page, what it belongs to, and the product. */
import { languageIn } from "./language-of";
import { type Feature, type Texts, textOf } from "./text";

/** What a route's `meta` is given; the root's data says which language the reader wants. */
type Seen = { matches: readonly { id: string; data?: unknown }[] };
type Words = <F extends Feature>(feature: F) => Texts<F>;

/** A route's `meta`: the names it gives, in the reader's language, then the product's. Missing names are left out. */
export function pageTitle({ matches }: Seen, namesOf: (words: Words) => readonly (string | undefined)[]) {
  const language = languageIn(matches.find(({ id }) => id === "root")?.data) ?? "en";
  const words: Words = (feature) => textOf(language, feature);
  return [{ title: [...namesOf(words), words("shell").product].filter(Boolean).join(" · ") }];
}
