/** Screens about studies with hardly any answers. */
import { expect, test } from "vitest";
import { coreUseBands } from "~/domain/questionnaire/answer-options";
import type { ReportDocument } from "~/domain/report/document/report-document";
import { ByRole } from "~/features/competitors/by-role";
import { ReportPage } from "~/features/report/document/report-page";
import { LampStrip } from "~/features/report/lamp-strip";
import { PmfSides } from "~/features/report/pmf-sides";
import { PmfSplit } from "~/features/report/pmf-split";
import { textOf } from "~/i18n/text";
import { drawn, read } from "./draw";

const empty: ReportDocument = {
  ...{ format: 1, product: "Qingdan", sample: false, currency: "CNY", version: "1", computedAt: 0 },
  rule: { threshold: 0.4, minUses: 2, windowDays: 14 },
  ...{ companies: 0, responses: 0, lastResponseAt: null, chapters: [] },
};
const words = (text: string) => ({ "zh-CN": text, en: text });

test("a report without answers shows the chapters that need none", () => {
  const chapters: ReportDocument["chapters"] = [
    {
      key: "market",
      title: words("Market size"),
      lead: null,
      blocks: [{ kind: "text", key: "market/room", paragraphs: [words("There is room.")] }],
    },
  ];
  const html = drawn(<ReportPage document={{ ...empty, chapters }} study={null} actions={<p>Present</p>} />);
  expect(read(html)).toContain("So far too few have been finished.");
  expect(read(html)).toContain("Market size There is room.");
  expect(read(html)).toContain("Present");
});

test("a report of nothing offers nothing to take along", () => {
  const html = drawn(<ReportPage document={empty} study={null} actions={<p>Present</p>} />);
  expect(read(html)).toContain("So far too few have been finished.");
  expect(read(html)).not.toContain("Present");
});

const rule = { threshold: 0.4, minUses: 2, windowDays: 14 };

test("how often it is used is counted while few have said so, and a share after that", () => {
  const used = (n: number) => ({
    ...{ role: "user" as const, n },
    bands: coreUseBands.map(({ value }) => ({ value, n: value === "5-9" ? n : 0 })),
  });
  const said = (n: number) =>
    read(drawn(<PmfSides sides={{ countings: [], waves: [], uses: [used(n)] }} rule={rule} />));
  expect(said(4)).toContain("Users: 4 of 4 used the core function");
  expect(said(4)).not.toContain("%");
  expect(said(5)).toContain("Users: 100% used the core function");
});

test("what a roadmap could bring is counted while few have answered", () => {
  const noInterval = { ok: false, reason: "too-few" } as const;
  const told = (name: string, k: number, n: number) => ({
    ...{ key: name, name, k, n, companies: 1, interval: noInterval, quote: null },
  });
  const side = (very: number, n: number) => ({ very, n });
  const split = (n: number) =>
    read(
      drawn(
        <PmfSplit
          base=""
          mayCode={false}
          splits={
            [
              {
                role: "user",
                benefit: { basis: "themes", read: n, answers: n },
                improve: { basis: "themes", read: n, answers: n },
                split: {
                  ok: true,
                  value: {
                    ...{ benefits: [told("speed", 2, 2)], tied: ["calm"], personas: ["Retail"] },
                    ...{ convertible: told("speed", 0, 0), doubleDown: [], holdsBack: [] },
                    ...{ lovers: { companies: 1 }, somewhat: { known: 0 } },
                    ...{ overall: side(2, n), kept: side(2, n - 1), ifAllWon: side(n - 1, n - 1) },
                  },
                },
              },
            ] as never
          }
        />,
      ),
    );
  expect(split(4)).toContain("2 of 3 → 3 of 3");
  expect(split(4)).toContain("is 2 of 3 instead of 2 of 4");
  expect(split(4)).not.toContain("%");
  expect(split(6)).toContain("40% → 100%");
});

test("whom few would choose is counted, and nobody is named who is chosen by none", () => {
  const vendors = [
    { key: "us", name: "Us" },
    { key: "them", name: "Them" },
  ];
  const chosen = (count: number, n: number) => ({
    us: { count: 0, n, share: 0, interval: null },
    them: { count, n, share: count / n, interval: null },
  });
  const wins = [
    { role: "decider" as const, shares: chosen(0, 1) },
    { role: "user" as const, shares: chosen(3, 4) },
    { role: "requester" as const, shares: chosen(4, 5) },
  ];
  const html = drawn(
    <ByRole
      {...{ base: "", currency: "CNY", priceUnit: "", vendors: vendors as never, views: [], maps: [], wins }}
    />,
  );
  expect(read(html)).toContain("Users: Them 3 of 4; Requesters: Them 80%");
  expect(read(html)).not.toContain("Deciders: Us");
});

test("a lamp and its state stand in the punctuation of the reader, with the threshold as the report says it", () => {
  const lamps = { frequency: "dark", upset: "dark", breakEven: "dark" } as const;
  const html = drawn(<LampStrip lamps={lamps} rule={rule} books={null} />, "zh-CN");
  expect(read(html)).toContain("经常使用：没有数据");
  expect(read(html)).toContain("非常失望的使用者达到 40%");
});

test("one response is not all of them", () => {
  const { all } = textOf("en", "filter");
  expect([0, 1, 2].map((n) => all({ n }))).toEqual([
    ...["All 0 complete responses", "1 complete response", "All 2 complete responses"],
  ]);
});
