/** What the reasons in the lost pool say: where people left, why, and who of them came back. */
import { noValue, type Outcome } from "../outcome";
import { type FunnelResult, savedShare } from "./funnel-result";
import type { LostReason } from "./lost-form";
import { type Share, shareOf } from "./share";

export type LostGroup = {
  /** Key of the last step they reached. */
  step: string;
  reason: string;
  lost: number;
  /** Of all that have a reason. */
  share: Share;
  /** Of those lost for it, where somebody counted. */
  returned: Outcome<Share>;
  /** What one in ten of them would be worth if they went on like the others; null when nobody knows. */
  money: number | null;
};

export type LostPool = {
  /** Most people first. */
  groups: LostGroup[];
  /** Of each step that somebody left at, in order: those with a reason beside all that the funnel lost there. */
  steps: { step: string; lost: number; inFunnel: number | null }[];
  lost: number;
  /** Over all reasons. */
  returned: Outcome<Share>;
};

function returnedOf(rows: readonly LostReason[]): Outcome<Share> {
  const counted = rows.filter(({ returned }) => returned !== null);
  if (counted.length === 0) return noValue("no-data");
  const sum = (pick: (row: LostReason) => number) => counted.reduce((total, row) => total + pick(row), 0);
  return shareOf(
    sum(({ returned }) => returned ?? 0),
    sum(({ lost }) => lost),
  );
}

/**
 * The reasons looked at, by step and reason, with the share that came back. A reason is priced as its leak is: by what one
 * lost person of that step is worth. `steps` are the keys of the funnel, first to last.
 *
 * Source: intervals: Wilson (1927); pricing as in `funnelResult`.
 */
export function lostPool(
  rows: readonly LostReason[],
  steps: readonly string[],
  { funnel, leaks }: Pick<FunnelResult, "funnel" | "leaks">,
): LostPool {
  const all = rows.reduce((total, { lost }) => total + lost, 0);
  const groups = new Map<string, LostReason[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.step, row.reason]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const worthOf = (step: string): number | null => {
    const leak = leaks.find((one) => one.step === steps.indexOf(step));
    return leak && leak.money !== null && leak.saved > 0 ? leak.money / leak.saved : null;
  };
  return {
    groups: [...groups.values()]
      .flatMap((own): LostGroup[] => {
        const [{ step, reason }] = own as [LostReason];
        const lost = own.reduce((total, row) => total + row.lost, 0);
        const share = shareOf(lost, all);
        const worth = worthOf(step);
        if (!share.ok) return [];
        return [
          {
            ...{ step, reason, lost, share: share.value, returned: returnedOf(own) },
            money: worth === null ? null : lost * savedShare * worth,
          },
        ];
      })
      .sort((a, b) => b.lost - a.lost),
    steps: steps.flatMap((step, index) => {
      const lost = rows.reduce((total, row) => total + (row.step === step ? row.lost : 0), 0);
      const inFunnel = funnel.ok ? (funnel.value.steps[index]?.lost ?? null) : null;
      return lost > 0 ? [{ step, lost, inFunnel }] : [];
    }),
    ...{ lost: all, returned: returnedOf(rows) },
  };
}
