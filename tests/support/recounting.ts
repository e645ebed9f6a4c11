/** Tests that count parts of a report anew, and that know which parts they have counted. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalText } from "~/domain/language";
import {
  type Block,
  type BlockOf,
  type Cell,
  hasCategories,
  isCounted,
  numberIn,
} from "~/domain/report/document/report-document";
import { blockOf } from "./report-block";
import { openSampledReport, type SampledReport } from "./sampled-report";

export type Given = SampledReport & {
  block: <K extends Block["kind"]>(key: string, kind: K) => BlockOf<K>;
  /** All blocks whose keys begin so. */
  blocksOf: <K extends Block["kind"]>(beginning: string, kind: K) => BlockOf<K>[];
};
/** A key that ends in a star stands for all that begin like it. */
const covers = (pattern: string, key: string) =>
  pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : key === pattern;

export type Recount = (keys: readonly string[], count: (given: Given) => void) => void;

/** Opens the sample before the tests of a file. */
export function recounting() {
  let sample: SampledReport | undefined;
  const patterns: string[] = [];
  beforeAll(async () => {
    sample = await openSampledReport();
  });
  afterAll(() => sample?.store.close());
  const now = () => sample!;
  const keys = () => now().document.chapters.flatMap(({ blocks }) => blocks.map(({ key }) => key));

  /** A test that counts the blocks of these keys anew: it must look into each of them. */
  const recount: Recount = (own, count) => {
    patterns.push(...own);
    test(own.join(", "), () => {
      const opened = new Set<string>();
      const block: Given["block"] = (key, kind) => {
        opened.add(key);
        return blockOf(now().document, key, kind);
      };
      const blocksOf: Given["blocksOf"] = (beginning, kind) =>
        keys()
          .filter((key) => key.startsWith(beginning))
          .map((key) => block(key, kind));
      count({ ...now(), block, blocksOf });
      for (const pattern of own) {
        const meant = keys().filter((key) => covers(pattern, key));
        expect(meant.length, `${pattern} is in the report`).toBeGreaterThan(0);
        for (const key of meant) expect(opened, `${key} was looked into`).toContain(key);
      }
    });
  };
  const isCountedAnew = (key: string) => patterns.some((pattern) => covers(pattern, key));
  return { now, recount, isCountedAnew };
}

/** Numbers of a table, row by row; words and what is not there are left out. */
export const numbersOf = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => row.flatMap((cell) => numberIn(cell) ?? []));

/** Every number of a table is as wanted, to eight digits or as near as `within` says of its column. */
export function sameRows(
  { rows }: Pick<BlockOf<"table">, "rows">,
  wanted: readonly (readonly (number | null)[])[],
  within: readonly (number | undefined)[] = [],
) {
  expect(rows.length).toBe(wanted.length);
  rows.forEach((row, at) => {
    const numbers = numbersOf([row])[0]!;
    const ours = wanted[at]!.filter((one) => one !== null);
    expect(numbers.length, `row ${at}`).toBe(ours.length);
    numbers.forEach((number, place) => {
      expect(Math.abs(number - ours[place]!), `row ${at}, number ${place}`).toBeLessThan(
        within[place] ?? 1e-8 * Math.max(1, Math.abs(number)),
      );
    });
  });
}

export const wordIn = (cell: Cell | undefined): string =>
  cell === null || cell === undefined || typeof cell === "number" || isCounted(cell)
    ? ""
    : typeof cell === "string"
      ? cell
      : cell.en;

/** The chart of values over categories in a block. */
export function chartOf({ chart }: Pick<BlockOf<"chart">, "chart">) {
  if (!hasCategories(chart)) throw new Error("no categories");
  return chart;
}

const figuresIn = (text: string) =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [])
    .map((one) => Number(one.replaceAll(",", "")))
    .sort((a, b) => a - b);
/** A text names these numbers and no others, in both languages. */
export function says(text: LocalText | undefined, wanted: readonly number[]) {
  const sorted = [...wanted].sort((a, b) => a - b);
  expect(figuresIn(text?.en ?? ""), text?.en).toEqual(sorted);
  expect(figuresIn(text?.["zh-CN"] ?? ""), text?.["zh-CN"]).toEqual(sorted);
}
/** As a text writes a share. */
export const inPercent = (share: number) => Math.round(100 * share);
