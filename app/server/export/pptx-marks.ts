/** What pptxgenjs does not write into its charts: whiskers, reference lines, and the sheet that holds their ends. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Language } from "~/domain/language";
import { colours } from "./colours";
import { hex } from "./pptx-page";

/** A column of the sheet behind a chart, after the first, which names the rows. */
export type Column = {
  name: string;
  values: readonly (number | null)[];
  /** What a cell is counted from, so that a whisker follows the ends that someone edits. */
  formula?: (row: number) => string;
};

/** How a column is drawn. */
export type Drawn = {
  /** The columns that hold how far its whiskers reach down and up. */
  whisker?: { down: number; up: number; colour: string };
  /** How far right of its bar a label stands, in parts of the chart's width. */
  shifts?: readonly number[];
  /** A reference line instead of figures. */
  line?: true;
  dash?: string;
  /** Labels on a dark ground. */
  pale?: true;
};

/** The columns of a chart's sheet, of which the first are its series. */
export type Marks = { columns: readonly Column[]; series: readonly Drawn[] };

/** 0 is A. */
export const letterOf = (column: number): string =>
  (column < 26 ? "" : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const stroke = (colour: string, points: number, dash: string) =>
  `<a:ln w="${Math.round(points * 12_700)}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:prstDash val="${dash}"/></a:ln>`;

const whole = /<c:ser>.*?<\/c:ser>/gs;
const labels = /<c:dLbls>.*?<\/c:dLbls>/s;
const marker = /<c:marker>.*?<\/c:marker>/s;

function whiskers({ down, up, colour }: NonNullable<Drawn["whisker"]>, all: readonly string[]): string {
  const reach = (column: number) => /<c:val>(.*?)<\/c:val>/s.exec(all[column]!)![1]!;
  return `<c:errBars>${all[0]!.includes("<c:smooth") ? '<c:errDir val="y"/>' : ""}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${reach(up)}</c:plus><c:minus>${reach(down)}</c:minus><c:spPr>${stroke(colour, 1, "solid")}</c:spPr></c:errBars>`;
}

/** Each label that is moved says again how it is written: not every reader takes that from the others. */
function moved(group: string, shifts: readonly number[]): string {
  const looks = /<c:numFmt.*<\/c:txPr>/s.exec(group)?.[0] ?? "";
  const shown = /<c:showLegendKey.*<c:showBubbleSize val="0"\/>/s.exec(group)?.[0] ?? "";
  const one = (shift: number, at: number) =>
    shift === 0
      ? ""
      : `<c:dLbl><c:idx val="${at}"/><c:layout><c:manualLayout><c:x val="${shift.toFixed(4)}"/><c:y val="0"/></c:manualLayout></c:layout>${looks}<c:dLblPos val="outEnd"/>${shown}</c:dLbl>`;
  return group.replace("<c:dLbls>", () => `<c:dLbls>${shifts.map(one).join("")}`);
}

function seriesOf(xml: string, { whisker, shifts, line, dash, pale }: Drawn, all: readonly string[]): string {
  let own = xml;
  if (line)
    own = own
      .replace(
        /<c:spPr>.*?<\/c:spPr>/s,
        `<c:spPr><a:noFill/>${stroke(hex(colours.ink), 1.25, "dash")}</c:spPr>`,
      )
      .replace(marker, '<c:marker><c:symbol val="none"/></c:marker>')
      .replace(labels, '<c:dLbls><c:delete val="1"/></c:dLbls>');
  if (dash) own = own.replace('<a:prstDash val="solid"/>', `<a:prstDash val="${dash}"/>`);
  if (shifts) own = own.replace(labels, (group) => moved(group, shifts));
  if (pale)
    own = own.replace(labels, (one) => one.replace('<a:srgbClr val="000000"/>', '<a:srgbClr val="FFFFFF"/>'));
  // A line's marker comes before its labels, or the file breaks the format's order.
  const dot = xml.includes("<c:smooth") ? marker.exec(own)?.[0] : undefined;
  if (dot && own.includes("<c:cat>"))
    own = own
      .replace(dot, "")
      .replace('<c:invertIfNegative val="0"/>', "")
      .replace("<c:dLbls>", `${dot}<c:dLbls>`);
  return whisker ? own.replace("<c:cat>", () => `${whiskers(whisker, all)}<c:cat>`) : own;
}

function chartOf(xml: string, { series }: Marks, language: Language): string {
  const plain = xml
    // What has no value has no point, instead of one with an empty value.
    .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "")
    // Chinese signs take the letters of the slides and their Chinese forms, not the program's own.
    .replace(/<a:latin typeface="([^"]*)"\/>/g, '$&<a:ea typeface="$1"/>')
    .replaceAll("<a:defRPr ", `<a:defRPr lang="${language === "en" ? "en-US" : language}" `);
  const all = plain.match(whole) ?? [];
  let at = -1;
  return plain.replace(whole, (one) => {
    at += 1;
    const drawn = series[at];
    return drawn ? seriesOf(one, drawn, all) : "";
  });
}

/** The library leaves zeros out, and knows of no formulas. */
const sheetOf = (xml: string, { columns }: Marks): string =>
  xml.replace(/<c r="([A-Z]+)(\d+)"><v>[^<]*<\/v><\/c>/g, (cell, letters: string, row: string) => {
    const column = columns.find((_, index) => letterOf(index + 1) === letters);
    if (!column) return cell;
    const value = column.values[Number(row) - 2] ?? null;
    if (value === null) return "";
    const formula = column.formula ? `<f>${column.formula(Number(row))}</f>` : "";
    return `<c r="${letters}${row}">${formula}<v>${value}</v></c>`;
  });

const numberIn = (name: string) => Number(/\d+/.exec(name)![0]);

/** The deck with the marks of its charts, given in the order in which they were added. */
export function withMarks(deck: Uint8Array, charts: readonly Marks[], language: Language): Uint8Array {
  const parts = unzipSync(deck);
  const change = (within: typeof parts, name: string, into: (xml: string) => string) => {
    within[name] = strToU8(into(strFromU8(within[name]!)));
  };
  Object.keys(parts)
    .filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .sort((a, b) => numberIn(a) - numberIn(b))
    .forEach((name, at) => {
      const marks = charts[at]!;
      change(parts, name, (xml) => chartOf(xml, marks, language));
      const book = `ppt/embeddings/Microsoft_Excel_Worksheet${numberIn(name)}.xlsx`;
      const sheets = unzipSync(parts[book]!);
      change(sheets, "xl/worksheets/sheet1.xml", (xml) => sheetOf(xml, marks));
      parts[book] = zipSync(sheets);
    });
  return zipSync(parts);
}
