/** Exported files in real readers: LibreOffice, poppler and PSPP open them and find the report's figures. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { strToU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Language } from "~/domain/language";
import { type FigureUnit, figuresOf, type ReportDocument } from "~/domain/report/document/report-document";
import * as files from "~/routes/reports/file";
import { figureWords } from "~/server/export/words";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { loadedReport } from "../support/loaded-report";
import { type CsvRow, parseCsv } from "../support/recount";
import { signedIn } from "../support/signed-in";
import { slideCharts } from "../support/slide-charts";
import { openMemoryStore } from "../support/stores";

const isThere = (program: string) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

// Other programs start slowly, and beside other tests more slowly still.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), "trivista-files-"));
let store: Store;
let document: ReportDocument;
let rows: CsvRow[] = [];
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  const owner = await signedIn(store);
  const studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  document = (await loadedReport(owner.request("/x"), studyId)).document;
  for (const language of ["zh-CN", "en"])
    for (const kind of ["pdf", "pptx", "xlsx", "sav", "csv", "json"]) {
      const request = owner.request("/x", undefined, {
        Cookie: `${owner.request("/x").headers.get("Cookie")?.split(";")[0]}; lang=${language}`,
      });
      const file = await files.loader({ request, params: { studyId, file: `report.${kind}` }, context: {} });
      writeFileSync(join(folder, `${language}.${kind}`), new Uint8Array(await file.arrayBuffer()));
    }
  rows = parseCsv(readFileSync(join(folder, "en.csv"), "utf8").replace(/^\uFEFF/, ""));
});
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const runIn = (program: string, ...args: string[]) =>
  execFileSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 150_000,
  });

const office = (convertTo: string, name: string) =>
  runIn(
    "soffice",
    "--headless",
    `-env:UserInstallation=file://${folder}/profile`,
    "--convert-to",
    convertTo,
    "--outdir",
    `${folder}/out`,
    name,
  );

/** Text as it is compared: without spaces, which readers set as they like. */
const squeezed = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

function expectFigures(text: string, language: Language) {
  const found = squeezed(text);
  for (const figure of figuresOf(document).values()) {
    const { label, value, detail } = figureWords(figure, language);
    for (const part of [label, value, detail]) expect(found).toContain(squeezed(part));
  }
}

describe.skipIf(!isThere("pdftotext"))("the PDF in poppler", () => {
  test.each(["zh-CN", "en"] as const)("%s: every figure, heads, page numbers, embedded fonts", (language) => {
    const text = runIn("pdftotext", "-layout", `${language}.pdf`, "-");
    expectFigures(text, language);
    const pages = text.split("\f").slice(0, -1);
    pages.forEach((page, at) => {
      expect(squeezed(page)).toContain(`${at + 1}/${pages.length}`);
    });
    for (const page of pages.slice(1))
      expect(squeezed(page)).toContain(language === "en" ? "decision-chainreport" : "决策链报告");
    for (const chapter of document.chapters)
      expect(squeezed(text)).toContain(squeezed(chapter.title[language]));
    const fonts = runIn("pdffonts", `${language}.pdf`).trim().split("\n").slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/NotoSansSC.* yes +yes +yes/);
    // Two faces of ten megabytes each, of which only the signs used travel along.
    expect(readFileSync(join(folder, `${language}.pdf`)).length).toBeLessThan(1_000_000);
  });
});

describe("the slides", () => {
  test("charts are PowerPoint's own and hold the figures", () => {
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder, "en.pptx"))));
    const charts = Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    const drawn = document.chapters.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "chart"));
    expect(charts).toHaveLength(drawn.length);
    // The workbook behind each chart is what "Edit data" opens.
    expect(Object.keys(parts).filter((name) => /^ppt\/embeddings\/.*\.xlsx$/.test(name))).toHaveLength(
      drawn.length,
    );
    expect(Object.keys(parts).filter((name) => /\.(png|jpe?g)$/.test(name))).toEqual([]);
    const xml = charts.map((name) => new TextDecoder().decode(parts[name])).join("");
    for (const block of drawn) {
      if (block.kind !== "chart" || !("categories" in block.chart) || block.chart.kind === "range") continue;
      for (const { values } of block.chart.series)
        for (const value of values) if (value !== null) expect(xml).toContain(`<c:v>${value}</c:v>`);
    }
    expect(strToU8(xml).length).toBeGreaterThan(10_000);
  });

  test.each([
    ["en", (series: string) => [`${series}, low`, `${series}, high`]],
    ["zh-CN", (series: string) => [`${series}（下限）`, `${series}（上限）`]],
  ] as const)("%s: every point has the report's interval, drawn and in its sheet", async (language, ends) => {
    const charts = await slideCharts(new Uint8Array(readFileSync(join(folder, `${language}.pptx`))));
    const blocks = document.chapters.flatMap((one) =>
      one.blocks.flatMap((block) => (block.kind === "chart" ? [block] : [])),
    );
    expect(charts).toHaveLength(blocks.length);
    let checked = 0;
    blocks.forEach(({ chart }, at) => {
      if (!("categories" in chart) || chart.kind === "range") return;
      const { series, column } = charts[at]!;
      chart.series.forEach(({ label, values, intervals }, index) => {
        const drawn = series[index]!;
        expect(drawn.name).toBe(label[language]);
        expect(Boolean(drawn.whisker)).toBe(intervals !== undefined);
        if (!intervals || !drawn.whisker) return;
        const [low, high] = ends(label[language]).map(column) as [unknown[], unknown[]];
        const { down, up } = drawn.whisker;
        values.forEach((value, row) => {
          const interval = intervals[row] ?? null;
          expect([low[row], high[row]]).toEqual(interval ?? [null, null]);
          expect(down.has(row) && up.has(row)).toBe(value !== null && interval !== null);
          if (value === null || interval === null) return;
          expect(value - down.get(row)!).toBeCloseTo(interval[0], 10);
          expect(value + up.get(row)!).toBeCloseTo(interval[1], 10);
          checked += 1;
        });
      });
    });
    expect(checked).toBeGreaterThan(80);
  });

  test("draw the lines of the report, named", async () => {
    const charts = await slideCharts(new Uint8Array(readFileSync(join(folder, "en.pptx"))));
    const blocks = document.chapters.flatMap((one) =>
      one.blocks.flatMap((block) => (block.kind === "chart" ? [block] : [])),
    );
    const lined = blocks.flatMap((block, at) => (block.lines ? [{ ...block, drawn: charts[at]! }] : []));
    expect(lined.length).toBeGreaterThan(1);
    for (const { lines = [], chart, drawn } of lined) {
      expect(drawn.xml).toContain("<c:legend>");
      for (const { at, label } of lines) {
        const line = drawn.series.find(({ name }) => name === label.en)!;
        if ("categories" in chart) {
          expect([...line.values.values()]).toEqual(chart.categories.map(() => at));
          // The bars of a tornado start from it.
          expect(drawn.xml).toContain(`<c:crossesAt val="${at}"/>`);
          const ends = chart.series[0]!.intervals!;
          expect(drawn.column("Low")).toEqual(ends.map((pair) => pair![0]));
          expect(drawn.column("High")).toEqual(ends.map((pair) => pair![1]));
        } else {
          expect([...line.values.values()]).toEqual([0, 1]);
          expect([...line.values.keys()].map((row) => line.across.get(row))).toEqual([at, at]);
        }
      }
    }
  });

  test("lie in sections, a chapter each", () => {
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder, "zh-CN.pptx"))));
    const xml = new TextDecoder().decode(parts["ppt/presentation.xml"]);
    const sections = [...xml.matchAll(/<p14:section name="([^"]*)"[^>]*>(.*?)<\/p14:section>/gs)];
    expect(sections.slice(1).map(([, name]) => name)).toEqual(
      document.chapters.map(({ title }) => title["zh-CN"]),
    );
    const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const listed = sections.flatMap(([, , inside]) => inside!.match(/<p14:sldId /g) ?? []);
    expect(listed).toHaveLength(slides.length);
  });

  test.skipIf(!isThere("soffice") || !isThere("pdftotext"))("open in LibreOffice with every figure", () => {
    office("pdf", "zh-CN.pptx");
    expectFigures(runIn("pdftotext", "-layout", "out/zh-CN.pdf", "-"), "zh-CN");
  });
});

describe.skipIf(!isThere("soffice"))("the workbook in LibreOffice", () => {
  test("sheets for answers, codes, codebook and tables, with the report's numbers", () => {
    office("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "en.xlsx");
    const sheets = readdirSync(join(folder, "out")).filter((name) => name.startsWith("en-"));
    const read = (name: string) => readFileSync(join(folder, "out", `en-${name}.csv`), "utf8");
    expect(sheets.length).toBe(document.chapters.length + 3);
    const answers = parseCsv(read("Answers"));
    expect(answers).toHaveLength(rows.length);
    expect(answers.map((row) => row.response)).toEqual(rows.map((row) => row.response));
    const coded = parseCsv(read("Coded"));
    const codebook = parseCsv(read("Codebook"));
    const veryDisappointed = codebook.find((row) => row["Stored as"] === "very")?.Code;
    expect(coded.filter((row) => row["pmf.disappointment"] === veryDisappointed)).toHaveLength(
      rows.filter((row) => row["pmf.disappointment"] === "very").length,
    );
    const shown = read("In short") + read("Product-market fit");
    // A share is written as per cent, and not rounded.
    const written = (value: number, unit: FigureUnit) =>
      String(unit === "percent" ? Number((100 * value).toPrecision(10)) : value).slice(0, 10);
    for (const { key, value, unit } of figuresOf(document).values())
      if (key.startsWith("pmf/") && value !== null) expect(shown).toContain(written(value, unit));
  });
});

describe.skipIf(!isThere("pspp"))("the .sav file in PSPP", () => {
  const ask = (syntax: string) => {
    writeFileSync(join(folder, "ask.sps"), syntax);
    return runIn("pspp", "-O", "format=csv", "ask.sps");
  };

  test("labels, missing values and the numbers of the CSV", () => {
    const said = ask(`GET FILE='en.sav'.
DISPLAY DICTIONARY /VARIABLES=pmf.disappointment anchor.satisfaction_price.
FREQUENCIES /VARIABLES=role pmf.disappointment.
DESCRIPTIVES /VARIABLES=anchor.importance_price anchor.satisfaction_price /STATISTICS=MEAN.`);
    const count = (answer: string) => rows.filter((row) => row["pmf.disappointment"] === answer).length;
    expect(said).toMatch(new RegExp(`Very disappointed,${count("very")},`));
    expect(said).toMatch(new RegExp(`Somewhat disappointed,${count("somewhat")},`));
    expect(said).toContain("User-missing value");
    for (const role of ["decider", "user", "requester"])
      expect(said).toMatch(new RegExp(`${role},${rows.filter((row) => row.role === role).length},`));
    const described = said.slice(said.indexOf("Descriptive Statistics")).split("\n").slice(2, 4);
    ["importance", "satisfaction"].forEach((about, at) => {
      const values = rows.map((row) => Number(row[`anchor.${about}/price`] || "x")).filter(Number.isFinite);
      const [n, mean] = described[at]!.split(",").slice(-2).map(Number);
      expect(n).toBe(values.length);
      expect(mean).toBeCloseTo(values.reduce((sum, one) => sum + one, 0) / values.length, 1.7);
    });
  });

  test("Chinese labels and texts, and texts longer than 255 bytes, come back whole", () => {
    ask(`GET FILE='zh-CN.sav'.
SAVE TRANSLATE /OUTFILE='back.csv' /TYPE=CSV /FIELDNAMES /REPLACE.`);
    const back = parseCsv(readFileSync(join(folder, "back.csv"), "utf8"));
    expect(back.map((row) => row.response)).toEqual(rows.map((row) => row.response));
    expect(back.map((row) => row.company)).toEqual(rows.map((row) => row.company));
    expect(back.map((row) => row["anchor.problem_text"]?.trim() ?? "")).toEqual(
      rows.map((row) => (row["anchor.problem-text"] ?? "").trim()),
    );
  });
});

test("the bundle is computed again by npm run report:verify, which fails on a changed figure", () => {
  const verify = (name: string) => {
    const script = new URL("../../app/launch/report-verify.mjs", import.meta.url).pathname;
    try {
      return { code: 0, said: runIn(process.execPath, script, join(folder, name)) };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { code: status, said: stdout };
    }
  };
  const whole = verify("en.json");
  expect(whole.said).toMatch(/figures, \d{4,} values compared, 0 missed/);
  expect(whole.code).toBe(0);
  const bundle = JSON.parse(readFileSync(join(folder, "en.json"), "utf8"));
  bundle.figures[0].value += 0.001;
  writeFileSync(join(folder, "figure.json"), JSON.stringify(bundle));
  expect(verify("figure.json")).toMatchObject({ code: 1, said: expect.stringContaining("1 missed") });
  bundle.figures[0].value -= 0.001;
  bundle.input.responses.pop();
  writeFileSync(join(folder, "answer.json"), JSON.stringify(bundle));
  expect(verify("answer.json").code).toBe(1);
  writeFileSync(join(folder, "nothing.json"), "{}");
  expect(verify("nothing.json").code).toBe(2);
});
