/** What deciders of a study need, each need with what they said of it and the causes users have named behind it. */
import type { LocalText } from "../language";
import type { NamedItem } from "../questionnaire/bank/brief";
import { textTo } from "../questionnaire/by-measure";
import { type Evidence, read } from "./evidence";
import { type Counted, needTree } from "./need-tree";

export type KnownNeed = {
  need: string;
  name: LocalText;
  /** Deciders who rank it among their problems. */
  deciders: Counted;
  /** In the words of deciders whose gravest problem it is, newest first. */
  said: string[];
  /** Named by users of the same companies, most named first. */
  causes: NamedItem[];
};

const most = 6;
const longest = 160;
const tellingMeasures = ["anchor.problem-text", "decider.problem"] as const;

/**
 * The needs that deciders rank, most deciders first, at most six texts each of at most 160 characters. `other` are
 * the words of deciders who ranked none of them; a text stands once. Source of counts and causes: `needTree`.
 */
export function knownNeeds(evidence: readonly Evidence[]): { needs: KnownNeed[]; other: string[] } {
  const branches = needTree(evidence);
  const byNeed = new Map<string, string[]>(branches.map(({ need }) => [need, []]));
  const other: string[] = [];
  const told = new Set<string>();
  for (const one of evidence.filter(({ role }) => role === "decider").toReversed()) {
    const ranked = read(one, "anchor.problems");
    const own = (Array.isArray(ranked) && byNeed.get(String(ranked[0]))) || other;
    for (const key of tellingMeasures) {
      const text = textTo(one.compiled, one.answers, key)?.slice(0, longest);
      if (!text || told.has(text) || own.length >= most) continue;
      told.add(text);
      own.push(text);
    }
  }
  const needs = branches.map(({ need, name, deciders, causes }) => ({
    ...{ need, name, deciders, said: byNeed.get(need) ?? [] },
    causes: causes.map(({ value, name: cause }) => ({ id: value, name: cause })),
  }));
  return { needs, other };
}
