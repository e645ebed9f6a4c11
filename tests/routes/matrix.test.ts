import { readSheet } from "read-excel-file/node";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { listRivals } from "~/data/competitors";
import { findFeature, insertFeatures, listCells, updateFeature } from "~/data/features";
import { listStudies } from "~/data/studies";
import * as cells from "~/routes/competitors/cells";
import * as matrix from "~/routes/competitors/matrix";
import * as matrixCsv from "~/routes/competitors/matrix-csv";
import * as matrixXlsx from "~/routes/competitors/matrix-xlsx";
import * as create from "~/routes/studies/new";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Member = Awaited<ReturnType<typeof signedIn>>;
let store: Store;
let owner: Member;
let studyId: string;
let featureId: string;
let rivalKey: string;

const where = () => ({ workspaceId: owner.workspaceId, studyId });
const newStudy = async (member: Member) => {
  const fields = {
    product: "Hemu",
    businessType: "saas",
    stage: "growth",
    currency: "CNY",
    languages: ["en"],
  };
  await create.action(args(member.request("/studies/new", { ...fields, competitors: "Beta" })));
  return (await listStudies(store, member))[0]!.id;
};

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  studyId = await newStudy(owner);
  const name = { "zh-CN": "导出", en: "Export" };
  const feature = { category: "", name, description: "", need: null, asked: null, measure: null };
  featureId = (await insertFeatures(store, { ...where(), features: [feature], now: 1 }))[0]!;
  rivalKey = (await listRivals(store, where()))[0]!.key;
});

const blank = { support: "yes", quality: null, note: "", source: "", checkedOn: null, revision: 0 };
const change = (given: object = {}) => ({ featureId, vendor: "us", ...blank, ...given });
const path = "/studies/x/competitors/cells";

/** A request of a member with JSON or a form with a file, as the page sends them. */
const sent = (member: Member, body: BodyInit, headers: Record<string, string> = {}) => {
  const { headers: own } = member.request(path, {});
  const cookie = own.get("Cookie") ?? "";
  return new Request("http://localhost/", {
    method: "POST",
    headers: { Cookie: cookie, Origin: "http://localhost", ...headers },
    body,
  });
};
const save = (changes: unknown, member = owner, headers = {}) =>
  cells.action(args(sent(member, JSON.stringify(changes), headers), { studyId }));
const saved = async (changes: unknown) => {
  const response = await save(changes);
  if (!(response instanceof Response)) throw new Error("refused");
  return response.json();
};
const fileOf = (text: string) => {
  const form = new FormData();
  form.set("intent", "import");
  form.set("file", new File([text], "matrix.csv", { type: "text/csv" }));
  return form;
};

describe("cells", () => {
  test("are saved by revision, with who and when; a late one gets the other's back", async () => {
    expect(await saved([change(), change({ vendor: rivalKey, support: "no" })])).toMatchObject({
      written: [{ revision: 1 }, { vendor: rivalKey, revision: 1 }],
      conflicts: [],
      savedBy: "Min Wang",
    });
    expect(await saved([change({ support: "partial" })])).toMatchObject({
      written: [],
      conflicts: [{ support: "yes", revision: 1, savedBy: "Min Wang" }],
    });
    expect(await saved([change({ revision: 1, quality: 5, source: "demo" })])).toMatchObject({
      written: [{ revision: 2 }],
    });
    const asked = owner.request(`${path}?feature=${featureId}&vendor=us`);
    const history = await (await cells.loader(args(asked, { studyId }))).json();
    expect(history).toMatchObject([{ revision: 2, source: "demo" }, { revision: 1 }]);
  });

  test("that are none are refused, and nothing of them is written", async () => {
    const refused = [
      [],
      "x",
      [change({ quality: 6 })],
      [change({ amount: -1 })],
      [change({ amount: "5" })],
      [change({ support: "great" })],
      [change({ note: "x".repeat(501) })],
      [change({ checkedOn: "2026-02-30" })],
    ];
    for (const changes of refused) expect(await statusOf(() => save(changes))).toBe(400);
    expect(await statusOf(() => save([change(), change({ vendor: "nobody" })]))).toBe(404);
    expect(await statusOf(() => save([change({ featureId: "elsewhere" })]))).toBe(404);
    expect(await listCells(store, where())).toEqual([]);
  });
});

describe("a file", () => {
  const send = (text: string, member = owner) => matrix.action(args(sent(member, fileOf(text)), { studyId }));

  test("goes out and comes back changed; what it says already is not written again", async () => {
    await save([change({ quality: 3 })]);
    const out = await matrixCsv.loader(args(owner.request("/x"), { studyId }));
    const text = await out.text();
    expect(text).toContain('"Export","Hemu","yes",3');
    expect(await send(text)).toMatchObject({ data: { file: { result: { written: 0, problems: [] } } } });
    const edited = text.replace('"Beta","unknown",', '"Beta","partial",2');
    expect(await send(edited)).toMatchObject({ data: { file: { result: { written: 1, conflicts: 0 } } } });
    const rows = await listCells(store, where());
    expect(rows.find(({ vendor }) => vendor === rivalKey)).toMatchObject({ support: "partial", quality: 2 });
  });

  test("brings amounts where a feature is measured, and leaves them alone where it has no such column", async () => {
    const feature = await findFeature(store, { ...where(), featureId });
    const measure = { unit: "¥", better: "less" as const };
    await updateFeature(store, { ...where(), featureId, revision: 1, feature: { ...feature!, measure } });
    const read = async (lines: string[]) => {
      await send(lines.join("\n"));
      return (await listCells(store, where())).map(({ vendor, amount, note }) => [vendor, amount, note]);
    };
    expect(await read(["feature,competitor,support,amount", 'Export,us,,"5,490"'])).toEqual([
      ["us", 5490, ""],
    ]);
    expect(await read(["feature,competitor,support,note", "Export,us,,list price"])).toEqual([
      ["us", 5490, "list price"],
    ]);
    const out = await matrixCsv.loader(args(owner.request("/x"), { studyId }));
    expect(await out.text()).toContain('"Export","Hemu","unknown",,5490,"¥","list price"');
  });

  test("too large, or with the wrong columns, changes nothing", async () => {
    expect(await send("x".repeat(2 * 1024 * 1024 + 1))).toMatchObject({
      data: { file: { kind: "too-large" } },
    });
    expect(await send("a,b\n1,2")).toMatchObject({ data: { file: { result: { ok: false } } } });
    expect(await listCells(store, where())).toEqual([]);
  });
});

test("how old a cell may be is set, in whole days", async () => {
  const set = (staleDays: string) =>
    matrix.action(args(owner.request("/x", { intent: "stale", staleDays }), { studyId }));
  for (const typed of ["0", "1.5", "many", "99999"])
    expect(await set(typed)).toMatchObject({ init: { status: 422 }, data: { typed } });
  expect(await set("３０")).toMatchObject({ data: { kind: "stale" } });
  const seen = await matrix.loader(args(owner.request("/x"), { studyId }));
  expect(seen).toMatchObject({
    staleDays: 30,
    vendors: [{ key: "us", name: "Hemu" }, { name: "Beta" }],
    features: [{ id: featureId }],
  });
});

test("strangers find no matrix, leadership none to change, other sites nothing", async () => {
  await save([change()]);
  const stranger = await signedIn(store);
  const viewer = await signedIn(store, { role: "viewer" });
  const foreign = { Origin: "https://elsewhere.example" };
  const late = [change({ revision: 1, support: "no" })];
  const file = (member: Member) => matrix.action(args(sent(member, fileOf("x")), { studyId }));
  const reads = (member: Member) => [
    () => matrix.loader(args(member.request("/x"), { studyId })),
    () => matrixCsv.loader(args(member.request("/x"), { studyId })),
    () => cells.loader(args(member.request(`${path}?feature=${featureId}&vendor=us`), { studyId })),
  ];
  expect(await statusOf(() => save(late, stranger))).toBe(404);
  expect(await statusOf(() => file(stranger))).toBe(404);
  for (const read of reads(stranger)) expect(await statusOf(read)).toBe(404);
  expect(await statusOf(() => save(late, viewer))).toBe(403);
  expect(await statusOf(() => file(viewer))).toBe(403);
  for (const read of reads(viewer)) expect(await statusOf(read)).toBe(302);
  expect(await statusOf(() => save(late, owner, foreign))).toBe(403);
  expect(await listCells(store, where())).toMatchObject([{ support: "yes", revision: 1 }]);
});

describe("the workbook", () => {
  const upload = async (bytes: BlobPart, name: string) => {
    const form = new FormData();
    form.set("intent", "import");
    form.set("file", new File([bytes], name));
    return matrix.action(args(sent(owner, form), { studyId }));
  };

  test("is filled in and read back; what it says again changes nothing", async () => {
    await saved([change({ quality: 4, note: "=1+1", source: "试用", checkedOn: "2026-03-31" })]);
    const out = await matrixXlsx.loader(args(owner.request("/x"), { studyId }));
    expect(out.headers.get("Content-Disposition")).toContain("matrix.xlsx");
    const bytes = Buffer.from(await out.arrayBuffer());
    const rows = (await readSheet(bytes)) as unknown[][];
    expect(rows[0]).toContain("checked_on");
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual(expect.arrayContaining(["yes", 4, "=1+1", "试用", "2026-03-31"]));
    expect(await upload(new Uint8Array(bytes), "matrix.xlsx")).toMatchObject({
      data: { file: { kind: "read", result: { ok: true, written: 0, problems: [] } } },
    });
    const day = { value: new Date("2026-04-01T00:00:00Z"), type: Date, format: "yyyy-mm-dd" };
    const typed = await writeXlsxFile([
      ["feature", "competitor", "support", "quality", "checked_on"].map((value) => ({ value })),
      [{ value: "Export" }, { value: "Beta" }, { value: "部分" }, { value: 2 }, day],
    ]).toBuffer();
    expect(await upload(new Uint8Array(typed), "mine.xlsx")).toMatchObject({
      data: { file: { kind: "read", result: { written: 1, problems: [] } } },
    });
    expect(await listCells(store, where())).toContainEqual(
      expect.objectContaining({ vendor: rivalKey, support: "partial", quality: 2, checkedOn: "2026-04-01" }),
    );
  });

  test("that is none is refused, and nothing is written", async () => {
    expect(await upload("PK nonsense", "broken.xlsx")).toMatchObject({
      init: { status: 422 },
      data: { file: { kind: "unreadable" } },
    });
    expect(await listCells(store, where())).toEqual([]);
    const viewer = await signedIn(store, { role: "viewer" });
    expect(await statusOf(() => matrixXlsx.loader(args(viewer.request("/x"), { studyId })))).toBe(302);
  });
});
