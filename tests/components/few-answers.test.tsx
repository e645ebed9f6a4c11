/** Screens about studies with hardly any answers. */
import { expect, test } from "vitest";
import type { ReportDocument } from "~/domain/report/document/report-document";
import { ReportPage } from "~/features/report/document/report-page";
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
