/** How far a number may lie from the expected one: either bound is enough. */
export type Tolerance = { abs?: number; rel?: number };

/**
 * Where `actual` differs from `expected`, as "path: expected …, got …" lines; none when they agree.
 * Every number must lie within the tolerance (exact without one); words, booleans and null must be the same;
 * lists must be as long. Fields that `expected` does not name are not looked at. Where an input does not name what it
 * ranks, the method ranks row numbers; a source that prints names instead agrees when it ranks as many different ones.
 */
export function misses(expected: unknown, actual: unknown, tolerance: Tolerance, path = "result"): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [line(path, expected, actual)];
    if (isRanking(actual) && isNaming(expected)) return [];
    return expected.flatMap((one, index) => misses(one, actual[index], tolerance, `${path}[${index}]`));
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null) return [line(path, expected, actual)];
    const fields = new Map<string, unknown>(Object.entries(actual));
    return Object.entries(expected).flatMap(([key, one]) =>
      misses(one, fields.get(key), tolerance, `${path}.${key}`),
    );
  }
  const agrees =
    typeof expected === "number" && typeof actual === "number"
      ? Math.abs(actual - expected) <= Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected))
      : Object.is(expected, actual);
  return agrees ? [] : [line(path, expected, actual)];
}

const allDifferent = (list: readonly unknown[]) => new Set(list).size === list.length;
const isNaming = (list: readonly unknown[]) =>
  list.every((name) => typeof name === "string") && allDifferent(list);
/** Every row number from 0 once, in any order. */
const isRanking = (list: readonly unknown[]) =>
  list.length > 0 &&
  allDifferent(list) &&
  list.every((row) => typeof row === "number" && Number.isInteger(row) && row >= 0 && row < list.length);

const line = (path: string, expected: unknown, actual: unknown) =>
  `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
