/** The workbook: answers in words, the same as codes, what the codes mean, and every table and figure of the report. */
import writeXlsxFile, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import type { Language } from "~/domain/language";
import type { Chapter, FigureUnit, ReportDocument } from "~/domain/report/document/report-document";
import type { Coded, CodedData, Variable } from "~/domain/report/export/codebook";
import { textOf } from "~/i18n/text";
import {
  aboutLines,
  briefWords,
  chartTable,
  figureWords,
  insightWords,
  lampWords,
  type PlainTable,
  plainTable,
  unknownWords,
} from "./words";

/** Excel holds no longer text in a cell. */
const longestCell = 32_767;

const head = (value: string): Cell => ({
  value,
  type: String,
  fontWeight: "bold",
  wrap: true,
  alignVertical: "top",
});
const word = (value: string): Cell =>
  value === "" ? null : { value: value.slice(0, longestCell), type: String };
/** Shown as the report shows it; the number itself is whole. */
function number(value: number, unit: FigureUnit = "number", digits?: number): Cell {
  const places = digits ? `.${"0".repeat(digits)}` : "";
  const format =
    unit === "percent" ? `0${places}%` : unit === "number" ? digits && `0${places}` : `#,##0${places}`;
  return { value, type: Number, ...(format && { format }) };
}
const instant = (value: number): Cell => ({ value: new Date(value), type: Date, format: "yyyy-mm-dd hh:mm" });

function cellOf(value: Coded, variable: Variable): Cell {
  if (value === null) return null;
  if (typeof value === "string") return word(value);
  return variable.kind === "instant" ? instant(value) : number(value);
}

const columnsOf = (variables: readonly Variable[]) =>
  variables.map(({ kind }) => ({ width: kind === "text" ? 24 : 14 }));

function dataSheet(
  sheet: string,
  { variables }: CodedData,
  rows: readonly (readonly Coded[])[],
): Sheet<Buffer> {
  return {
    sheet,
    columns: columnsOf(variables),
    stickyRowsCount: 1,
    data: [
      variables.map(({ name }) => head(name)),
      ...rows.map((row) => row.map((value, at) => cellOf(value, variables[at]!))),
    ],
  };
}

function codebookSheet({ variables }: CodedData, language: Language): Sheet<Buffer> {
  const text = textOf(language, "sharing").workbook;
  const rows = variables.flatMap(({ name, label, kind, level, codes }): Row[] => {
    const own = [word(name), word(label[language]), word(text.kind[kind]), word(text.level[level])];
    if (codes.length === 0) return [own];
    return codes.map(({ code, value, text: name, missing }, at) => [
      ...(at === 0 ? own : [null, null, null, null]),
      number(code),
      word(name[language]),
      word(value),
      missing ? word(text.missing) : null,
    ]);
  });
  return {
    sheet: text.codebook,
    stickyRowsCount: 1,
    columns: [36, 60, 14, 14, 10, 40, 24, 14].map((width) => ({ width })),
    data: [text.codebookHead.map(head), ...rows],
  };
}

const tableRows = ({ title, columns, rows, note }: PlainTable): Row[] => [
  [head(title)],
  columns.map(({ header }) => head(header)),
  ...rows.map((row) =>
    row.map(({ text, number: value }, at) =>
      value === null ? word(text) : number(value, columns[at]?.unit, columns[at]?.digits),
    ),
  ),
  ...(note ? [[word(note)]] : []),
  [],
];

function chapterRows(chapter: Chapter, language: Language): Row[] {
  const text = textOf(language, "sharing").workbook;
  const rowsOf = (block: Chapter["blocks"][number]): Row[] => {
    switch (block.kind) {
      case "table":
        return tableRows(plainTable(block, language));
      case "brief":
        return [
          ...block.answers.map((one) => {
            const { question, answer, figures } = briefWords(one, language);
            return [word(question), word(answer), ...figures.map(word)];
          }),
          [],
        ];
      case "unknowns":
        return [
          [head(block.title[language])],
          ...unknownWords(block, language).map((line) => [word(line)]),
          [],
        ];
      case "tree":
        // The table of the same numbers follows it.
        return [];
      case "chart":
        return tableRows(chartTable(block, language));
      case "insight": {
        const { statement, lines, figures } = insightWords(block.insight, language);
        return [[head(statement)], ...[...figures, ...lines].map((line) => [word(line)]), []];
      }
      case "headline":
      case "figures": {
        const title = block.kind === "headline" ? block.text : block.title;
        return [
          ...(title ? [[head(title[language])]] : []),
          ...(block.figures.length > 0 ? [text.figureHead.map(head)] : []),
          ...block.figures.map((figure) => [
            word(figureWords(figure, language).label),
            figure.value === null ? null : number(figure.value, figure.unit, figure.digits),
            figure.interval ? number(figure.interval[0], figure.unit, figure.digits) : null,
            figure.interval ? number(figure.interval[1], figure.unit, figure.digits) : null,
            figure.people ? number(figure.people.n) : null,
            figure.companies === null ? null : number(figure.companies),
            word(figureWords(figure, language).verdict ?? ""),
            word(figure.method ?? ""),
          ]),
          [],
        ];
      }
      case "quoted":
        return [[head(block.title[language])], ...block.quotes.map(({ text: said }) => [word(said)]), []];
      case "lamps":
        return [
          ...block.lamps.map((lamp) => [
            word(lamp.name[language]),
            word(textOf(language, "results").pmf.lampState[lamp.state]),
            ...lampWords(lamp, language).map(word),
          ]),
          [],
        ];
      case "text":
        return [
          ...(block.title ? [[head(block.title[language])]] : []),
          ...block.paragraphs.map((paragraph) => [word(paragraph[language])]),
          [],
        ];
      case "comment":
        return [[word(block.text)], []];
    }
  };
  return chapter.blocks.flatMap(rowsOf);
}

/** A sheet's name may hold at most 31 characters and none of these. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

export function workbook(document: ReportDocument, data: CodedData, language: Language): Promise<Buffer> {
  const text = textOf(language, "sharing");
  return writeXlsxFile(
    [
      ...document.chapters.map(
        (chapter, at): Sheet<Buffer> => ({
          sheet: sheetName(text.chapters[chapter.key]),
          columns: [{ width: 44 }, ...Array.from({ length: 11 }, () => ({ width: 16 }))],
          data: [
            ...(at === 0 ? aboutLines(document, language).map((line) => [word(line)]) : []),
            ...chapterRows(chapter, language),
          ],
        }),
      ),
      dataSheet(text.workbook.raw, data, data.raw),
      dataSheet(text.workbook.coded, data, data.coded),
      codebookSheet(data, language),
    ],
    {},
  ).toBuffer();
}
