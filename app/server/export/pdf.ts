/** The report as a typeset PDF: running heads, page numbers, tables that break between rows, vector charts. */
import type { Language } from "~/domain/language";
import type {
  Block,
  BlockOf,
  Chapter,
  DocFigure,
  ReportDocument,
} from "~/domain/report/document/report-document";
import { formatOf } from "~/i18n/format";
import { textOf } from "~/i18n/text";
import { colours, roleColours } from "./colours";
import { drawChart } from "./pdf-chart";
import { column, finish, makeSheet, page, type Sheet } from "./pdf-sheet";
import { drawTree } from "./pdf-tree";
import {
  aboutLines,
  briefWords,
  chartNote,
  figureWords,
  insightWords,
  lampWords,
  type PlainTable,
  plainTable,
  runningWords,
  unknownWords,
} from "./words";

const body = { size: 9.5 };
const quiet = { size: 8, colour: colours.muted };

function writeFigure(sheet: Sheet, figure: DocFigure, language: Language): void {
  const { label, value, detail, verdict } = figureWords(figure, language);
  sheet.need(44);
  sheet.write(label, { ...quiet, gap: 1 });
  sheet.write(value, { size: 15, face: "bold", gap: 1 });
  if (verdict) sheet.write(verdict, { size: 9, face: "bold", gap: 1 });
  sheet.write(detail, { ...quiet, gap: 9 });
}

function writeHeadline(sheet: Sheet, block: BlockOf<"headline">, language: Language): void {
  const text = block.text[language];
  sheet.need(sheet.heightOf(text, { size: 12 }) + block.figures.length * 24 + 24);
  sheet.rule();
  sheet.y += 7;
  if (block.role) {
    sheet.paper.rect(page.left, sheet.y + 2.5, 6, 6).fill(roleColours[block.role]);
    sheet.write(textOf(language, "roles").chain[block.role], { size: 8.5, gap: 1 }, { x: page.left + 10 });
  }
  sheet.write(text, { size: 12, face: "bold", gap: 3 });
  const { named } = textOf(language, "figure");
  for (const figure of block.figures) {
    const { label, value, detail, verdict } = figureWords(figure, language);
    sheet.write(named({ name: label, said: value }), { ...body, gap: 1 });
    sheet.write([verdict, detail].filter(Boolean).join(" · "), { ...quiet, gap: 4 });
  }
  sheet.y += 4;
}

function writeInsight(sheet: Sheet, { insight }: BlockOf<"insight">, language: Language): void {
  const { statement, lines, figures } = insightWords(insight, language);
  const [kind = "", ...more] = lines;
  sheet.need(
    sheet.heightOf(statement, { size: 12, face: "bold" }) + 14 * (lines.length + figures.length) + 12,
  );
  sheet.rule();
  sheet.y += 7;
  sheet.write(kind, { ...quiet, gap: 1 });
  sheet.write(statement, { size: 12, face: "bold", gap: 3 });
  for (const line of figures) sheet.write(line, { ...body, gap: 1 });
  for (const line of more) sheet.write(line, { ...quiet, gap: 1 });
  sheet.y += 7;
}

const cellStyle = { size: 8 };
const padding = 3;

/** Words take what numbers leave; a number's column is as wide as its longest word. */
function widthsOf(sheet: Sheet, { columns, rows }: PlainTable): number[] {
  const numeric = Math.min(78, (column * 0.62) / Math.max(1, columns.filter((one) => one.numeric).length));
  sheet.style(cellStyle);
  const wanted = columns.map(({ numeric: isNumber }, at) => {
    if (isNumber) return numeric;
    const longest = Math.max(...rows.map((row) => sheet.paper.widthOfString(row[at]?.text ?? "")), 40);
    return Math.min(longest + 2 * padding, column * 0.6);
  });
  const words = columns.flatMap(({ numeric: isNumber }, at) => (isNumber ? [] : [wanted[at]!]));
  const rest = column - wanted.reduce((sum, width, at) => sum + (columns[at]!.numeric ? width : 0), 0);
  const sum = words.reduce((all, width) => all + width, 0) || 1;
  return wanted.map((width, at) => (columns[at]!.numeric ? width : (width / sum) * rest));
}

/** How dark each cell of a heat map's row is, from its number. */
const depthsOf = ({ rows }: PlainTable, at: number) =>
  rows[at]!.map(({ number }) => (number === null || number === 0 ? 0 : Math.min(0.55, 0.12 + 0.11 * number)));

const shortTable = 260;

function writeTable(sheet: Sheet, table: PlainTable, language: Language): void {
  const { paper } = sheet;
  const widths = widthsOf(sheet, table);
  const heightOf = (texts: readonly string[], face: "regular" | "bold") =>
    Math.max(
      ...texts.map((text, at) => sheet.heightOf(text, { ...cellStyle, face }, widths[at]! - 2 * padding)),
      9,
    ) +
    2 * padding;
  const line = (
    texts: readonly string[],
    height: number,
    face: "regular" | "bold",
    depths?: readonly number[],
  ) => {
    let x = page.left;
    texts.forEach((text, at) => {
      const depth = depths?.[at] ?? 0;
      if (depth > 0) {
        paper.fillOpacity(depth).rect(x + 1, sheet.y + 0.5, widths[at]! - 2, height - 1);
        paper.fill(table.columns[at]?.colour ?? colours.edge).fillOpacity(1);
      }
      sheet.style({ ...cellStyle, face, colour: face === "bold" ? colours.muted : colours.ink });
      paper.text(text, x + padding, sheet.y + padding, {
        width: widths[at]! - 2 * padding,
        align: table.columns[at]?.numeric ? "right" : "left",
        lineGap: cellStyle.size * 0.18,
      });
      x += widths[at]!;
    });
    sheet.y += height;
    sheet.rule(face === "bold" ? colours.edge : colours.line);
  };
  const headers = table.columns.map(({ header }) => header);
  const headHeight = heightOf(headers, "bold");
  const rows = table.rows.map((row) => row.map(({ text }) => text));
  const heights = rows.map((row) => heightOf(row, "regular"));
  const title = { size: 10.5, face: "bold" as const };
  const whole = heights.reduce((sum, height) => sum + height, 0);
  // A short table stays whole; of a long one at least two rows stand under its head.
  const least = whole < shortTable ? whole : (heights[0] ?? 0) + (heights[1] ?? 0);
  sheet.need(sheet.heightOf(table.title, title) + 6 + headHeight + least);
  sheet.write(table.title, { ...title, gap: 5 });
  line(headers, headHeight, "bold");
  rows.forEach((row, at) => {
    if (heights[at]! > sheet.room()) {
      sheet.newPage();
      sheet.write(textOf(language, "sharing").paper.more({ title: table.title }), { ...quiet, gap: 3 });
      line(headers, headHeight, "bold");
    }
    line(row, heights[at]!, "regular", table.heat ? depthsOf(table, at) : undefined);
  });
  sheet.y += 4;
  if (table.note) sheet.write(table.note, quiet);
  sheet.y += 10;
}

function writeLamps(sheet: Sheet, block: BlockOf<"lamps">, language: Language): void {
  const states = textOf(language, "results").pmf.lampState;
  const { named } = textOf(language, "figure");
  for (const lamp of block.lamps) {
    const { name, state } = lamp;
    sheet.need(32);
    const { paper } = sheet;
    const [x, y] = [page.left + 6, sheet.y + 7];
    const colour = {
      on: colours.positive,
      off: colours.negative,
      undecided: colours.muted,
      dark: colours.edge,
    }[state];
    paper.circle(x, y, 4.5).lineWidth(1.2);
    if (state === "on") paper.fillAndStroke(colour, colour);
    else paper.stroke(colour);
    const aside = { x: page.left + 20, width: column - 20 };
    sheet.write(
      named({ name: name[language], said: states[state] }),
      { ...body, face: "bold", gap: 1 },
      aside,
    );
    lampWords(lamp, language).forEach((line, at, all) => {
      sheet.write(line, { ...quiet, gap: at === all.length - 1 ? 7 : 1 }, aside);
    });
  }
  sheet.y += 6;
}

function writeQuotes(sheet: Sheet, block: BlockOf<"quoted">, language: Language): void {
  const text = textOf(language, "sharing").page;
  const roles = textOf(language, "roles").chain;
  sheet.need(60);
  sheet.write(block.title[language], { size: 10.5, face: "bold", gap: 1 });
  sheet.write(text.quotes({ shown: block.quotes.length, total: block.total }), { ...quiet, gap: 5 });
  for (const quote of block.quotes) {
    const aside = { x: page.left + 12, width: column - 12 };
    sheet.need(sheet.heightOf(quote.text, body, aside.width) + 18);
    sheet.write(quote.text, { ...body, gap: 1 }, aside);
    sheet.write(roles[quote.role], { ...quiet, gap: 7 }, aside);
  }
  sheet.y += 6;
}

function writeBlock(sheet: Sheet, block: Block, language: Language): void {
  switch (block.kind) {
    case "headline":
      writeHeadline(sheet, block, language);
      return;
    case "insight":
      writeInsight(sheet, block, language);
      return;
    case "figures":
      if (block.title) {
        sheet.need(70);
        sheet.write(block.title[language], { size: 10.5, face: "bold", gap: 5 });
      }
      for (const figure of block.figures) writeFigure(sheet, figure, language);
      return;
    case "chart":
      drawChart(sheet, block, language);
      sheet.write(chartNote(block, language), { ...quiet, gap: 16 });
      return;
    case "table":
      writeTable(sheet, plainTable(block, language), language);
      return;
    case "brief":
      for (const one of block.answers) {
        const { question, answer, figures } = briefWords(one, language);
        sheet.need(48);
        sheet.write(question, { ...quiet, size: 9, gap: 1 });
        sheet.write(answer, { size: 11, face: "bold", gap: 2 });
        for (const line of figures) sheet.write(line, { ...quiet, gap: 1 });
        sheet.y += 7;
      }
      return;
    case "unknowns":
      sheet.need(60);
      sheet.write(block.title[language], { size: 10.5, face: "bold", gap: 4 });
      for (const line of unknownWords(block, language)) sheet.write(line, { ...body, gap: 3 });
      sheet.y += 8;
      return;
    case "tree":
      drawTree(sheet, block, language);
      return;
    case "lamps":
      writeLamps(sheet, block, language);
      return;
    case "quoted":
      writeQuotes(sheet, block, language);
      return;
    case "text":
      if (block.title) sheet.write(block.title[language], { size: 10.5, face: "bold", gap: 4 });
      for (const paragraph of block.paragraphs) sheet.write(paragraph[language], { ...body, gap: 7 });
      return;
    case "comment":
      sheet.write(textOf(language, "sharing").page.comment, { ...quiet, gap: 1 });
      sheet.write(block.text, { ...body, gap: 12 }, { x: page.left + 10, width: column - 10 });
      return;
  }
}

/** With less than this left on a page, a chapter begins on the next. */
const roomToBegin = 330;

function writeChapter(sheet: Sheet, chapter: Chapter, language: Language, first: boolean): void {
  sheet.chapter = chapter.title[language];
  if (first) sheet.heads[sheet.heads.length - 1] = sheet.chapter;
  else if (sheet.room() < roomToBegin) sheet.newPage();
  else sheet.y += 22;
  sheet.paper.outline.addItem(sheet.chapter);
  sheet.write(sheet.chapter, { size: 17, face: "bold", gap: 4 });
  if (chapter.lead) sheet.write(chapter.lead[language], { ...quiet, size: 9, gap: 8 });
  sheet.y += 6;
  for (const block of chapter.blocks) writeBlock(sheet, block, language);
}

export function paperReport(document: ReportDocument, language: Language): Promise<Buffer> {
  const report = textOf(language, "report").report;
  const text = textOf(language, "sharing");
  const format = formatOf(language);
  const title = report.title(document);
  const sheet = makeSheet({ title, language });
  sheet.write(title, { size: 24, face: "bold", gap: 6 });
  sheet.write(report.lead(document), { size: 11, colour: colours.muted, gap: 2 });
  sheet.write(text.page.computed({ at: format.date(document.computedAt), version: document.version }), {
    ...quiet,
    gap: 4,
  });
  for (const line of aboutLines(document, language)) sheet.write(line, { ...body, gap: 4 });
  sheet.y += 18;
  document.chapters.forEach((chapter, at) => {
    writeChapter(sheet, chapter, language, at === 0);
  });
  return finish(sheet, (at, of, chapter) => {
    const { paper } = sheet;
    const line = { width: column, lineBreak: false } as const;
    sheet.style(quiet);
    if (at > 1) {
      paper.text(runningWords(document, language), page.left, 34, line);
      paper.text(chapter, page.left, 34, { ...line, align: "right" });
      paper
        .moveTo(page.left, 50)
        .lineTo(page.width - page.right, 50)
        .lineWidth(0.5)
        .stroke(colours.line);
    }
    sheet.style(quiet);
    paper.text(text.paper.page({ at, of }), page.left, page.height - 40, { ...line, align: "center" });
  });
}
