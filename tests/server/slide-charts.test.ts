import { expect, test } from "vitest";
import type { Block, DocChart, ReportDocument } from "~/domain/report/document/report-document";
import { presentation } from "~/server/export/pptx";
import { slideCharts } from "../support/slide-charts";

const both = (en: string) => ({ "zh-CN": en, en });

function deckOf(chart: DocChart, more: Partial<Extract<Block, { kind: "chart" }>> = {}) {
  const title = both("Shares");
  const document: ReportDocument = {
    ...{ format: 1, product: "Hemu", sample: false, currency: "CNY", version: "1", computedAt: 0 },
    rule: { threshold: 0.4 } as ReportDocument["rule"],
    ...{ responses: 40, companies: 20, lastResponseAt: null },
    chapters: [
      {
        ...{ key: "pmf", title, lead: null },
        blocks: [
          {
            kind: "chart",
            key: "one",
            title,
            chart,
            people: 40,
            companies: 20,
            method: "pmf-score",
            ...more,
          },
        ],
      },
    ],
  };
  return presentation(document, "en");
}

const bars: DocChart = {
  ...{ kind: "bar", horizontal: true, unit: "percent" },
  ...{ categoryAxis: both("Option"), valueAxis: both("Share") },
  categories: ["Price", "Speed", "Support"].map(both),
  series: [
    {
      label: both("Users"),
      role: "user",
      values: [0.5, 0, null],
      intervals: [[0.41, 0.66], [0, 0.09], null],
    },
    { label: both("Deciders"), role: "decider", values: [0.25, null, 0.75] },
  ],
};

test("whiskers are as long as the interval on either side, and follow the sheet", async () => {
  const [chart] = await slideCharts(await deckOf(bars));
  const { series, column, formulas } = chart!;
  expect(series.map(({ name }) => name)).toEqual(["Users", "Deciders"]);
  const { down, up, from } = series[0]!.whisker as Exclude<(typeof series)[0]["whisker"], "">;
  expect([...down]).toEqual([
    [0, 0.5 - 0.41],
    [1, 0],
  ]);
  expect([...up]).toEqual([
    [0, 0.66 - 0.5],
    [1, 0.09],
  ]);
  expect(from).toEqual(["Users −", "Users +"]);
  expect(series[1]!.whisker).toBe("");
  // Zeros stay zeros, and what is missing stays empty.
  expect(column("Users")).toEqual([0.5, 0, null]);
  expect(column("Users, low")).toEqual([0.41, 0, null]);
  expect(column("Users, high")).toEqual([0.66, 0.09, null]);
  expect(column("Deciders")).toEqual([0.25, null, 0.75]);
  expect([...formulas]).toEqual([
    ["F2", "B2-D2"],
    ["G2", "E2-B2"],
    ["F3", "B3-D3"],
    ["G3", "E3-B3"],
  ]);
  // The format wants whiskers before the categories.
  expect(series[0]!.xml).toMatch(/<\/c:dLbls><c:errBars>.*<\/c:errBars><c:cat>/s);
});

test("a label stands behind its whisker", async () => {
  const [chart] = await slideCharts(await deckOf(bars));
  const { xml, series } = chart!;
  const plot = Number(/<c:layoutTarget.*?<c:w val="([\d.]+)"/s.exec(xml)![1]);
  const most = Number(/<c:valAx>.*?<c:max val="([\d.]+)"/s.exec(xml)![1]);
  expect(most).toBeGreaterThanOrEqual(0.66);
  const [first] = /<c:dLbl>.*?<\/c:dLbl>/s.exec(series[0]!.xml)!;
  const shift = Number(/<c:x val="([\d.]+)"/.exec(first)![1]);
  expect(shift).toBeCloseTo(((0.66 - 0.5) / most) * plot, 4);
});

test("the threshold runs through every wave as a series of its own, and whiskers take their role's colour", async () => {
  const { categories, ...rest } = bars as Extract<DocChart, { categories: unknown }>;
  const [chart] = await slideCharts(
    await deckOf(
      { ...rest, categories, kind: "line", horizontal: false },
      { range: [0, 1], lines: [{ axis: "value", at: 0.4, label: both("Threshold") }] },
    ),
  );
  const { xml, series, column } = chart!;
  expect(series.map(({ name }) => name)).toEqual(["Users", "Deciders", "Threshold"]);
  expect(column("Threshold")).toEqual([0.4, 0.4, 0.4]);
  expect(series[2]!.xml).toContain('<a:prstDash val="dash"/>');
  expect(series[2]!.xml).toContain('<c:symbol val="none"/>');
  expect(xml).toContain("<c:legend>");
  expect(series[0]!.xml).toMatch(/<c:marker>.*<c:dLbls>.*<c:errDir val="y"\/>.*008A64.*<c:cat>/s);
});
