/** Counting anew from an exported CSV file, in words of its own: nothing of the product is used. */

export type CsvRow = Record<string, string>;

/** Fields of a CSV text, read by a rule of its own: quotes doubled inside quotes, commas and line ends outside. */
export function parseCsv(text: string): CsvRow[] {
  const lines: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const line = lines.at(-1)!;
    if (quoted && sign === '"' && text[at + 1] === '"') {
      line[line.length - 1] += '"';
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ",") line.push("");
    else if (!quoted && sign === "\n") lines.push([""]);
    else if (quoted || sign !== "\r") line[line.length - 1] += sign;
  }
  const [header = [], ...rows] = lines.filter((line) => line.length > 1);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])));
}

export const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
export const average = (numbers: readonly number[]) => total(numbers) / numbers.length;

/** Student's t, up to 40: the quantile by halving, its distribution by Simpson's rule over the density. */
export function tQuantile(p: number, df: number): number {
  const lnGamma = (x: number): number => {
    // Stirling's series, moved up to where it is exact enough.
    let [shift, at] = [0, x];
    while (at < 12) shift -= Math.log(at++);
    const r = 1 / (at * at);
    return (
      shift +
      (at - 0.5) * Math.log(at) -
      at +
      Math.log(2 * Math.PI) / 2 +
      (1 / 12 - (1 / 360 - r / 1260) * r) / at
    );
  };
  const scale = Math.exp(lnGamma((df + 1) / 2) - lnGamma(df / 2)) / Math.sqrt(df * Math.PI);
  const density = (t: number) => scale * (1 + (t * t) / df) ** (-(df + 1) / 2);
  const below = (t: number) => {
    const steps = 1000;
    const h = t / steps;
    let sum = density(0) + density(t);
    for (let at = 1; at < steps; at++) sum += (at % 2 ? 4 : 2) * density(at * h);
    return 0.5 + (sum * h) / 3;
  };
  let [low, high] = [0, 40];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

type Rated = readonly { company: string; value: number }[];
/** Ulwick's score: importance, and by how much it exceeds satisfaction, both as ten times the share of fours and fives. */
export function opportunityOf(importance: Rated = [], satisfaction: Rated = []) {
  const top = (given: Rated) => (10 * given.filter(({ value }) => value >= 4).length) / given.length;
  const [important, satisfied] = [top(importance), top(satisfaction)];
  return {
    value: important + Math.max(0, important - satisfied),
    n: Math.min(importance.length, satisfaction.length),
    companies: new Set(importance.map(({ company }) => company)).size,
  };
}

const byCompany = <T extends { company: string }>(given: readonly T[]) => {
  const groups = new Map<string, T[]>();
  for (const one of given) groups.set(one.company, [...(groups.get(one.company) ?? []), one]);
  return [...groups.values()];
};

/** Wilson's interval on n / design effect with t on one less, or one less than the companies: written from the methods page, not from the code. */
export function shareOf(given: readonly { company: string; yes: boolean }[]) {
  const n = given.length;
  const k = given.filter(({ yes }) => yes).length;
  const p = k / n;
  const groups = byCompany(given);
  const m = groups.length;
  const result = {
    n,
    k,
    share: p,
    companies: m,
    effective: n,
    even: m,
    interval: null as [number, number] | null,
  };
  if (n < 5 || m < 5) return result;
  const squares = total(groups.map((group) => group.length ** 2));
  let rho = 0;
  if (m < n) {
    const shares = groups.map((group) => group.filter(({ yes }) => yes).length / group.length);
    const between = total(groups.map((group, at) => group.length * (shares[at]! - p) ** 2)) / (m - 1);
    const within = total(groups.map((group, at) => group.length * shares[at]! * (1 - shares[at]!))) / (n - m);
    const size = (n - squares / n) / (m - 1);
    const spread = between + (size - 1) * within;
    rho = spread > 0 ? Math.max(0, (between - within) / spread) : 1;
  }
  const effective = n / (1 + (squares / n - 1) * rho);
  const t = tQuantile(0.975, Math.max(1, Math.min(effective, m) - 1));
  const middle = (p + t ** 2 / (2 * effective)) / (1 + t ** 2 / effective);
  const half =
    (t * Math.sqrt((p * (1 - p)) / effective + t ** 2 / (4 * effective ** 2))) / (1 + t ** 2 / effective);
  result.effective = effective;
  result.even = n ** 2 / squares;
  result.interval = [middle - half, middle + half];
  return result;
}

/** How many more answers, as alike within companies as now, would part the share from a line; looked for one by one. */
export function moreToPart(
  { share, n, effective, companies }: ReturnType<typeof shareOf>,
  line: number,
): number {
  for (let more = 0; ; more += 1) {
    const grown = ((n + more) * effective) / n;
    const apart = (share - line) ** 2 * grown;
    // Student's t is at least the normal's: what is under it needs no quantile.
    if (apart <= 1.9599 ** 2 * line * (1 - line)) continue;
    const free = Math.min(grown, ((n + more) * companies) / n) - 1;
    if (apart > tQuantile(0.975, Math.max(1, free)) ** 2 * line * (1 - line)) return more;
  }
}

/** Wilson's interval of k out of n, everybody alone. */
export function wilsonOf(k: number, n: number): [number, number] {
  const z = 1.959963984540054;
  const middle = (k + z ** 2 / 2) / (n + z ** 2);
  const half = (z * Math.sqrt((k * (n - k)) / n + z ** 2 / 4)) / (n + z ** 2);
  return [middle - half, middle + half];
}

/** A plain congruential generator: other draws than the product's. */
export function makeRandom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Groups drawn anew with replacement: where the middle 95 % of what is made of them lies, and how far it spreads. */
export function drawnEnds<T>(
  groups: readonly T[],
  make: (drawn: readonly T[]) => number | null,
  { draws, seed }: { draws: number; seed: number },
) {
  const random = makeRandom(seed);
  const made = Array.from({ length: draws }, () =>
    make(groups.map(() => groups[Math.floor(random() * groups.length)]!)),
  )
    .filter((one) => one !== null)
    .sort((a, b) => a - b);
  const centre = average(made);
  const spread = Math.sqrt(total(made.map((one) => (one - centre) ** 2)) / (made.length - 1));
  const at = (share: number) => made[Math.floor(share * made.length)]!;
  return { ends: [at(0.025), at(0.975)] as [number, number], spread };
}

/**
 * How far two drawings of the same end may lie apart: an end at 2.5 % of a bell curve has the standard error
 * √(q(1 − q) / draws) / (φ(z) / spread), φ(1.96) = 0.0584; five of both together at most.
 */
export const endsWithin = (spread: number, [ours, theirs]: readonly [number, number]) =>
  (5 * spread * Math.sqrt(0.025 * 0.975 * (1 / ours + 1 / theirs))) / 0.0584;

/** Answers to "which would you choose today" that are no rival. */
const noRival = new Set(["us", "other", "dont-know"]);

/** The share that chose us less the share that chose a rival, the one chosen most unless said. */
export function leadOf(rows: readonly CsvRow[], rival?: string) {
  const chose = (value: string) =>
    shareOf(rows.map((row) => ({ company: row.company ?? "", yes: row["anchor.choice"] === value })));
  const rivals = new Set(rows.map((row) => row["anchor.choice"]!).filter((value) => !noRival.has(value)));
  const [most] = [...rivals].map(chose).sort((a, b) => b.share - a.share);
  const [ours, theirs] = [chose("us"), rival === undefined ? most! : chose(rival)];
  const [p, q] = [ours.share, theirs.share];
  // Newcombe's tenth method: two answers of one question, each with its own distances to its bounds.
  const r = -Math.sqrt((p * q) / ((1 - p) * (1 - q)));
  const width = (a: number, b: number) => Math.sqrt(a * a + b * b - 2 * r * a * b);
  const interval: [number, number] = [
    p - q - width(p - ours.interval![0], theirs.interval![1] - q),
    p - q + width(ours.interval![1] - p, q - theirs.interval![0]),
  ];
  return { value: p - q, interval, n: ours.n };
}

/** A mean whose error counts companies, not people. */
export function meanOf(given: readonly { company: string; value: number }[]) {
  const n = given.length;
  const mean = average(given.map(({ value }) => value));
  const groups = byCompany(given);
  const m = groups.length;
  if (n < 5 || m < 5) return { n, mean, companies: m, interval: null };
  const spread = total(groups.map((group) => total(group.map(({ value }) => value - mean)) ** 2));
  const error = Math.sqrt((m / (m - 1)) * spread) / n;
  const half = tQuantile(0.975, m - 1) * error;
  return { n, mean, companies: m, interval: [mean - half, mean + half] as [number, number] };
}

/** Companies count alike; within each, the first role's mean minus the second's. */
export function gapOf(first: readonly { company: string; value: number }[], second: typeof first) {
  const gaps = [...new Set(first.map(({ company }) => company))].flatMap((company) => {
    const [a, b] = [first, second].map((side) =>
      side.filter((one) => one.company === company).map(({ value }) => value),
    ) as [number[], number[]];
    return b.length > 0 ? [average(a) - average(b)] : [];
  });
  const gap = average(gaps);
  const error = Math.sqrt(total(gaps.map((one) => (one - gap) ** 2)) / (gaps.length - 1) / gaps.length);
  const half = tQuantile(0.975, gaps.length - 1) * error;
  return { gap, error, companies: gaps.length, interval: [gap - half, gap + half] as [number, number] };
}

/** Four prices of those for whom they rise, and where the lines of those above one and at or below another meet. */
export function priceMeter(rows: readonly CsvRow[]) {
  const prices = rows
    .map((row) =>
      ["too-cheap", "cheap", "expensive", "too-expensive"].map((point) => {
        const cell = row[`price.${point}`] ?? "";
        return cell === "" ? Number.NaN : Number(cell);
      }),
    )
    .filter(([a, b, c, d]) => a! < b! && b! < c! && c! < d!);
  const named = [...new Set(prices.flat())].sort((a, b) => a - b);
  const atOrBelow = (which: number) => (price: number) => prices.filter((one) => one[which]! <= price).length;
  const above = (which: number) => (price: number) => prices.length - atOrBelow(which)(price);
  /** By whole people, or between the prices where there are few. */
  const crossing = (rising: (price: number) => number, falling: (price: number) => number): number => {
    const lead = (price: number) => rising(price) - falling(price);
    const at = named.findIndex((price) => lead(price) >= 0);
    const [here, before] = [named[at]!, named[at - 1]];
    if (lead(here) === 0 || before === undefined || prices.length >= 30) return here;
    return before + ((here - before) * -lead(before)) / (lead(here) - lead(before));
  };
  const points = {
    opp: crossing(atOrBelow(3), above(0)),
    idp: crossing(atOrBelow(2), above(1)),
    pmc: crossing(atOrBelow(1), above(0)),
    pme: crossing(atOrBelow(3), above(2)),
  };
  return { prices, above, atOrBelow, points };
}
