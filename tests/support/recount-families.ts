/**
 * More of the tests behind the insights, done once more in the plainest way: a gap in a part of the companies, causes that go
 * with needs, and two roles that see a thing alike. Densities are added up strip by strip, companies drawn one by one.
 */

import { total, tQuantile } from "./recount";
import { average, lehmer, type Row, squaresAbout } from "./recount-tests";

/** What is left of a density beyond `from`, of all of it. */
function beyond(density: (x: number) => number, from: number): number {
  const strip = 1e-3;
  let [left, all] = [0, 0];
  for (let x = strip / 2; x < 60; x += strip) all += density(x) * strip;
  for (let x = from + strip / 2; x < 60; x += strip) left += density(x) * strip;
  for (let x = 60.025; x < 4000; x += 0.05) {
    all += density(x) * 0.05;
    left += density(x) * 0.05;
  }
  return left / all;
}
/** Both tails of Student's t. */
export const beyondT = (t: number, df: number) =>
  beyond((x) => (1 + (x * x) / df) ** (-(df + 1) / 2), Math.abs(t));
/** One tail of the normal. */
export const beyondZ = (z: number) => {
  const tail = beyond((x) => Math.exp((-x * x) / 2), Math.abs(z)) / 2;
  return z < 0 ? 1 - tail : tail;
};

const known = (row: Row) => row.filter((one) => one !== null);

/** A question with a number a company, and the smallest variance that is taken for it. */
export type Series = { row: Row; floor: number };
/** As gaps are looked at: ratings first, whether they would choose us last. */
export const asGaps = (rows: readonly Row[]): Series[] =>
  rows.map((row, at) => ({ row, floor: at === rows.length - 1 ? 0.05 : 1 / 6 }));

const varianceOf = (of: readonly number[]) => squaresAbout(of, average(of)) / (of.length - 1);

/** Each spread is drawn to what is usual among the questions of its kind: two degrees of freedom for each other one, up to thirty. */
function spreadsOf(series: readonly Series[]) {
  const usual = series.map(({ floor }) => {
    const alike = series.filter((one) => one.floor === floor).map(({ row }) => known(row));
    const told = alike.filter(({ length }) => length > 1);
    return { spread: average(told.map(varianceOf)), df: Math.min(30, 2 * (told.length - 1)) };
  });
  return (at: number, own: number, df: number) =>
    Math.max((df * own + usual[at]!.df * usual[at]!.spread) / (df + usual[at]!.df), series[at]!.floor);
}

type Sides = [inside: number[], outside: number[]];
const bySide = (row: Row, members: ReadonlySet<number>): Sides => {
  const sides: Sides = [[], []];
  row.forEach((one, place) => {
    if (one !== null) sides[members.has(place) ? 0 : 1].push(one);
  });
  return sides;
};
const within = ([inside, outside]: Sides) =>
  squaresAbout(inside, average(inside)) + (outside.length > 0 ? squaresAbout(outside, average(outside)) : 0);
const freedom = ([inside, outside]: Sides) => inside.length + outside.length - (outside.length > 0 ? 2 : 1);

/**
 * A gap in a segment: the chance that any item in any segment shows as much when nobody's gap depends on anything, the same of
 * the item over all companies, and the chance that this segment, of them all, differs so much from the rest by luck.
 */
export function chancesInSegment(
  series: readonly Series[],
  segments: readonly (readonly number[])[],
  at: { item: number; segment: number },
  draws: number,
  seed: number,
): { inSegment: number; apart: number; interval: [number, number]; mean: number } {
  const spread = spreadsOf(series);
  const t = (row: number, sides: Sides) => {
    const df = freedom(sides);
    return average(sides[0]) / Math.sqrt(spread(row, within(sides) / df, df) / sides[0].length);
  };
  const looks = series.flatMap(({ row }, item) =>
    segments.flatMap((places, segment) => {
      const members = new Set(places);
      const sides = bySide(row, members);
      if (sides[0].length < 5 || sides[1].length === 1) return [];
      const whole = Math.sqrt((sides[0].length + sides[1].length) / freedom(sides));
      const centres = sides.map((side) => (side.length > 0 ? average(side) : 0));
      const residuals = row.map((one, place) =>
        one === null ? null : whole * (one - centres[members.has(place) ? 0 : 1]!),
      );
      return [{ item, segment, members, sides, residuals }];
    }),
  );
  const found = looks.find((one) => one.item === at.item && one.segment === at.segment)!;
  const seen = Math.abs(t(at.item, found.sides));
  const next = lehmer(seed);
  let over = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = series[0]!.row.map((_, __, all) => next(all.length));
    const reached = looks.some(({ item, members, residuals }) => {
      const sides = bySide(
        drawn.map((place) => residuals[place]!),
        members,
      );
      return sides[0].length > 1 && sides[1].length !== 1 && Math.abs(t(item, sides)) >= seen;
    });
    if (reached) over++;
  }
  const [df, own] = [freedom(found.sides), within(found.sides) / freedom(found.sides)];
  const { floor } = series[at.item]!;
  const [inside, outside] = found.sides;
  const variance = Math.max(own, floor);
  const difference =
    (average(inside) - average(outside)) / Math.sqrt(variance * (1 / inside.length + 1 / outside.length));
  const half = tQuantile(0.975, df) * Math.sqrt(variance / inside.length);
  const alone = beyondT(seen, df) * (own <= floor ? looks.length : 1);
  return {
    inSegment: Math.max(over / draws, Math.min(1, alone)),
    apart: Math.min(1, segments.length * beyondT(difference, df)),
    interval: [average(inside) - half, average(inside) + half],
    mean: average(inside),
  };
}

/** The same of a question over all companies: how often the largest of all is as large, companies drawn anew. */
export function chanceOfMean(series: readonly Series[], at: number, draws: number, seed: number) {
  const spread = spreadsOf(series);
  const t = (of: number, values: readonly number[]) =>
    Math.abs(average(values)) / Math.sqrt(spread(of, varianceOf(values), values.length - 1) / values.length);
  const own = known(series[at]!.row);
  const seen = t(at, own);
  const looks = series.flatMap(({ row }, of) => {
    const values = known(row);
    if (values.length < 5) return [];
    const [centre, n] = [average(values), values.length];
    return [{ of, apart: row.map((one) => (one === null ? null : (one - centre) * Math.sqrt(n / (n - 1)))) }];
  });
  const next = lehmer(seed);
  let over = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = series[0]!.row.map((_, __, all) => next(all.length));
    const reached = looks.some(({ of, apart }) => {
      const values = drawn.flatMap((place) => apart[place] ?? []);
      return values.length > 1 && t(of, values) >= seen;
    });
    if (reached) over++;
  }
  const flat = varianceOf(own) <= series[at]!.floor;
  const alone = beyondT(seen, own.length - 1) * (flat ? looks.length : 1);
  return Math.max(over / draws, Math.min(1, alone));
}

/** How often the largest |t| is as large when each company's numbers turn their signs together. */
export function chanceBySigns(series: readonly Series[], at: number, draws: number, seed: number): number {
  const looks = series
    .map(({ row, floor }) => ({
      floor,
      own: row.flatMap((one, place) => (one === null ? [] : [{ one, place }])),
    }))
    .filter(({ own }) => own.length >= 5);
  const t = ({ own, floor }: (typeof looks)[number], signs: readonly number[]) => {
    const values = own.map(({ one, place }) => one * signs[place]!);
    return Math.abs(average(values)) / Math.sqrt(Math.max(varianceOf(values), floor) / values.length);
  };
  const none = series[0]!.row.map(() => 1);
  const { row, floor } = series[at]!;
  const seen = t({ floor, own: row.flatMap((one, place) => (one === null ? [] : [{ one, place }])) }, none);
  const next = lehmer(seed);
  let over = 0;
  for (let draw = 0; draw < draws; draw++) {
    const signs = none.map(() => (next(2) === 0 ? -1 : 1));
    const most = Math.max(...looks.map((one) => t(one, signs)));
    if (most > seen + 1e-9) over += 1;
    else if (most > seen - 1e-9) over += 0.5;
  }
  return over / draws;
}

/** The answer named most, against every other, company by company: the largest of the paired t tests. */
export function chanceOfLead(shares: readonly (readonly number[])[], winner: number): number {
  return Math.max(
    ...shares.flatMap((other, at) => {
      if (at === winner) return [];
      const leads = other.map((one, place) => shares[winner]![place]! - one);
      return beyondT(
        average(leads) / Math.sqrt(Math.max(varianceOf(leads), 0.05) / leads.length),
        leads.length - 1,
      );
    }),
  );
}

/** How often companies dealt to the groups anew show any group as far above the rest in any outcome. */
export function chanceByDealing(
  groups: readonly ReadonlySet<number>[],
  outcomes: readonly (readonly number[])[],
  at: { group: number; outcome: number },
  draws: number,
  seed: number,
): number {
  const n = outcomes[0]!.length;
  const variances = outcomes.map((own) => squaresAbout(own, average(own)) / (n - 1));
  const [usual, weight] = [average(variances), Math.min(30, 2 * (outcomes.length - 1))];
  const t = (own: readonly number[], members: ReadonlySet<number>) => {
    const sides = bySide([...own], members);
    const spread = Math.max(((n - 2) * (within(sides) / (n - 2)) + weight * usual) / (n - 2 + weight), 0.02);
    return (
      (average(sides[0]) - average(sides[1])) /
      Math.sqrt(spread * (1 / sides[0].length + 1 / sides[1].length))
    );
  };
  const looked = groups.filter(({ size }) => size >= 5 && n - size >= 5);
  const seen = t(outcomes[at.outcome]!, groups[at.group]!);
  const next = lehmer(seed);
  let over = 0;
  for (let draw = 0; draw < draws; draw++) {
    const order = outcomes[0]!.map((_, place) => place);
    for (let last = n - 1; last > 0; last--) {
      const other = next(last + 1);
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    // What is equal but for rounding is half of a find.
    let most = Number.NEGATIVE_INFINITY;
    for (const own of outcomes) {
      const dealt = order.map((place) => own[place]!);
      for (const members of looked) most = Math.max(most, t(dealt, members));
    }
    if (most > seen + 1e-9) over += 1;
    else if (most > seen - 1e-9) over += 0.5;
  }
  return over / draws;
}

/** Two roles' ratings of one thing, company by company: how sure it is that they lie together and rise together. */
export function chancesOfAgreement(pairs: readonly (readonly [number, number])[]) {
  const n = pairs.length;
  const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const gaps = pairs.map(([a, b]) => a - b);
  const error = Math.sqrt(squaresAbout(gaps, average(gaps)) / (n - 1) / n);
  const product = pairs.reduce((sum, [a, b]) => sum + (a - average(one)) * (b - average(other)), 0);
  const r = product / Math.sqrt(squaresAbout(one, average(one)) * squaresAbout(other, average(other)));
  // Fisher's z, written out.
  const z = (of: number) => 0.5 * Math.log((1 + of) / (1 - of));
  // Kurtosis over that of a normal distribution, where it is larger.
  const peaks = [one, other].map(
    (side) =>
      (n * total(side.map((x) => (x - average(side)) ** 4))) / (3 * squaresAbout(side, average(side)) ** 2),
  );
  const above = (least: number) => beyondZ((z(r) - z(least)) * Math.sqrt((n - 3) / Math.max(1, ...peaks)));
  const inside = beyondT((0.5 - Math.abs(average(gaps))) / error, n - 1) / 2;
  return {
    gap: average(gaps),
    error,
    r,
    some: Math.max(inside, above(0)),
    close: Math.max(inside, above(0.5)),
  };
}
