/**
 * Early ends of a questionnaire: who meets the condition after its page is asked nothing more. They are kept as
 * `endings: [{after, if}]` and mean that every later page is hidden while the condition holds.
 */
import type { Compiling } from "./compile-context";
import type { Expression } from "./compiled";
import { both } from "./conditions";
import { isObject, listOf } from "./draft-tree";

type Ending = { after: string; condition: string };

const endingsOf = (draft: unknown): Ending[] =>
  listOf(isObject(draft) ? draft.endings : undefined).flatMap((ending) =>
    isObject(ending) && typeof ending.after === "string" && typeof ending.if === "string" && ending.if.trim()
      ? [{ after: ending.after, condition: ending.if }]
      : [],
  );

const namesOf = (pages: readonly unknown[]) =>
  pages.map((page) => (isObject(page) && typeof page.name === "string" ? page.name : ""));

/**
 * What must not hold for each page to be shown, in the order of the pages; undefined where nothing ends
 * before it. Endings behind a page that is not there are refused.
 */
export function compileEndings(json: unknown, run: Compiling): (Expression | undefined)[] {
  const pages = namesOf(listOf(isObject(json) ? json.pages : undefined));
  const shown: (Expression | undefined)[] = pages.map(() => undefined);
  listOf(isObject(json) ? json.endings : undefined).forEach((ending, at) => {
    const path = `endings[${at}]`;
    const after = isObject(ending) ? pages.indexOf(String(ending.after)) : -1;
    if (!isObject(ending) || after < 0) {
      run.refuse("unknown-page", path, { name: isObject(ending) ? String(ending.after ?? "") : "" });
      return;
    }
    const ends = run.condition(ending, "if", path);
    if (!ends) return;
    for (let page = after + 1; page < pages.length; page++)
      shown[page] = both(shown[page], { op: "unary", name: "negate", of: ends });
  });
  return shown;
}

/** The JSON with its endings written into the pages' own conditions, for SurveyJS, which does not know them. */
export function withEndings(json: unknown): unknown {
  const endings = endingsOf(json);
  if (endings.length === 0 || !isObject(json)) return json;
  const pages = listOf(json.pages);
  const names = namesOf(pages);
  return {
    ...json,
    pages: pages.map((page, at) => {
      const before = endings.filter(({ after }) => names.includes(after) && names.indexOf(after) < at);
      if (!isObject(page) || before.length === 0) return page;
      const own = typeof page.visibleIf === "string" && page.visibleIf.trim() ? [`(${page.visibleIf})`] : [];
      return {
        ...page,
        visibleIf: [...own, ...before.map(({ condition }) => `!(${condition})`)].join(" and "),
      };
    }),
  };
}
