/** A filter or a crosstab of a study that somebody wants to come back to: a name for the end of an address. */

/** Pages whose address says what they show. */
export const viewPages = [
  "results",
  "pmf",
  "chain",
  "responses",
  "crosstab",
  "needs",
  "insights",
  "analysis",
  "by-role",
  "users",
  "claims",
  "report",
] as const;
export type ViewPage = (typeof viewPages)[number];

export const viewLimit = 50;
const longestName = 60;
const longestSearch = 2000;

export type ViewProblem = "missing" | "too-long" | "full";
export type SavedView = { name: string; page: ViewPage; search: string };

/** Reads the form that saves a view; null for a page that has none, or an address that no page wrote. */
export function readView(form: {
  get(name: string): unknown;
}): { ok: true; view: SavedView } | { ok: false; problem: ViewProblem } | null {
  const [name, page, search] = ["name", "page", "search"].map((field) =>
    String(form.get(field) ?? "").trim(),
  );
  const known = viewPages.find((one) => one === page);
  if (!known || search === undefined || search.length > longestSearch || !/^(\?.*)?$/s.test(search))
    return null;
  if (!name) return { ok: false, problem: "missing" };
  if (name.length > longestName) return { ok: false, problem: "too-long" };
  return { ok: true, view: { name, page: known, search } };
}

/** Pages whose address is not their name. */
const addresses: Partial<Record<ViewPage, string>> = {
  crosstab: "results/crosstab",
  analysis: "competitors/analysis",
  "by-role": "competitors/by-role",
  users: "competitors/users",
  claims: "competitors/claims",
};

/** Where a view leads: a page under the study's address. */
export const viewAddress = (study: string, { page, search }: Pick<SavedView, "page" | "search">): string =>
  `${study}/${addresses[page] ?? page}${search}`;
