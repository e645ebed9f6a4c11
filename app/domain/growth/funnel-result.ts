/** What the counts of a funnel say: where most is lost, what that costs, and who comes back. */
import { type Funnel, funnel } from "../market/funnel";
import { noValue, type Outcome } from "../outcome";
import type { FunnelCounts } from "./funnel-form";
import { type Share, shareOf } from "./share";

/** What one customer is worth: over a life when won, a year's margin when kept. */
export type CustomerWorth = { won: number; kept: number };

export type Leak = {
  /** Position of the step in which they are lost: 0 is from the first stage to the second. */
  step: number;
  /** One in ten of those lost there. */
  saved: number;
  /** How many of them would come to pay, or to the end where they pay already. */
  customers: number;
  /** Null when nobody knows what a customer is worth. */
  money: number | null;
};

export type FunnelResult = {
  /** Of each stage, over all that is looked at. */
  reached: number[];
  funnel: Outcome<Funnel>;
  /** The dearest first. */
  leaks: Leak[];
  /** To the step at which a customer pays, by channel, best first, and by period in order of time. */
  channels: { channel: string; paid: Share }[];
  periods: { period: string; paid: Share }[];
  /** Of those who came, sent by a customer; only where it was counted. */
  referred: Outcome<Share>;
};

/** One in ten of those lost is what a leak is priced by. */
export const savedShare = 0.1;

/**
 * Everything the funnel page says of the rows looked at. A leak is priced by what one in ten of those lost in a step would
 * bring if they went on like the others: × the rates behind it up to payment × a customer's lifetime value; after
 * payment up to the end × a year's margin. Steps are counted as typed; where a later one is larger there is no funnel.
 *
 * Source: rates and intervals: Wilson (1927); pricing: arithmetic, one in ten is our convention.
 */
export function funnelResult(
  rows: readonly FunnelCounts[],
  { steps, pays, worth }: { steps: readonly string[]; pays: number; worth: CustomerWorth | null },
): FunnelResult {
  const sum = (some: readonly FunnelCounts[]) =>
    steps.map((step) => some.reduce((total, { counts }) => total + (counts[step] ?? 0), 0));
  const reached = sum(rows);
  const counted = rows.filter(({ recovered }) => recovered !== null);
  const recovered =
    counted.length > 0 ? counted.reduce((total, one) => total + (one.recovered ?? 0), 0) : undefined;
  const drawn = rows.length > 0 ? funnel(reached, { recovered }) : noValue("no-data");
  const paidOf = (some: readonly FunnelCounts[]) => {
    const counts = sum(some);
    return shareOf(counts[pays] ?? 0, counts[0] ?? 0);
  };
  const by = (pick: (row: FunnelCounts) => string) =>
    [...new Set(rows.map(pick))].flatMap((name) => {
      const paid = paidOf(rows.filter((row) => pick(row) === name));
      return paid.ok ? [{ name, paid: paid.value }] : [];
    });
  const asked = rows.filter(({ referred }) => referred !== null);
  return {
    ...{ reached, funnel: drawn },
    leaks: drawn.ok ? leaksOf(drawn.value, pays, worth) : [],
    channels: by(({ channel }) => channel)
      .sort((a, b) => b.paid.share - a.paid.share)
      .map(({ name, paid }) => ({ channel: name, paid })),
    periods: by(({ period }) => period)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, paid }) => ({ period: name, paid })),
    referred: shareOf(
      asked.reduce((total, one) => total + (one.referred ?? 0), 0),
      sum(asked)[0] ?? 0,
    ),
  };
}

function leaksOf({ steps }: Funnel, pays: number, worth: CustomerWorth | null): Leak[] {
  return steps
    .map(({ lost }, step) => {
      const end = step < pays ? pays : steps.length;
      const onwards = steps
        .slice(step + 1, end)
        .reduce((product, { rate }) => product * (rate.ok ? rate.value : 0), 1);
      const customers = lost * savedShare * onwards;
      const each = worth && (step < pays ? worth.won : worth.kept);
      return { step, saved: lost * savedShare, customers, money: each === null ? null : customers * each };
    })
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => (b.money ?? b.customers) - (a.money ?? a.customers));
}
