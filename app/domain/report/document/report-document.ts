/**
 * The report as data: chapters of blocks, in both languages, without any picture of how it looks. The screen, the frozen
 * snapshot, the shared page and every export are drawn from this one value, so they cannot differ.
 */
import type { ChainRole } from "../../chain/role";
import type { LocalText } from "../../language";
import type { Reason } from "../../outcome";
import type { LampState } from "../../pmf/three-lamps";
import type { Interval } from "../../stats/interval";
import type { Progress } from "../../steps";
import type { PmfRule } from "../../study/study";
import type { Insight } from "../insight";

/** An insight with how many responses stand behind it, and not whose they are. */
export type ReportInsight = Omit<Insight, "evidence"> & { responses: number };

/** In the order in which a report has them until its author says otherwise. */
export const chapterKeys = [
  "executive",
  "chain",
  "needs",
  "pmf",
  "competitors",
  "price",
  "market",
  "money",
  "gates",
  "quality",
] as const;
export type ChapterKey = (typeof chapterKeys)[number];

export type FigureUnit = "percent" | "number" | { currency: string; compact?: boolean };

/** How many people stand behind a value: `n` answered, and of a share `k` of them count. */
export type People = {
  n: number;
  k?: number;
  /** Told apart from another shared report of the study it would tell of too few: see `besideOthers`. */
  apart?: true;
};

export type DocFigure = {
  /** Stable within a report: "pmf/user/score". */
  key: string;
  label: LocalText;
  value: number | null;
  unit: FigureUnit;
  digits?: number;
  interval: Interval | null;
  /** "none" for a value of which no interval is computed. */
  intervalIs?: "confidence" | "p10-p90" | "none";
  people: People | null;
  companies: number | null;
  verdict?: "above" | "below" | "undecided";
  threshold?: number;
  moreNeeded?: number;
  /** Why there is no value; "hidden" where it would tell of too few people. */
  reason?: Reason | "hidden";
  /** Key of its page under `/methods`. */
  method: string | null;
  /** Where a member finds the answers behind it, below the study's address. */
  behind?: string;
};

/** A cell with the people it counts, so that it can be hidden where they are too few. */
export type CountedCell = { value: number | null; people: People };
export type Cell = string | number | null | LocalText | CountedCell;
export type Column = { header: LocalText; unit?: FigureUnit; digits?: number; role?: ChainRole };

export type DocSeries = {
  label: LocalText;
  role?: ChainRole;
  values: readonly (number | null)[];
  intervals?: readonly (Interval | null)[];
  people?: readonly (People | null)[];
};
export type DocPoints = {
  label: LocalText;
  role?: ChainRole;
  points: readonly { x: number; y: number; label?: LocalText }[];
};
export type DocChart =
  | {
      kind: "bar" | "stacked" | "dot" | "dumbbell" | "line" | "range";
      horizontal?: boolean;
      categoryAxis: LocalText;
      categories: readonly LocalText[];
      valueAxis: LocalText;
      unit: FigureUnit;
      /** The categories of each series make up a whole, so a single hidden one could be worked out. */
      wholes?: "series" | "categories";
      series: readonly DocSeries[];
    }
  | {
      kind: "curve" | "scatter";
      categoryAxis: LocalText;
      categoryUnit: FigureUnit;
      valueAxis: LocalText;
      unit: FigureUnit;
      series: readonly DocPoints[];
    };

/** A card of a drawn tree. */
export type TreeLeaf = {
  role: ChainRole;
  /** What kind of thing it names. */
  what: LocalText;
  name: LocalText | null;
  /** Who names it, of those who were asked. */
  people: People;
  companies: number | null;
  /** An opportunity of 0–20. */
  score?: number;
  /** Open answers: not for leadership. */
  quotes: readonly string[];
  /** As of a figure. */
  behind?: string;
};
/** From what is wanted to what lies behind it; every card of a column is tied to the column before. */
export type TreeBranch = { columns: readonly (readonly TreeLeaf[])[] };

/** How a question of the leader's stands. */
export type BriefState = "yes" | "no" | "open" | "unknown";

type Shared = {
  /** Stable within a report, also across its recomputations. */
  key: string;
  /** Open answers: not for leadership. */
  open?: true;
  /** Rows are single companies, or counts that would undo what is hidden elsewhere: it never leaves the team. */
  team?: true;
};

export type Block = Shared &
  (
    | {
        kind: "headline";
        text: LocalText;
        /** The same without numbers, for where a figure is hidden. */
        plain?: LocalText;
        role?: ChainRole;
        figures: readonly DocFigure[];
        /** The label of a figure tells what came out of it: what is hidden goes with its label. */
        telling?: true;
        /** The chapter that says why. */
        why: ChapterKey;
      }
    | { kind: "insight"; insight: ReportInsight /** As in `People`. */; apart?: true }
    | { kind: "text"; title?: LocalText; paragraphs: readonly LocalText[]; quiet?: true }
    | { kind: "comment"; text: string }
    | { kind: "figures"; title: LocalText | null; figures: readonly DocFigure[] }
    | {
        kind: "lamps";
        lamps: readonly {
          key: string;
          name: LocalText;
          state: LampState;
          why: LocalText;
          /** What was counted of no people. */
          said?: LocalText;
          /** The figure it rests on. */
          figure?: DocFigure;
        }[];
        method: string;
      }
    | {
        kind: "chart";
        title: LocalText;
        chart: DocChart;
        people: number | null;
        companies: number | null;
        range?: Interval;
        lines?: readonly { axis: "value" | "category"; at: number; label: LocalText }[];
        note?: LocalText;
        /** The title without a finding, for where a value is hidden. */
        plain?: LocalText;
        method: string | null;
      }
    | {
        kind: "table";
        title: LocalText;
        columns: readonly Column[];
        rows: readonly (readonly Cell[])[];
        /** Each column from the second on is a whole: see `DocChart.wholes`. */
        wholeColumns?: true;
        /** Each row counts those of the row before, or some of them. */
        cumulative?: true;
        /** Heat: a cell is deeper with a higher number. Tree: rows without anything to show are left out. */
        look?: "heat" | "tree";
        note?: LocalText;
        method: string | null;
      }
    | {
        /** What a leader asks, each answered in a line or two. */
        kind: "brief";
        answers: readonly {
          key: string;
          question: LocalText;
          state: BriefState;
          answer: LocalText;
          /** The same without numbers, for where a figure is hidden. */
          plain?: LocalText;
          figures: readonly DocFigure[];
          /** The chapter that says why. */
          why: ChapterKey;
        }[];
      }
    | {
        /** What is not known yet, the most important first. */
        kind: "unknowns";
        title: LocalText;
        unknowns: readonly {
          key: string;
          text: LocalText;
          /** Who has answered so far; null where it rests on no people. */
          people: People | null;
          companies: number | null;
          why: ChapterKey;
        }[];
      }
    | {
        kind: "tree";
        title: LocalText;
        branches: readonly TreeBranch[];
        note: LocalText;
        method: string;
      }
    | {
        kind: "quoted";
        title: LocalText;
        quotes: readonly { role: ChainRole; text: string }[];
        total: number;
      }
  );
export type BlockOf<K extends Block["kind"]> = Extract<Block, { kind: K }>;

export type Chapter = { key: ChapterKey; title: LocalText; lead: LocalText | null; blocks: readonly Block[] };

export type ReportDocument = {
  /** Raised when a reader of an old document would misread it. */
  format: 1;
  /** Which parts its program could make: see `edition`. Absent before any was counted. */
  edition?: number;
  product: string;
  sample: boolean;
  currency: string;
  rule: PmfRule;
  /** The version of the program that computed it. */
  version: string;
  computedAt: number;
  responses: number;
  companies: number;
  lastResponseAt: number | null;
  /** How many people were taken out of a frozen report at their request: their words are gone, the figures stay. */
  forgotten?: number;
  /** Whose answers alone it counts, in words, and how many there are in all; absent where everybody's. */
  filter?: { said: readonly LocalText[]; of: number };
  chapters: readonly Chapter[];
};

/** Stands for a report that is still being computed. */
export type PendingReport = Progress & { product: string; sample: boolean };

export const isPending = (report: ReportDocument | PendingReport): report is PendingReport =>
  "share" in report;

/** Raised whenever a report gains a part it did not have, so that older bundles are not held to it. */
export const edition = 1;

export type CategoryChart = Extract<DocChart, { categories: readonly unknown[] }>;
/** A chart of values over categories, not of points. */
export const hasCategories = (chart: DocChart): chart is CategoryChart => "categories" in chart;

export const isCounted = (cell: Cell): cell is CountedCell =>
  typeof cell === "object" && cell !== null && "people" in cell;

const mostScore = 20;
/** How much of its whole a card stands for, 0–1; null where that is not known. */
export function treePart({ people: { n, k }, score }: TreeLeaf): number | null {
  if (score !== undefined) return score / mostScore;
  return k === undefined || n === 0 ? null : k / n;
}

/** A tree with every card changed, or gone where `change` gives nothing. */
export const withLeaves = (
  tree: BlockOf<"tree">,
  change: (leaf: TreeLeaf) => TreeLeaf | null,
): BlockOf<"tree"> => ({
  ...tree,
  branches: tree.branches.map(({ columns }) => ({
    columns: columns.map((leaves) => leaves.flatMap((leaf) => change(leaf) ?? [])),
  })),
});

/** The number in a cell, whatever its form; null for words and for what is not there. */
export const numberIn = (cell: Cell): number | null =>
  typeof cell === "number" ? cell : cell !== null && isCounted(cell) ? cell.value : null;

/** Every figure of a report by its key. The same figure may stand in two chapters; it is one. */
export function figuresOf(document: ReportDocument): Map<string, DocFigure> {
  const found = document.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block): DocFigure[] => {
      if (block.kind === "headline" || block.kind === "figures") return [...block.figures];
      if (block.kind === "lamps") return block.lamps.flatMap(({ figure }) => figure ?? []);
      return block.kind === "brief" ? block.answers.flatMap(({ figures }) => [...figures]) : [];
    }),
  );
  return new Map(found.map((figure) => [figure.key, figure]));
}

/** Every method a report names, each once. */
export function methodsOf(document: ReportDocument): string[] {
  const named = document.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block): (string | null)[] => {
      if (block.kind === "insight") return block.insight.figures.map(({ method }) => method);
      if (block.kind === "headline" || block.kind === "figures")
        return block.figures.map(({ method }) => method);
      return "method" in block ? [block.method] : [];
    }),
  );
  return [...new Set(named)].flatMap((method) => method ?? []);
}
