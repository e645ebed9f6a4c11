/** Cells and figures of a report as the words of an exported file. */
import type { Language } from "~/domain/language";
import {
  type BlockOf,
  type Cell,
  type Column,
  type DocFigure,
  type FigureUnit,
  hasCategories,
  isCounted,
  numberIn,
  type ReportDocument,
  type ReportInsight,
  type TreeLeaf,
} from "~/domain/report/document/report-document";
import { saidStrength } from "~/domain/report/insight";
import { digitsBeside, formatOf } from "~/i18n/format";
import { textOf } from "~/i18n/text";
import { roleColours } from "./colours";

/** A table ready to be set: headers, and rows of words beside their numbers. */
export type PlainTable = {
  title: string;
  columns: { header: string; numeric: boolean; colour?: string; unit?: FigureUnit; digits?: number }[];
  rows: { text: string; number: number | null }[][];
  note: string | null;
  heat?: boolean;
};

function cellWords(cell: Cell, { unit, digits }: Column, language: Language): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "object" && !isCounted(cell)) return cell[language];
  const value = numberIn(cell);
  return value === null ? "–" : formatOf(language).figure(value, unit ?? "number", digits);
}

export function plainTable(block: BlockOf<"table">, language: Language): PlainTable {
  return {
    title: block.title[language],
    heat: block.look === "heat",
    columns: block.columns.map(({ header, unit, digits, role }) => ({
      header: header[language],
      numeric: unit !== undefined,
      ...{ unit, digits },
      ...(role && { colour: roleColours[role] }),
    })),
    rows: block.rows.map((row) =>
      block.columns.map((column, at) => ({
        text: cellWords(row[at] ?? null, column, language),
        number: numberIn(row[at] ?? null),
      })),
    ),
    note: block.note?.[language] ?? null,
  };
}

/** The numbers behind a chart as a table: a row a category with a column a series and its interval, or a row a point. */
export function chartTable(block: BlockOf<"chart">, language: Language): PlainTable {
  const { chart } = block;
  const format = formatOf(language);
  const text = textOf(language, "figure").chart;
  const drawn = hasCategories(chart)
    ? chart.series.flatMap(({ values }) => values)
    : chart.series.flatMap(({ points }) => points.map(({ y }) => y));
  const counted = drawn.every((value) => value === null || Number.isInteger(value));
  const digitsOf = (unit: FigureUnit) =>
    unit === "percent" ? 1 : unit === "number" ? (counted ? 0 : 2) : undefined;
  const number = (value: number | null | undefined, unit = chart.unit) => ({
    text: value === null || value === undefined ? "–" : format.figure(value, unit, digitsOf(unit)),
    number: value ?? null,
  });
  const word = (given: string) => ({ text: given, number: null });
  const title = block.title[language];
  if (!hasCategories(chart)) {
    const named = chart.series.some(({ points }) => points.some(({ label }) => label));
    return {
      ...{ title, note: null },
      columns: [
        { header: text.series, numeric: false },
        ...(named ? [{ header: text.point, numeric: false }] : []),
        { header: chart.categoryAxis[language], numeric: true, unit: chart.categoryUnit },
        { header: chart.valueAxis[language], numeric: true, unit: chart.unit },
      ],
      rows: chart.series.flatMap(({ label, points }) =>
        points.map(({ x, y, label: name }) => [
          word(label[language]),
          ...(named ? [word(name?.[language] ?? "")] : []),
          number(x, chart.categoryUnit),
          number(y),
        ]),
      ),
    };
  }
  return {
    ...{ title, note: null },
    columns: [
      { header: chart.categoryAxis[language], numeric: false },
      ...chart.series.flatMap(({ label, intervals }) => {
        const series = label[language];
        const ends = [text.low({ series }), text.high({ series })];
        return [series, ...(intervals ? ends : [])].map((header) => ({
          ...{ header, numeric: true, unit: chart.unit, digits: digitsOf(chart.unit) },
        }));
      }),
    ],
    rows: chart.categories.map((category, at) => [
      word(category[language]),
      ...chart.series.flatMap(({ values, intervals }) => [
        number(values[at]),
        ...(intervals ? [number(intervals[at]?.[0]), number(intervals[at]?.[1])] : []),
      ]),
    ]),
  };
}

export type FigureWords = { label: string; value: string; detail: string; verdict: string | null };

/** A figure in words: its value, then interval, n and companies, then the verdict against its threshold. */
export function figureWords(figure: DocFigure, language: Language): FigureWords {
  const text = textOf(language, "figure");
  const reasons = textOf(language, "reasons");
  const format = formatOf(language);
  const { value, unit, interval, intervalIs, people, companies, verdict, threshold, reason } = figure;
  const ends = value === null ? [] : [value, ...(interval ?? [])];
  const digits = figure.digits ?? (unit === "percent" ? digitsBeside(threshold, ends) : undefined);
  const written = (number: number) => format.figure(number, unit, digits);
  const missing = reason === "hidden" ? text.hidden : reasons[reason ?? "no-data"];
  const counted = people?.k !== undefined ? text.kOfN({ k: people.k, n: people.n }) : text.noValue;
  const range = interval ? format.range(interval, unit, digits) : null;
  const detail = [
    value === null
      ? missing
      : range && (intervalIs === "p10-p90" ? text.drawnRange({ range }) : text.interval({ range })),
    people && text.n({ n: people.n }),
    companies !== null && text.companies({ n: companies }),
  ];
  const limit =
    threshold === undefined ? "" : ` · ${text.threshold({ value: format.figure(threshold, unit) })}`;
  return {
    label: figure.label[language],
    value: value === null ? counted : written(value),
    detail: detail.filter(Boolean).join(" · "),
    verdict: verdict && value !== null ? `${text.verdict[verdict]}${limit}` : null,
  };
}

/** A figure in one line. */
export function figureLine(figure: DocFigure, language: Language): string {
  const { label, value, detail, verdict } = figureWords(figure, language);
  const said = [value, verdict, detail].filter(Boolean).join(" · ");
  return textOf(language, "figure").named({ name: label, said });
}

export type InsightWords = { statement: string; lines: string[]; figures: string[] };

/** An insight in words: what it says and means, its figures, what would change it and what to do next. */
export function insightWords(insight: ReportInsight, language: Language): InsightWords {
  const text = textOf(language, "insights");
  const figure = textOf(language, "figure");
  const format = formatOf(language);
  const { kind, statement, meaning, figures, wouldChange, next } = insight;
  return {
    statement: statement[language],
    lines: [
      `${text.kind[kind]} · ${text.strength[saidStrength(insight)]}`,
      ...(meaning ? [meaning[language]] : []),
      figure.named({ name: text.wouldChange, said: wouldChange[language] }),
      figure.named({ name: text.next, said: next.step[language] }),
    ],
    figures: figures.map(({ label, value, unit, interval, n, companies }) => {
      const as = unit === "share" ? ("percent" as const) : ("number" as const);
      const digits = unit === "points" ? 1 : 0;
      const written = interval
        ? format.interval(value, interval, { unit: as, digits })
        : format.figure(value, as, digits);
      const people = companies > 0 ? ` · ${figure.n({ n })} · ${figure.companies({ n: companies })}` : "";
      return figure.named({ name: label[language], said: `${written}${people}` });
    }),
  };
}

/** n and companies under a chart. */
export function chartNote({ people, companies, note }: BlockOf<"chart">, language: Language): string {
  const text = textOf(language, "figure");
  const parts = [
    note?.[language],
    people !== null && text.n({ n: people }),
    companies !== null && text.companies({ n: companies }),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** A report's filter in words. */
export const saidWords = ({ said }: NonNullable<ReportDocument["filter"]>, language: Language): string =>
  said.map((one) => one[language]).join(textOf(language, "sharing").page.saidJoin);

/** What every copy of a report says of itself: whose answers it counts, who was taken out, that it is a sample. */
export function aboutLines(document: ReportDocument, language: Language): string[] {
  const text = textOf(language, "sharing").page;
  const { filter, forgotten, responses, companies, sample } = document;
  return [
    ...(filter
      ? [text.onlyThese({ said: saidWords(filter, language), n: responses, of: filter.of, companies })]
      : []),
    ...(forgotten ? [text.forgotten({ n: forgotten })] : []),
    ...(sample ? [textOf(language, "report").report.sampleNote] : []),
  ];
}

/** At the edge of every page; that only a part is counted must not be lost with the first. */
export function runningWords(document: ReportDocument, language: Language): string {
  const text = textOf(language, "sharing").paper;
  return [text.running(document), ...(document.filter ? [text.part] : [])].join(" · ");
}

/** A card of the need tree in words. */
export function leafWords(
  { what, name, people, companies, score, quotes, role }: TreeLeaf,
  language: Language,
) {
  const figure = textOf(language, "figure");
  const text = textOf(language, "sharing").page;
  const counted =
    people.k === undefined ? figure.n({ n: people.n }) : figure.kOfN({ k: people.k, n: people.n });
  const detail = [
    score !== undefined && text.score({ score: formatOf(language).number(score, 1) }),
    counted,
    companies !== null && figure.companies({ n: companies }),
  ];
  return {
    what: `${textOf(language, "roles").chain[role]} · ${what[language]}`,
    name: name?.[language] ?? null,
    detail: detail.filter(Boolean).join(" · "),
    quotes: quotes.map((quote) => text.quote({ quote })),
  };
}

const briefMarks = { yes: "●", no: "○", open: "◐", unknown: "?" } as const;

/** A leader's question and its answer in words. */
export function briefWords(
  { question, state, answer, figures }: BlockOf<"brief">["answers"][number],
  language: Language,
) {
  return {
    question: `${briefMarks[state]} ${question[language]}`,
    answer: answer[language],
    figures: figures.map((figure) => figureLine(figure, language)),
  };
}

/** What is not known yet, numbered, with who has answered so far. */
export const unknownWords = ({ unknowns }: BlockOf<"unknowns">, language: Language): string[] =>
  unknowns.map(({ text, people, companies }, at) => {
    const figure = textOf(language, "figure");
    const counted = [
      people && figure.n({ n: people.n }),
      companies !== null && figure.companies({ n: companies }),
    ]
      .filter(Boolean)
      .join(" · ");
    const said = counted ? figure.aside({ said: text[language], of: counted }) : text[language];
    return `${at + 1}. ${said}`;
  });

/** What a lamp rests on, beside when it is on. */
export const lampWords = (
  { why, said, figure }: BlockOf<"lamps">["lamps"][number],
  language: Language,
): string[] => {
  return [
    ...(said ? [said[language]] : []),
    ...(figure ? [figureLine(figure, language)] : []),
    why[language],
  ];
};
