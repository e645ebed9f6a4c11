/**
 * The tests behind the insights, done once more from the bare answers in the plainest way there is: every sign and every
 * draw written out, quantiles by adding up densities. Shares nothing with the engine but the answers.
 */
import type { PlantedAnswer } from "./planted";

type Grid = Record<string, number | string>;
export type Row = (number | null)[];

/** Park and Miller's generator: another one than the engine's. */
export function lehmer(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

export const average = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;

/** Everybody's answers, company after company in the order in which they came. */
export function byCompany(answers: readonly PlantedAnswer[]): PlantedAnswer[][] {
  const names = [...new Set(answers.map(({ company }) => company.name))];
  return names.map((name) => answers.filter(({ company }) => company.name === name));
}

export const meanOf = (
  people: readonly PlantedAnswer[],
  role: string,
  of: (one: PlantedAnswer) => number | null,
) => {
  const given = people.filter((one) => one.role === role).flatMap((one) => of(one) ?? []);
  return given.length > 0 ? average(given) : null;
};

const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

/** A row an item: each company's deciders less its users; ratings first, whether they would choose us last. */
export function gapRows(answers: readonly PlantedAnswer[], items: readonly string[]): Row[] {
  const companies = byCompany(answers);
  const row = (of: (one: PlantedAnswer) => number | null) =>
    companies.map((people) => minus(meanOf(people, "decider", of), meanOf(people, "user", of)));
  const rating = (measure: "anchor.importance" | "anchor.satisfaction", item: string) =>
    row(({ given }) => {
      const cell = (given[measure] as Grid | undefined)?.[item];
      return typeof cell === "number" ? cell : null;
    });
  return [
    ...(["anchor.importance", "anchor.satisfaction"] as const).flatMap((measure) =>
      items.map((item) => rating(measure, item)),
    ),
    row(({ given }) => (given["anchor.choice"] ? Number(given["anchor.choice"] === "us") : null)),
  ];
}

export const squaresAbout = (of: readonly number[], centre: number) =>
  of.reduce((sum, one) => sum + (one - centre) ** 2, 0);

/** The chance that the largest |t| of all items is as large, were companies drawn with what they differ from the mean. */
export function chanceByDrawing(rows: readonly Row[], item: number, draws: number, seed: number): number {
  const last = rows.length - 1;
  const known = (row: Row) => row.filter((one) => one !== null);
  const variance = (row: Row) => squaresAbout(known(row), average(known(row))) / (known(row).length - 1);
  const usual = average(rows.slice(0, last).map(variance));
  const t = (values: readonly number[], at: number) => {
    const df = values.length - 1;
    const own = squaresAbout(values, average(values)) / df;
    const spread = at === last ? Math.max(own, 0.05) : Math.max((df * own + 30 * usual) / (df + 30), 1 / 6);
    return Math.abs(average(values)) / Math.sqrt(spread / values.length);
  };
  const seen = t(known(rows[item]!), item);
  const apart = rows.map((row) => {
    const [centre, n] = [average(known(row)), known(row).length];
    return row.map((one) => (one === null ? null : (one - centre) * Math.sqrt(n / (n - 1))));
  });
  const next = lehmer(seed);
  let over = 0;
  for (let draw = 0; draw < draws; draw++) {
    const places = rows[0]!.map(() => next(rows[0]!.length));
    if (
      apart.some(
        (row, at) =>
          t(
            places.flatMap((place) => row[place] ?? []),
            at,
          ) >= seen,
      )
    )
      over++;
  }
  return over / draws;
}

/** A row a rival: each company's requesters choosing it, less those choosing us. */
export const leadRows = (answers: readonly PlantedAnswer[], rivals: readonly string[]): Row[] =>
  rivals.map((rival) =>
    byCompany(answers).map((people) =>
      meanOf(people, "requester", ({ given }) => {
        const choice = given["anchor.choice"];
        return choice ? Number(choice === rival) - Number(choice === "us") : null;
      }),
    ),
  );

/** The mid-p that the largest |t| is as large, over every way to sign the companies. */
export function chanceOverAllSigns(rows: readonly Row[], item: number): number {
  const own = rows.map((row) => row.flatMap((one, place) => (one === null ? [] : [[place, one] as const])));
  const t = (row: readonly (readonly [number, number])[], signs: number) => {
    const values = row.map(([place, one]) => (signs & (1 << place) ? -one : one));
    const spread = Math.max(squaresAbout(values, average(values)) / (values.length - 1), 0.05);
    return Math.abs(average(values)) / Math.sqrt(spread / values.length);
  };
  const seen = t(own[item]!, 0);
  const ways = 2 ** rows[0]!.length;
  let over = 0;
  for (let signs = 0; signs < ways; signs++) {
    const largest = Math.max(...own.map((row) => t(row, signs)));
    if (largest > seen + 1e-9) over += 1;
    else if (largest > seen - 1e-9) over += 0.5;
  }
  return over / ways;
}

/** Student's t at 97.5 %, by adding up the density in narrow strips. */
export function studentT(df: number): number {
  const density = (x: number) => (1 + (x * x) / df) ** (-(df + 1) / 2);
  const width = 1e-4;
  let half = 0;
  for (let x = width / 2; x < 4000; x += x < 60 ? width : 0.05) half += density(x) * (x < 60 ? width : 0.05);
  let [at, sum] = [0, 0];
  while (sum < 0.95 * half) {
    sum += density(at + width / 2) * width;
    at += width;
  }
  return at;
}

/** The shares that a score test at 5 % would not refuse, looked for step by step; colleagues alike as they are found to be. */
export function pmfRange(answers: readonly PlantedAnswer[]): { share: number; low: number; high: number } {
  const groups = byCompany(answers)
    .map((people) =>
      people
        .filter(({ role }) => role === "user")
        .map(({ given }) => Number(given["pmf.disappointment"] === "very")),
    )
    .filter((group) => group.length > 0);
  const all = groups.flat();
  const [n, k, share] = [all.length, groups.length, average(all)];
  const between =
    groups.reduce((sum, group) => sum + group.length * (average(group) - share) ** 2, 0) / (k - 1);
  const within = groups.reduce((sum, group) => sum + squaresAbout(group, average(group)), 0) / (n - k);
  const size = groups.reduce((sum, group) => sum + group.length ** 2, 0) / n;
  const alike = Math.max(0, (between - within) / (between + ((n - size) / (k - 1) - 1) * within));
  const effective = n / (1 + (size - 1) * alike);
  const t = studentT(Math.min(effective, k) - 1);
  const kept = Array.from({ length: 99_999 }, (_, index) => (index + 1) / 100_000).filter(
    (truth) => Math.abs(share - truth) <= t * Math.sqrt((truth * (1 - truth)) / effective),
  );
  return { share, low: kept[0]!, high: kept.at(-1)! };
}
