/** What one shared report would tell of few people to whoever also holds another of the same study. */
import type { LocalText } from "../../language";
import type { InsightFigure } from "../insight";
import {
  type Block,
  type BlockOf,
  type Cell,
  type DocFigure,
  figuresOf,
  hasCategories,
  isCounted,
  type People,
  type ReportDocument,
  type TreeBranch,
  type TreeLeaf,
} from "./report-document";
import { insightPeople, tellsTooMuch } from "./suppress";

/** One report's people taken from the other's are few, so the two values together tell of them. */
function fewApart(one: People, other: People): boolean {
  const [n, k] = [other.n - one.n, (other.k ?? 0) - (one.k ?? 0)];
  if (n === 0 && k === 0) return false;
  // Neither report's people hold the other's.
  if (n * k < 0) return false;
  const counted = one.k !== undefined && other.k !== undefined ? { k: Math.abs(k) } : {};
  return tellsTooMuch({ n: Math.abs(n), ...counted });
}

type Find = (place: string) => readonly People[];

function marked<P extends People | null | undefined>(people: P, place: string, find: Find): P {
  if (!people || !find(place).some((other) => fewApart(people, other))) return people;
  return { ...people, apart: true as const };
}

const nameOf = (cell: Cell | LocalText | undefined): string =>
  cell === null || cell === undefined
    ? ""
    : typeof cell === "object" && "en" in cell
      ? cell.en
      : String(cell);

const figurePlace = ({ key }: DocFigure) => `figure ${key}`;
const markedFigure = (figure: DocFigure, find: Find): DocFigure => ({
  ...figure,
  people: marked(figure.people, figurePlace(figure), find),
});
const valuePlace = (key: string, series: LocalText, category: LocalText | undefined) =>
  `value ${key} | ${series.en} | ${category?.en}`;
const pointPlace = (key: string, series: LocalText, x: number) => `point ${key} | ${series.en} | ${x}`;
const insightPlace = (id: string, { label }: InsightFigure) => `insight ${id} | ${label.en}`;
/** A row is named by what stands before its numbers, and by which of that name it is. */
function rowNames({ rows }: BlockOf<"table">): string[] {
  const told = new Map<string, number>();
  return rows.map((row) => {
    const words = row.filter((cell) => typeof cell !== "number" && !(cell !== null && isCounted(cell)));
    const name = words.map(nameOf).join(" | ");
    told.set(name, (told.get(name) ?? 0) + 1);
    return `${name} ${told.get(name)}`;
  });
}
const cellPlace = (key: string, row: string, column: LocalText | undefined) =>
  `cell ${key} | ${row} | ${column?.en}`;

const leafPlace = (key: string, columns: TreeBranch["columns"], { what, name }: TreeLeaf) =>
  `leaf ${key} | ${columns[0]?.[0]?.name?.en} | ${what.en} | ${name?.en}`;

const onCurve = (y: number, people: number): People => ({ n: people, k: Math.round(y * people) });

/** Every value of a block that counts people, by its place. */
function placesOf(block: Block): [string, People][] {
  const at = (place: string, people: People | null | undefined): [string, People][] =>
    people ? [[place, people]] : [];
  switch (block.kind) {
    case "insight":
      return block.insight.figures.flatMap((figure) =>
        figure.companies > 0 ? at(insightPlace(block.insight.id, figure), insightPeople(figure)) : [],
      );
    case "tree":
      return block.branches.flatMap(({ columns }) =>
        columns.flatMap((leaves) =>
          leaves.flatMap((leaf) => at(leafPlace(block.key, columns, leaf), leaf.people)),
        ),
      );
    case "table": {
      const names = rowNames(block);
      return block.rows.flatMap((row, index) =>
        row.flatMap((cell, column) =>
          cell !== null && isCounted(cell)
            ? at(cellPlace(block.key, names[index]!, block.columns[column]?.header), cell.people)
            : [],
        ),
      );
    }
    case "chart": {
      const { chart, people } = block;
      if (hasCategories(chart))
        return chart.series.flatMap((series) =>
          (series.people ?? []).flatMap((one, index) =>
            at(valuePlace(block.key, series.label, chart.categories[index]), one),
          ),
        );
      if (chart.kind !== "curve" || people === null) return [];
      return chart.series.flatMap(({ label, points }) =>
        points.flatMap(({ x, y }) => at(pointPlace(block.key, label, x), onCurve(y, people))),
      );
    }
    default:
      return [];
  }
}

function markedBlock(block: Block, find: Find): Block {
  switch (block.kind) {
    case "headline":
    case "figures":
      return {
        ...block,
        figures: block.figures.map((figure) => markedFigure(figure, find)),
      };
    case "lamps":
      return {
        ...block,
        lamps: block.lamps.map(({ figure, ...lamp }) => ({
          ...lamp,
          ...(figure && { figure: markedFigure(figure, find) }),
        })),
      };
    case "brief":
      return {
        ...block,
        answers: block.answers.map((one) => ({
          ...one,
          figures: one.figures.map((figure) => markedFigure(figure, find)),
        })),
      };
    case "insight": {
      const { id, figures } = block.insight;
      const tells = figures.some((one) => marked(insightPeople(one), insightPlace(id, one), find).apart);
      return tells ? { ...block, apart: true } : block;
    }
    case "tree":
      return {
        ...block,
        branches: block.branches.map(({ columns }) => ({
          columns: columns.map((leaves) =>
            leaves.map((leaf) => ({
              ...leaf,
              people: marked(leaf.people, leafPlace(block.key, columns, leaf), find),
            })),
          ),
        })),
      };
    case "table": {
      const names = rowNames(block);
      return {
        ...block,
        rows: block.rows.map((row, index) =>
          row.map((cell, column) =>
            cell !== null && isCounted(cell)
              ? {
                  ...cell,
                  people: marked(
                    cell.people,
                    cellPlace(block.key, names[index]!, block.columns[column]?.header),
                    find,
                  ),
                }
              : cell,
          ),
        ),
      };
    }
    case "chart": {
      const { chart, people } = block;
      if (hasCategories(chart))
        return {
          ...block,
          chart: {
            ...chart,
            series: chart.series.map((series) => ({
              ...series,
              ...(series.people && {
                people: series.people.map((one, index) =>
                  marked(one, valuePlace(block.key, series.label, chart.categories[index]), find),
                ),
              }),
            })),
          },
        };
      if (chart.kind !== "curve" || people === null) return block;
      const series = chart.series.map((one) => ({
        ...one,
        points: one.points.filter(
          ({ x, y }) => !marked(onCurve(y, people), pointPlace(block.key, one.label, x), find).apart,
        ),
      }));
      return { ...block, chart: { ...chart, series } };
    }
    default:
      return block;
  }
}

/**
 * The document with every value marked that, taken from the same value of one of `others` (or the other way round), would
 * tell of too few people. All are meant to be computed for people outside, and not yet for an audience.
 */
export function besideOthers(document: ReportDocument, others: readonly ReportDocument[]): ReportDocument {
  const known = new Map<string, People[]>();
  const add = (place: string, people: People) => known.set(place, [...(known.get(place) ?? []), people]);
  for (const other of others) {
    for (const figure of figuresOf(other).values())
      if (figure.people) add(figurePlace(figure), figure.people);
    for (const { blocks } of other.chapters)
      for (const block of blocks) for (const [place, people] of placesOf(block)) add(place, people);
  }
  const find: Find = (place) => known.get(place) ?? [];
  return {
    ...document,
    chapters: document.chapters.map((chapter) => ({
      ...chapter,
      blocks: chapter.blocks.map((block) => markedBlock(block, find)),
    })),
  };
}
