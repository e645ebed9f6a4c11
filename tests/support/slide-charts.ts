/** The charts of a deck in the order of its slides, each with the sheet that "Edit data" opens. */
import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";

const inside = (xml: string, tag: string) =>
  new RegExp(`<c:${tag}>(.*?)</c:${tag}>`, "s").exec(xml)?.[1] ?? "";

/** Values by their place; what has none is not there. */
const pointsIn = (xml: string) =>
  new Map(
    [...xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, value]) => [
      Number(at),
      Number(value),
    ]),
  );

async function chartIn(parts: Record<string, Uint8Array>, number: number) {
  const xml = strFromU8(parts[`ppt/charts/chart${number}.xml`]!);
  const book = parts[`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`]!;
  const cells = strFromU8(unzipSync(book)["xl/worksheets/sheet1.xml"]!);
  const [head = [], ...rows] = (await readSheet(Buffer.from(book))) as unknown[][];
  /** The header of the column that a range of the chart points at. */
  const headerOf = (part: string) => {
    const letters = /<c:f>Sheet1!\$([A-Z]+)\$2:/.exec(part)?.[1] ?? "";
    return head[[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
  };
  return {
    xml,
    series: [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => {
      const [down, up] = [inside(one, "minus"), inside(one, "plus")];
      return {
        xml: one,
        name: inside(inside(one, "tx"), "v"),
        values: pointsIn(inside(one, "val") || inside(one, "yVal")),
        across: pointsIn(inside(one, "xVal")),
        whisker: down && { down: pointsIn(down), up: pointsIn(up), from: [headerOf(down), headerOf(up)] },
      };
    }),
    column: (header: string) => rows.map((row) => row[head.indexOf(header)]),
    formulas: new Map([...cells.matchAll(/<c r="(\w+)"><f>([^<]*)<\/f>/g)].map(([, at, of]) => [at, of])),
  };
}

export async function slideCharts(deck: Uint8Array) {
  const parts = unzipSync(deck);
  const numbers = Object.keys(parts)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  return Promise.all(numbers.map((number) => chartIn(parts, number)));
}
