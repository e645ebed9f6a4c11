/** What a report for people outside the team leaves out: small groups, single companies, open answers. */

import { type KnownPeople, maskPeople } from "../../text/people-names";
import type { InsightFigure } from "../insight";
import {
  type Block,
  type BlockOf,
  type CategoryChart,
  type Cell,
  type DocChart,
  type DocFigure,
  type DocSeries,
  hasCategories,
  isCounted,
  type People,
  type ReportDocument,
  withLeaves,
} from "./report-document";
import { smallestGroup } from "./shared-evidence";

export const audiences = ["leadership", "product"] as const;
/** Leadership reads no open answers; the product's team does. */
export type Audience = (typeof audiences)[number];

const isSmall = (n: number | undefined, k: number) => n !== undefined && n > 0 && n < k;

/**
 * A value tells of too few people: under `k` answered, under `k` are counted, or all but fewer than `k`, be it by itself or
 * beside another report.
 */
export const tellsTooMuch = ({ n, k: counted, apart }: People, k = smallestGroup): boolean =>
  apart === true || n < k || isSmall(counted, k) || (counted !== undefined && isSmall(n - counted, k));

/**
 * Which cells of a whole to hide, given how many people each counts: those with fewer than `k`, and then the
 * smallest others until what is hidden counts at least `k` people in at least two cells. Otherwise the whole
 * minus what is shown would give the hidden number back. Empty cells tell of nobody and stay. `already` names cells
 * that are hidden for another reason.
 */
export function cellsToHide(
  counts: readonly number[],
  k = smallestGroup,
  already: readonly boolean[] = [],
): boolean[] {
  const hidden = counts.map((count, at) => isSmall(count, k) || already[at] === true);
  const order = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !hidden[at])
    .sort((a, b) => a.count - b.count);
  const cells = () => counts.filter((_, at) => hidden[at]).length;
  const people = () => counts.reduce((sum, count, at) => sum + (hidden[at] ? count : 0), 0);
  if (cells() === 0) return hidden;
  for (const { at } of order) {
    if (cells() >= 2 && people() >= k) break;
    hidden[at] = true;
  }
  return hidden;
}

const hiddenFigure = (figure: DocFigure): DocFigure => {
  const { moreNeeded: _, ...rest } = figure;
  return { ...rest, value: null, interval: null, people: null, companies: null, reason: "hidden" };
};

function figureFor(figure: DocFigure, k: number): DocFigure {
  const { behind: _, ...rest } = figure;
  return rest.people && tellsTooMuch(rest.people, k) ? hiddenFigure(rest) : rest;
}

const withoutPeople = ({ people: _, ...series }: DocSeries): DocSeries => series;

/** For each series, which of its values to hide. */
function hiddenValues(chart: CategoryChart, k: number): boolean[][] {
  const { series } = chart;
  const hidden = series.map(({ people }) =>
    (people ?? []).map((one) => one !== null && tellsTooMuch(one, k)),
  );
  const whole = (places: readonly (readonly [series: number, value: number])[]) => {
    const counts = places.map(([one, at]) => series[one]?.people?.[at]?.k ?? 0);
    const already = places.map(([one, at]) => hidden[one]?.[at] === true);
    cellsToHide(counts, k, already).forEach((hide, index) => {
      const [one, at] = places[index]!;
      if (hide) hidden[one]![at] = true;
    });
  };
  const categories = chart.categories.map((_, at) => at);
  const ones = series.map((_, one) => one);
  if (chart.wholes === "series") for (const one of ones) whole(categories.map((at) => [one, at]));
  if (chart.wholes === "categories") for (const at of categories) whole(ones.map((one) => [one, at]));
  return hidden;
}

/** Of a curve over `n` people only the points that lie `k` people or more apart. */
function thinned(chart: Exclude<DocChart, CategoryChart>, n: number | null, k: number): DocChart {
  if (chart.kind !== "curve" || n === null) return chart;
  return {
    ...chart,
    series: chart.series.map((series) => {
      let last: number | null = null;
      const points = series.points.filter(({ y }) => {
        const people = Math.round(y * n);
        const near = last !== null && people !== last && Math.abs(people - last) < k;
        const atEnd = isSmall(people, k) || isSmall(n - people, k);
        if (near || atEnd) return false;
        last = people;
        return true;
      });
      return { ...series, points };
    }),
  };
}

function chartFor(block: BlockOf<"chart">, k: number): Block[] {
  const { chart } = block;
  if (block.people !== null && block.people < k) return [];
  if (!hasCategories(chart)) return [{ ...block, chart: thinned(chart, block.people, k) }];
  const hidden = hiddenValues(chart, k);
  const series = chart.series.map((one, index) => ({
    ...withoutPeople(one),
    values: one.values.map((value, at) => (hidden[index]?.[at] ? null : value)),
    ...(one.intervals && {
      intervals: one.intervals.map((interval, at) => (hidden[index]?.[at] ? null : interval)),
    }),
  }));
  const shown = series.filter(({ values }) => values.some((value) => value !== null));
  if (shown.length === 0) return [];
  const quiet = hidden.some((own) => own.some(Boolean)) && block.plain;
  return [{ ...block, ...(quiet && { title: quiet }), chart: { ...chart, series: shown } }];
}

const bare = (cell: Cell): Cell => (cell !== null && isCounted(cell) ? cell.value : cell);
const peopleIn = (cell: Cell): People | null => (cell !== null && isCounted(cell) ? cell.people : null);

/** Of rows that count some of those before, no two that lie fewer than `k` people apart. */
function hideNearSteps({ columns, rows }: BlockOf<"table">, hidden: boolean[][], k: number): void {
  columns.forEach((_, column) => {
    let last: number | null = null;
    rows.forEach((row, at) => {
      const counted = peopleIn(row[column] ?? null)?.k;
      if (counted === undefined || hidden[at]![column]) return;
      if (last !== null && counted !== last && Math.abs(counted - last) < k) hidden[at]![column] = true;
      else last = counted;
    });
  });
}

function tableFor(block: BlockOf<"table">, k: number): Block[] {
  const hidden = block.rows.map((row) =>
    row.map((cell) => {
      const people = peopleIn(cell);
      return people !== null && tellsTooMuch(people, k);
    }),
  );
  if (block.wholeColumns)
    block.columns.forEach((_, column) => {
      const counts = block.rows.map((row) => peopleIn(row[column] ?? null)?.k ?? 0);
      const already = hidden.map((row) => row[column] === true);
      cellsToHide(counts, k, already).forEach((hide, row) => {
        if (hide) hidden[row]![column] = true;
      });
    });
  if (block.cumulative) hideNearSteps(block, hidden, k);
  const says = (row: readonly Cell[], at: number) =>
    block.look !== "tree" ||
    row.some((cell, column) => peopleIn(cell) !== null && bare(cell) !== null && !hidden[at]![column]);
  const rows = block.rows.flatMap((row, at) =>
    says(row, at) ? [row.map((cell, column) => (hidden[at]![column] ? null : bare(cell)))] : [],
  );
  return rows.length > 0 ? [{ ...block, rows }] : [];
}

function briefFor({ plain, ...one }: BlockOf<"brief">["answers"][number], k: number) {
  const figures = one.figures.map((figure) => figureFor(figure, k));
  const quiet = figures.some(({ reason }) => reason === "hidden");
  return { ...one, ...(quiet && plain && { answer: plain }), figures };
}

/** A need that is hidden takes with it what lies behind it. */
function treeFor(tree: BlockOf<"tree">, audience: Audience, k: number): Block[] {
  const shown = withLeaves(tree, ({ behind: _, ...leaf }) =>
    tellsTooMuch(leaf.people, k) ? null : { ...leaf, ...(audience === "leadership" && { quotes: [] }) },
  );
  const branches = shown.branches.filter(({ columns }) => columns[0]?.length);
  return branches.length > 0 ? [{ ...shown, branches }] : [];
}

/** The people an insight's figure counts. */
export const insightPeople = ({ unit, value, n }: InsightFigure): People =>
  unit === "share"
    ? { n, k: Math.round(value * n) }
    : unit === "count"
      ? { n: Math.max(n, smallestGroup) }
      : { n };

function blockFor(block: Block, audience: Audience, k: number): Block[] {
  if (block.team || (block.open && audience === "leadership")) return [];
  switch (block.kind) {
    case "headline": {
      const { plain, ...rest } = block;
      const figures = block.figures.map((figure) => figureFor(figure, k));
      const shown = figures.filter(({ reason }) => reason !== "hidden");
      if (block.telling) return shown.length > 0 ? [{ ...rest, figures: shown }] : [];
      return [{ ...rest, ...(shown.length < figures.length && plain && { text: plain }), figures }];
    }
    case "figures":
      return [{ ...block, figures: block.figures.map((figure) => figureFor(figure, k)) }];
    case "insight":
      return block.apart ||
        block.insight.figures.some((one) => one.companies > 0 && tellsTooMuch(insightPeople(one), k))
        ? []
        : [block];
    case "chart":
      return chartFor(block, k);
    case "table":
      return tableFor(block, k);
    case "lamps":
      return [
        {
          ...block,
          lamps: block.lamps.map(({ figure, ...lamp }) => ({
            ...lamp,
            ...(figure && { figure: figureFor(figure, k) }),
          })),
        },
      ];
    case "brief":
      return [{ ...block, answers: block.answers.map((one) => briefFor(one, k)) }];
    case "unknowns": {
      const unknowns = block.unknowns.filter(({ people }) => !people || !tellsTooMuch(people, k));
      return unknowns.length > 0 ? [{ ...block, unknowns }] : [];
    }
    case "tree":
      return treeFor(block, audience, k);
    default:
      return [block];
  }
}

/**
 * The document for `audience`: no rows of single companies, no open answers for leadership, no ways into the study, and
 * no value that tells of fewer than `k` people, also not by subtraction from a whole. Meant for a document that was
 * computed from `evidenceInGroups`.
 */
export function documentFor(document: ReportDocument, audience: Audience, k = smallestGroup): ReportDocument {
  const { lastResponseAt } = document;
  return {
    ...document,
    // The day: the minute would tell whose answer came last.
    lastResponseAt: lastResponseAt === null ? null : Math.floor(lastResponseAt / day) * day,
    chapters: document.chapters.flatMap((chapter) => {
      const blocks = chapter.blocks.flatMap((block) => blockFor(block, audience, k));
      return blocks.length > 0 ? [{ ...chapter, blocks }] : [];
    }),
  };
}

const day = 24 * 60 * 60 * 1000;

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const phone = /(?<!\d)(?:\+?\d[\d\s()-]{6,}\d)(?!\d)/g;
/** What stands for words that are not shown. */
export const mask = "■■■";

/** An open answer without addresses, numbers to call and the names given. */
export function maskNames(text: string, names: readonly string[]): string {
  const plain = text.replace(email, mask).replace(phone, mask);
  return names
    .filter((name) => name.trim().length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((said, name) => said.replaceAll(name, mask), plain);
}

/** Every open answer of a document with people masked: the last thing before it leaves, so that today's contacts count. */
export const maskQuotedPeople = (document: ReportDocument, people: KnownPeople): ReportDocument =>
  withQuotes(document, (text) => maskPeople(text, people, mask));

/** Every open answer of a document with names masked. */
export const maskQuotes = (document: ReportDocument, names: readonly string[]): ReportDocument =>
  withQuotes(document, (text) => maskNames(text, names));

/** A document whose open answers read otherwise, and lead nowhere. */
const withQuotes = (document: ReportDocument, reads: (text: string) => string): ReportDocument => ({
  ...document,
  chapters: document.chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((block) =>
      block.kind === "quoted"
        ? { ...block, quotes: block.quotes.map(({ role, text }) => ({ role, text: reads(text) })) }
        : block.kind === "tree"
          ? withLeaves(block, (leaf) => ({ ...leaf, quotes: leaf.quotes.map(reads) }))
          : block,
    ),
  })),
});

const membersFigure = ({ behind: _, ...figure }: DocFigure): DocFigure => figure;

/** The document as a member of the workspace reads it: who may not read studies gets no open answers and no ways into them. */
export function membersDocument(document: ReportDocument, readsStudies: boolean): ReportDocument {
  if (readsStudies) return document;
  return {
    ...document,
    chapters: document.chapters.map((chapter) => ({
      ...chapter,
      blocks: chapter.blocks
        .filter(({ open }) => !open)
        .map((block) =>
          block.kind === "headline" || block.kind === "figures"
            ? { ...block, figures: block.figures.map(membersFigure) }
            : block.kind === "brief"
              ? {
                  ...block,
                  answers: block.answers.map((one) => ({ ...one, figures: one.figures.map(membersFigure) })),
                }
              : block.kind === "lamps"
                ? {
                    ...block,
                    lamps: block.lamps.map(({ figure, ...lamp }) => ({
                      ...lamp,
                      ...(figure && { figure: membersFigure(figure) }),
                    })),
                  }
                : block.kind === "tree"
                  ? withLeaves(block, ({ behind: _, ...leaf }) => ({ ...leaf, quotes: [] }))
                  : block,
        ),
    })),
  };
}
