/** Kano pairs read together: one row a feature. */
import { kanoFong } from "../features/kano-fong";
import { type KanoCounts, kanoSummary } from "../features/kano-summary";
import { type KanoAnswer, type KanoCategory, kanoCategory } from "../features/kano-table";
import type { LocalText } from "../language";
import { kanoAnswers } from "../questionnaire/answer-options";
import type { Answer } from "../questionnaire/compiled";
import { type Asked, newest } from "./asked";
import { type ByRole, byRole, type GivenByRole } from "./tallies";

export type KanoFeature = {
  n: number;
  counts: KanoCounts;
  category: KanoCategory;
  /** Whether the category leads the next by more than chance (Fong). */
  certain: boolean;
  /** 0 … 1 and −1 … 0; null when all answers are reverse or questionable. */
  better: number | null;
  worse: number | null;
};
export type KanoRow = { feature: string; text: LocalText; byRole: ByRole<KanoFeature> };

const asKano = (answer: Answer | undefined): KanoAnswer | undefined =>
  kanoAnswers.find(({ value }) => value === answer)?.value;

function rowOf(present: GivenByRole, absent: GivenByRole): ByRole<KanoFeature> {
  return byRole(present, (own, role) => {
    const without = new Map(absent.get(role)?.map(({ one, answer }) => [one.id, answer]));
    const counts: KanoCounts = {};
    for (const { one, answer } of own) {
      const [functional, dysfunctional] = [asKano(answer), asKano(without.get(one.id))];
      if (!functional || !dysfunctional) continue;
      const category = kanoCategory(functional, dysfunctional);
      counts[category] = (counts[category] ?? 0) + 1;
    }
    const summary = kanoSummary(counts);
    if (!summary.ok) return null;
    const { n, category, better, worse } = summary.value;
    const fong = kanoFong(counts);
    return {
      n,
      counts,
      category,
      certain: fong.ok && fong.value.significant,
      better: better.ok ? better.value : null,
      worse: worse.ok ? worse.value : null,
    };
  });
}

/** A row a feature, in the order asked; only people who answered both questions of its pair count. */
export function kanoFeatures(members: readonly Asked[], nameOf: (feature: string) => LocalText): KanoRow[] {
  const half = (feature: string, measure: string): GivenByRole =>
    members.find((asked) => newest(asked).measure === measure && newest(asked).subject === feature)?.given ??
    new Map();
  const features = [...new Set(members.flatMap((asked) => newest(asked).subject ?? []))];
  return features.map((feature) => ({
    feature,
    text: nameOf(feature),
    byRole: rowOf(half(feature, "user.kano.functional"), half(feature, "user.kano.dysfunctional")),
  }));
}
