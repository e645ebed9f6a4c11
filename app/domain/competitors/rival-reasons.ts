/** Why people chose a competitor's product or decided against it, tied to it by what they name and what they answered. */
import type { ChainRole } from "../chain/role";
import type { MeasureKey } from "../questionnaire/measures";
import { clusterOf, type Evidence, isRecord, read } from "../report/evidence";
import type { ByRole } from "../report/tallies";
import { levelOf } from "./rival-level";

export type Quote = { id: string; role: ChainRole; company: string | null; text: string };
/** `named`: the words call the product; `answered`: they call no product, and the other answers point to this one. */
export type Reason = Quote & { tiedBy: "named" | "answered" };
export type ReasonCount = { n: number; companies: number };
export type Reasons = {
  chosen: Reason[];
  rejected: Reason[];
  byRole: ByRole<{ chosen: ReasonCount; rejected: ReasonCount }>;
};

type Named = { key: string; name: string };

const quoteOf = (one: Evidence, measure: MeasureKey): Quote[] => {
  const text = read(one, measure);
  return typeof text === "string" && text.trim() !== ""
    ? [{ id: one.id, role: one.role, company: one.companyName, text: text.trim() }]
    : [];
};

/** What was written to an open question, in the order in which it came in. */
export const quotesOf = (evidence: readonly Evidence[], measure: MeasureKey): Quote[] =>
  evidence.flatMap((one) => quoteOf(one, measure));

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** How Chinese names begin that are not called by their beginning: 企业微信 is no 企业. */
const commonBeginnings = new Set(["企业", "中国", "公司", "智能", "在线"]);

/**
 * The words by which a product may be called: its name, each word of it that is no single letter, and the first two
 * characters of a longer Chinese one (云帆 for 云帆人事).
 */
function callsOf(name: string): string[] {
  const words = plain(name).split(/[\s/()·,，、]+/u);
  const beginnings = words.flatMap(
    (word) => /^\p{Script=Han}{2}(?=\p{Script=Han}{2})/u.exec(word)?.[0] ?? [],
  );
  return [plain(name), ...words, ...beginnings.filter((word) => !commonBeginnings.has(word))].filter(
    (word) => [...word].length > 1,
  );
}

/** Which side of the choice somebody stands on, and whether their answers tie them to the product at all. */
function sideOf(one: Evidence, vendor: string): { side: "chosen" | "rejected"; tied: boolean } {
  const choice = read(one, "anchor.choice");
  const level = levelOf(one, vendor);
  const compared = read(one, "requester.compared");
  const considered = isRecord(compared) && typeof compared[vendor] === "number";
  const undecided = choice === null || choice === "dont-know";
  if (choice === vendor || (undecided && level === "using")) return { side: "chosen", tied: true };
  return { side: "rejected", tied: level === "tried" || level === "using" || considered };
}

/**
 * The reasons that are about one of `vendors` (ours among them). Somebody chose it who would choose it today, or uses it
 * and has not decided; everybody else decided against it. Words that call the product are about it; words that call
 * no product at all are about every product that the person would choose, uses, has tried or has compared.
 */
export function rivalReasons(
  evidence: readonly Evidence[],
  vendor: string,
  vendors: readonly Named[],
): Reasons {
  const all = vendors.map(({ key, name }) => ({ key, words: callsOf(name) }));
  // What two products are called alike tells neither.
  const calls = all.map(({ key, words }) => ({
    key,
    words: words.filter((word) => !all.some((other) => other.key !== key && other.words.includes(word))),
  }));
  const found: Record<"chosen" | "rejected", { reason: Reason; cluster: string }[]> = {
    chosen: [],
    rejected: [],
  };
  for (const one of evidence)
    for (const quote of quoteOf(one, "competitor.reasons")) {
      const text = plain(quote.text);
      const called = calls.filter(({ words }) => words.some((word) => text.includes(word)));
      const { side, tied } = sideOf(one, vendor);
      const named = called.some(({ key }) => key === vendor);
      if (!named && (called.length > 0 || !tied)) continue;
      const reason: Reason = { ...quote, tiedBy: named ? "named" : "answered" };
      found[side].push({ reason, cluster: clusterOf(one) });
    }
  const byRole: Reasons["byRole"] = {};
  for (const role of new Set([...found.chosen, ...found.rejected].map(({ reason }) => reason.role))) {
    const countOf = (side: "chosen" | "rejected"): ReasonCount => {
      const own = found[side].filter(({ reason }) => reason.role === role);
      return { n: own.length, companies: new Set(own.map(({ cluster }) => cluster)).size };
    };
    byRole[role] = { chosen: countOf("chosen"), rejected: countOf("rejected") };
  }
  return {
    chosen: found.chosen.map(({ reason }) => reason),
    rejected: found.rejected.map(({ reason }) => reason),
    byRole,
  };
}
