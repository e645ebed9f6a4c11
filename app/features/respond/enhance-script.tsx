import { useNonce } from "~/components/nonce";
import { type PageData, pageDataId } from "./enhance/page-data";
import script from "./enhance/start.ts?worker&url";

/** Wording that the page shows already. */
const spoken = new Set([
  "title",
  "description",
  "text",
  "html",
  "placeholder",
  "unit",
  "low",
  "high",
  "yes",
  "no",
  "image",
]);
const unspoken = (page: PageData["page"]): unknown =>
  JSON.parse(JSON.stringify(page, (name, value: unknown) => (spoken.has(name) ? undefined : value)));

// No text inside may end the script element.
const written = (data: PageData): string =>
  JSON.stringify({ ...data, page: unspoken(data.page) }).replaceAll("<", "\\u003c");

/** What the script needs to know about this page. */
export function PageDataScript({ data }: { data: PageData }) {
  const json = { __html: written(data) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data, escaped above, and never run
  return <script id={pageDataId} type="application/json" dangerouslySetInnerHTML={json} />;
}

/** The script itself: one small file, loaded beside the page and never in its way. */
export function EnhanceScript() {
  return <script type="module" src={script} nonce={useNonce()} />;
}
