/**
 * Early ends and jumps of a questionnaire. `endings: [{after, if, as, text}]`: who meets the condition after its page is
 * asked nothing more; `jumps: [{after, to, if}]`: the pages in between are left out. Both mean that later pages are
 * hidden while the condition holds. A quota (`as: "over-quota"`, `most`) hides nothing: whether its places are taken
 * is known only where answers come in.
 */
import type { LocalText } from "../language";
import type { Compiling } from "./compile-context";
import type { Answers, Compiled, End, Expression } from "./compiled";
import { both } from "./conditions";
import { isObject, type JsonObject, listOf } from "./draft-tree";
import { isTrue, type Variables } from "./evaluate";
import { readAmount } from "./json-value";

/** What becomes of a response that an ending closes; "complete" is an early end that counts like any other. */
const endKinds = ["screened-out", "over-quota", "complete"] as const;
export type EndKind = (typeof endKinds)[number];
/** Why a response was closed without being complete. */
export type ResponseEnd = Exclude<EndKind, "complete">;

/** What the person reads where the author wrote nothing; an early end that counts has the ordinary thanks. */
export const endTexts: Record<ResponseEnd, LocalText> = {
  "screened-out": {
    "zh-CN": "这次调研想了解另一些情况下的做法，后面的问题不适合您，就不占用您的时间了。",
    en: "This survey is about situations other than yours, so we will not take up more of your time.",
  },
  "over-quota": {
    "zh-CN": "与您情况相近的朋友已经有足够多的人答过了，这次就不再占用您的时间。",
    en: "Enough people in a situation like yours have already answered, so we will not take up more of your time.",
  },
};

/** Most complete responses a quota can wait for. */
export const mostOfQuota = 100_000;

/** The kind of an ending; one that says nothing screens out. */
export const endKindOf = (ending: JsonObject): EndKind =>
  endKinds.find((kind) => kind === ending.as) ?? "screened-out";

const namesOf = (pages: readonly unknown[]) =>
  pages.map((page) => (isObject(page) && typeof page.name === "string" ? page.name : ""));

/**
 * What must not hold for each page to be shown, in the order of the pages (undefined where nothing leads past it), and
 * the endings. Rules about a page that is not there, and jumps that do not lead forward, are refused.
 */
export function compileEndings(
  json: unknown,
  run: Compiling,
): { shown: (Expression | undefined)[]; ends: End[] } {
  const pages = namesOf(listOf(isObject(json) ? json.pages : undefined));
  const shown: (Expression | undefined)[] = pages.map(() => undefined);
  const hide = (from: number, before: number, when: Expression) => {
    for (let page = from; page < before; page++)
      shown[page] = both(shown[page], { op: "unary", name: "negate", of: when });
  };
  const read = (list: "endings" | "jumps", use: (given: JsonObject, after: number, path: string) => void) =>
    listOf(isObject(json) ? json[list] : undefined).forEach((given, at) => {
      const path = `${list}[${at}]`;
      const after = isObject(given) ? pages.indexOf(String(given.after)) : -1;
      if (isObject(given) && after >= 0) use(given, after, path);
      else run.refuse("unknown-page", path, { name: isObject(given) ? String(given.after ?? "") : "" });
    });
  const ends: End[] = [];
  read("endings", (ending, after, path) => {
    const when = run.condition(ending, "if", path);
    const as = endKindOf(ending);
    const most = readAmount(ending, "most");
    const text = run.text(ending, "text", path);
    if (as === "over-quota" && !(Number.isInteger(most) && Number(most) >= 0 && Number(most) <= mostOfQuota))
      run.refuse("bad-limit", `${path}.most`, { params: { minimum: 0, maximum: mostOfQuota } });
    if (!when) return;
    ends.push({
      ...{ after: pages[after] ?? "", if: when, as },
      ...(as === "over-quota" ? { most } : {}),
      ...(text ? { text } : {}),
    });
    if (as !== "over-quota") hide(after + 1, pages.length, when);
  });
  read("jumps", (jump, after, path) => {
    const to = pages.indexOf(String(jump.to));
    if (to <= after) return run.refuse("unknown-page", `${path}.to`, { name: String(jump.to ?? "") });
    const when = run.condition(jump, "if", path);
    if (when) hide(after + 1, to, when);
  });
  return { shown, ends };
}

/**
 * The ending that closes a response with these answers, or null when it ran its whole course. Of several the one behind
 * the earliest page counts. Quotas are left out: see `quotasAt`.
 */
export function endOf(compiled: Compiled, answers: Answers, variables: Variables): End | null {
  const order = compiled.pages.map(({ name }) => name);
  const held = (compiled.ends ?? []).filter(
    (end) => end.as !== "over-quota" && isTrue(end.if, { answers, variables }),
  );
  return held.toSorted((a, b) => order.indexOf(a.after) - order.indexOf(b.after))[0] ?? null;
}

/** The quotas a response with these answers falls under: those behind `page`, or all of them when it is null. */
export const quotasAt = (
  compiled: Compiled,
  page: string | null,
  answers: Answers,
  variables: Variables,
): End[] =>
  (compiled.ends ?? []).filter(
    (end) =>
      end.as === "over-quota" &&
      (page === null || end.after === page) &&
      isTrue(end.if, { answers, variables }),
  );

/**
 * What somebody reads whose response was closed with this outcome: the words of the ending that closed it
 * (`closedBy`, its place in `ends`), else of the screen-out these answers meet, else the usual ones.
 */
export function closingText(
  compiled: Compiled,
  closed: { outcome: ResponseEnd; closedBy: number | null; answers: Answers },
  variables: Variables,
): LocalText {
  const { outcome, closedBy, answers } = closed;
  const known = closedBy === null ? null : compiled.ends?.[closedBy];
  const end = known ?? (outcome === "screened-out" ? endOf(compiled, answers, variables) : null);
  return end?.text ?? endTexts[outcome];
}

/** The JSON with its endings and jumps written into the pages' own conditions, for SurveyJS, which does not know them. */
export function withEndings(json: unknown): unknown {
  if (!isObject(json)) return json;
  const pages = listOf(json.pages);
  const names = namesOf(pages);
  const ways = [...listOf(json.endings), ...listOf(json.jumps)].flatMap((way) => {
    if (!isObject(way) || typeof way.if !== "string" || way.if.trim() === "") return [];
    const after = names.indexOf(String(way.after));
    const to = way.to === undefined ? pages.length : names.indexOf(String(way.to));
    const waits = way.to === undefined && endKindOf(way) === "over-quota";
    return after < 0 || waits ? [] : [{ after, to, condition: way.if }];
  });
  if (ways.length === 0) return json;
  return {
    ...json,
    pages: pages.map((page, at) => {
      const past = ways.filter(({ after, to }) => after < at && at < to);
      if (!isObject(page) || past.length === 0) return page;
      const own = typeof page.visibleIf === "string" && page.visibleIf.trim() ? [`(${page.visibleIf})`] : [];
      return {
        ...page,
        visibleIf: [...own, ...past.map(({ condition }) => `!(${condition})`)].join(" and "),
      };
    }),
  };
}
