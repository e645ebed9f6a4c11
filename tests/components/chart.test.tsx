import { expect, test } from "vitest";
import { Chart } from "~/components/chart";
import { type ChartData, csvOf, rowsOf } from "~/components/chart-data";
import { textOf } from "~/i18n/text";
import { drawn, read } from "./draw";

const text = textOf("en", "figure").chart;
const shares: ChartData = {
  kind: "dot",
  categoryAxis: "Role",
  categories: ["Decider", "User"],
  valueAxis: "Share",
  unit: "percent",
  series: [{ label: "Wave 1", values: [0.38, null], intervals: [[0.21, 0.59], null] }],
};

test("a chart becomes rows with its intervals; a gap stays a gap", () => {
  const { columns, rows } = rowsOf(shares, text);
  expect(columns.map(({ header }) => header)).toEqual(["Role", "Wave 1", "Wave 1, low", "Wave 1, high"]);
  expect(rows).toEqual([
    ["Decider", 0.38, 0.21, 0.59],
    ["User", null, null, null],
  ]);
});

test("points become a row each, named where they have names", () => {
  const data: ChartData = {
    kind: "scatter",
    categoryAxis: "Satisfaction",
    valueAxis: "Importance",
    series: [{ label: "Items", points: [{ x: 2, y: 4.5, label: "Price" }] }],
  };
  expect(rowsOf(data, text).columns.map(({ header }) => header)).toEqual([
    "Series",
    "Point",
    "Satisfaction",
    "Importance",
  ]);
  expect(rowsOf(data, text).rows).toEqual([["Items", "Price", 2, 4.5]]);
});

test("the CSV quotes what must be quoted and disarms formulas", () => {
  const csv = csvOf({
    columns: [{ header: "公司" }, { header: "n", unit: "number" }],
    rows: [
      ['A "quoted", name', -1.5],
      ["=HYPERLINK(1)", null],
    ],
  });
  expect(csv).toBe('\uFEFF公司,n\r\n"A ""quoted"", name",-1.5\r\n\'=HYPERLINK(1),\r\n');
});

test("the server sends the finding, n and the whole table", () => {
  const html = drawn(<Chart title="Deciders are undecided" data={shares} n={21} companies={14} />);
  expect(html).toMatch(/<canvas[^>]*role="img"[^>]*aria-label="Deciders are undecided"/);
  expect(read(html)).toContain("n = 21 · 14 companies");
  expect(read(html)).toContain("Decider 38.0% 21.0% 59.0% User");
});

test("a chart without data says so instead of drawing axes", () => {
  const html = drawn(
    <Chart title="Nothing yet" data={{ ...shares, series: [{ label: "Wave 1", values: [null, null] }] }} />,
  );
  expect(read(html)).toBe("Nothing yet No data to draw yet.");
});
