/** Tables on slides: as many rows as fit, and their header again on every slide. */
import type pptxgen from "pptxgenjs";
import type { Language } from "~/domain/language";
import { textOf } from "~/i18n/text";
import { colours } from "./colours";
import { faces, hex, inner, linesOf, margin } from "./pptx-page";
import type { PlainTable } from "./words";

type Slide = ReturnType<InstanceType<typeof pptxgen>["addSlide"]>;

/** Short tables are set larger. */
const tableSize = ({ rows }: PlainTable) => (rows.length <= 9 ? 14 : 11);
const tableRoom = 4.9;
const aNumber = 1.5;

/** Numbers take a fixed width, words what is left, the longer the more. */
function columnWidths({ columns, rows }: PlainTable): number[] {
  const numbers = columns.filter(({ numeric }) => numeric).length;
  const each = numbers === columns.length ? inner / numbers : Math.min(aNumber, (inner * 0.6) / numbers);
  const longest = columns.map(({ header }, at) =>
    Math.max(
      ...[header, ...rows.map((row) => row[at]?.text ?? "")].map((text) => linesOf(text, 20, 1 / 72)),
      12,
    ),
  );
  const words = longest.map((length, at) => (columns[at]?.numeric ? 0 : Math.min(length, 60)));
  const sum = words.reduce((all, one) => all + one, 0) || 1;
  return columns.map(({ numeric }, at) =>
    numeric ? each : ((words[at] ?? 0) / sum) * (inner - numbers * each),
  );
}

/** Rows that fit on a slide each; every one holds at least one. */
function pagesOf(table: PlainTable, widths: readonly number[]): PlainTable["rows"][] {
  const { columns, rows } = table;
  const size = tableSize(table);
  const heightOf = (texts: readonly string[]) =>
    0.1 + (Math.max(...texts.map((text, at) => linesOf(text, size, widths[at]! - 0.2))) * size * 1.25) / 72;
  const head = heightOf(columns.map(({ header }) => header));
  const pages: PlainTable["rows"][] = [[]];
  let used = head;
  for (const row of rows) {
    const height = heightOf(row.map(({ text }) => text));
    const page = pages.at(-1)!;
    if (page.length > 0 && used + height > tableRoom) {
      pages.push([row]);
      used = head + height;
    } else {
      page.push(row);
      used += height;
    }
  }
  return pages;
}

/** Rows with their header repeated on every slide; no row is cut. */
export function addTable(
  make: (title: string) => Slide,
  table: PlainTable,
  language: Language,
  title: string,
): void {
  const more = textOf(language, "sharing").paper.more;
  const widths = columnWidths(table);
  const pages = pagesOf(table, widths);
  const align = (at: number) => ({
    align: table.columns[at]?.numeric ? ("right" as const) : ("left" as const),
  });
  pages.forEach((rows, page) => {
    const slide = make(page === 0 ? title : more({ title }));
    const head = table.columns.map(({ header }, at) => ({
      text: header,
      options: { bold: true, color: hex(colours.muted), ...align(at) },
    }));
    const body = rows.map((row) => row.map(({ text }, at) => ({ text, options: align(at) })));
    slide.addTable([head, ...body], {
      ...{ x: margin, y: 1.45, w: inner, colW: widths },
      ...{ fontSize: tableSize(table), fontFace: faces[language], color: hex(colours.ink) },
      border: { type: "solid", pt: 0.5, color: hex(colours.line) },
      margin: [0.04, 0.08, 0.04, 0.08],
    });
    if (table.note && page === pages.length - 1)
      slide.addText(table.note, {
        ...{ x: margin, y: 6.5, w: inner, h: 0.5, valign: "top", fit: "shrink" },
        ...{ fontSize: 11, color: hex(colours.muted), fontFace: faces[language] },
      });
  });
}
