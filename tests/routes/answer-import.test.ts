import { afterAll, beforeAll, describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { listCollectors } from "~/data/collectors";
import { listEvidence } from "~/data/evidence";
import { findImport, listImports } from "~/data/imports";
import * as one from "~/routes/results/import";
import * as all from "~/routes/results/imports";
import * as response from "~/routes/results/response";
import * as review from "~/routes/results/review";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { fieldStudy } from "../support/fielded";
import { loaded } from "../support/loaded";
import { memberOf } from "../support/member-of";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

const choices = (...texts: [string, string, string][]) =>
  texts.map(([value, zh, en]) => ({ value, text: { "zh-cn": zh, default: en } }));
const questionnaire = {
  pages: [
    {
      name: "p",
      elements: [
        {
          ...{ type: "text", name: "gate_company", measure: "gate.company", isRequired: true },
          title: { "zh-cn": "贵公司名称", default: "Your company" },
        },
        {
          ...{ type: "radiogroup", name: "often", isRequired: true },
          title: { "zh-cn": "使用频率", default: "How often" },
          choices: choices(["daily", "每天", "Daily"], ["weekly", "每周", "Weekly"]),
        },
        { type: "comment", name: "why", title: { "zh-cn": "为什么", default: "Why" } },
      ],
    },
  ],
};

let store: Store;
let study: Awaited<ReturnType<typeof fieldStudy>>;
let owner: Awaited<ReturnType<typeof memberOf>>;
let stranger: Awaited<ReturnType<typeof signedIn>>;
let questionnaireId = "";
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  study = await fieldStudy(store, { questionnaires: { user: questionnaire } });
  owner = await memberOf(store, study.workspaceId);
  stranger = await signedIn(store);
  const [collector] = (await listCollectors(store, study)).filter((row) => row.questionnaireId !== null);
  questionnaireId = collector?.questionnaireId ?? "";
});
afterAll(() => store.close());

const params = (importId?: string) => ({ studyId: study.studyId, ...(importId && { importId }) });
async function upload(content: BlobPart, name = "answers.csv", more: Record<string, string> = {}) {
  const form = new FormData();
  form.set("file", new File([content], name));
  form.set("questionnaire", questionnaireId);
  for (const [field, value] of Object.entries(more)) form.set(field, value);
  const headers = { Cookie: owner.request("/x").headers.get("Cookie") ?? "" };
  const request = new Request("http://localhost/x", { method: "POST", headers, body: form });
  const came = await run(all.action, request, params());
  return { ...came, importId: came.to?.split("/").at(-1) ?? "" };
}
const open = (importId: string) =>
  one.loader({ request: owner.request("/x"), params: params(importId), context: {} });
const look = async (importId: string) => (await open(importId)).preview!;
const send = (importId: string, fields: Record<string, string>) =>
  run(one.action, owner.request("/x", fields), params(importId));
/** The form as the preview draws it. */
const fieldsOf = ({ columns, words }: Awaited<ReturnType<typeof look>>) => ({
  ...Object.fromEntries(columns.map(({ field }, column) => [`column-${column}`, field])),
  ...Object.fromEntries(words.map(({ column, cell, as }) => [`as:${column}:${cell}`, as])),
});
const counted = async () => listEvidence(store, study);

const wjx = [
  "序号,提交答卷时间,所用时间,来自IP,1、贵公司名称,2、使用频率,3、为什么",
  "1,2026/3/1 12:30:05,123秒,1.2.3.4,云帆科技,每天,好用",
  "2,2026/3/2 12:30:05,60秒,1.2.3.5,Acme,偶尔,",
  "3,2026/3/3 12:30:05,60秒,1.2.3.6,,每周,",
].join("\r\n");
/** "序号,…" as 问卷星 writes it in GBK, cut to one row. */
const gbk = Buffer.from(
  "d0f2bac52cccc1bdbbb4f0beedcab1bce42cb9f3b9abcbbec3fbb3c62ccab9d3c3c6b5c2ca0d0a392c323032362f332f392031303a30303a30302cd4c6b7abbfc6bcbc2cc3bfccec0d0a",
  "hex",
);

describe("a file of answers", () => {
  test("is looked at, mended, counted, found again, and taken back whole", async () => {
    const before = (await counted()).length;
    const { importId, status } = await upload(`\uFEFF${wjx}`);
    expect(status).toBe(302);
    const shown = await look(importId);
    expect(shown).toMatchObject({ format: "wjx", counts: { added: 1, known: 0, refused: 2 } });
    expect(shown.words).toMatchObject([{ cell: "偶尔", as: "" }]);
    expect(shown.refused.map(({ row, item, code }) => [row, item, code])).toEqual([
      [3, "often", "not-a-choice"],
      [4, "gate_company", "required"],
    ]);
    expect((await counted()).length).toBe(before);

    await send(importId, { ...fieldsOf(shown), "as:5:偶尔": "weekly", intent: "look" });
    expect((await look(importId)).counts).toEqual({ added: 2, known: 0, refused: 1 });
    await send(importId, { ...fieldsOf(await look(importId)), intent: "confirm" });
    const evidence = await counted();
    expect(evidence).toHaveLength(before + 2);
    const [first] = evidence.filter(({ companyName }) => companyName === "云帆科技");
    expect(first).toMatchObject({
      ...{ role: "user", language: "zh-CN", completedAt: Date.UTC(2026, 2, 1, 12, 30, 5) },
      answers: { gate_company: "云帆科技", often: "daily", why: "好用" },
    });
    const collectors = await listCollectors(store, study);
    expect(collectors.find(({ id }) => id === first?.collectorId)).toMatchObject({ kind: "import" });
    const responseId = first!.id;
    const read = loaded(response.loader, owner.request("/x"), { studyId: study.studyId, responseId });
    expect((await read).importedFrom).toBe("answers.csv");
    // They stand among the responses that are checked.
    expect((await loaded(review.loader, owner.request("/x"), params())).complete).toBe(before + 2);

    const again = await upload(`\uFEFF${wjx}`, "again.csv");
    const remembered = await look(again.importId);
    expect(remembered.words).toMatchObject([{ cell: "偶尔", as: "weekly" }]);
    expect(remembered.counts).toEqual({ added: 0, known: 2, refused: 1 });
    await send(again.importId, { ...fieldsOf(remembered), intent: "confirm" });
    expect(await counted()).toHaveLength(before + 2);

    expect(await send(importId, { intent: "undo" })).toMatchObject({ body: { undone: 2 } });
    expect(await counted()).toHaveLength(before);
    const { companies } = store.tables;
    expect((await store.db.select().from(companies)).map(({ name }) => name)).not.toContain("云帆科技");
    expect(await send(importId, { intent: "undo" })).toMatchObject({ status: 302 });
    const { outcome } = await open(importId);
    expect(outcome).toMatchObject({ undone: true, counts: { added: 2, refused: 1 } });
  });

  test("is understood in GBK, too", async () => {
    const { importId } = await upload(gbk);
    expect(await look(importId)).toMatchObject({
      counts: { added: 1, refused: 0 },
      first: [{ company: "云帆科技" }],
    });
  });

  test("is read from a workbook, with the day and the time of its cells", async () => {
    const [header, first] = wjx.split("\r\n").map((line) => line.split(","));
    const at = new Date(Date.UTC(2026, 2, 1, 12, 30, 5));
    const rows = [header!, first!.map((cell, column) => (column === 1 ? at : cell))];
    const sheet = rows.map((row) =>
      row.map((value) =>
        value instanceof Date
          ? { value, type: Date, format: "yyyy-mm-dd hh:mm:ss" }
          : { value, type: String },
      ),
    );
    const { importId } = await upload(new Uint8Array(await writeXlsxFile(sheet).toBuffer()), "answers.xlsx");
    await send(importId, { ...fieldsOf(await look(importId)), intent: "confirm" });
    const came = (await counted()).filter(({ completedAt }) => completedAt === at.getTime());
    expect(came).toMatchObject([{ companyName: "云帆科技", answers: { often: "daily" } }]);
    await send(importId, { intent: "undo" });
  });

  test("is read in the encoding a person names where the guess is wrong", async () => {
    const big5 = Buffer.from("a5d1a4bdaa6d0a", "hex");
    const table = Buffer.concat([
      Buffer.from("id,Your company,How often\n1,"),
      big5.subarray(0, 6),
      Buffer.from(",Daily\n"),
    ]);
    const named = async (encoding: string) =>
      (await look((await upload(table, "big5.csv", { encoding })).importId)).first[0]?.company;
    expect(await named("big5")).toBe(new TextDecoder("big5").decode(big5.subarray(0, 6)));
    expect(await named("")).not.toBe(await named("big5"));
    expect(await named("nonsense")).toBe(await named(""));
  });

  test("confirming twice at once writes once", async () => {
    const { importId } = await upload(gbk, "twice.csv");
    const fields = { ...fieldsOf(await look(importId)), intent: "confirm" };
    const before = (await counted()).length;
    await Promise.all([send(importId, fields), send(importId, fields)]);
    expect(await counted()).toHaveLength(before + 1);
    expect((await findImport(store, { ...study, importId }))?.finishedAt).not.toBeNull();
    await send(importId, { intent: "undo" });
  });

  test.each([
    ["", "a.csv", "empty"],
    ["just one cell", "a.csv", "no-table"],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "a.xls", "old-excel"],
  ])("that is none is refused: %#", async (content, name, problem) => {
    expect(await upload(content, name)).toMatchObject({ status: 422, body: { problem } });
  });

  test("needs a questionnaire that is published", async () => {
    expect(await upload(wjx, "a.csv", { questionnaire: "none" })).toMatchObject({
      ...{ status: 422, body: { problem: "no-questionnaire" } },
    });
  });

  test("belongs to its study and workspace", async () => {
    const { importId } = await upload(gbk, "own.csv");
    const other = await fieldStudy(store, { questionnaires: { user: questionnaire } });
    const elsewhere = { studyId: other.studyId, importId };
    expect(await run(one.loader, stranger.request("/x"), params(importId))).toMatchObject({ status: 404 });
    const member = await memberOf(store, other.workspaceId);
    expect(await run(one.loader, member.request("/x"), elsewhere)).toMatchObject({ status: 404 });
    expect(await run(one.action, member.request("/x", { intent: "undo" }), elsewhere)).toMatchObject({
      status: 404,
    });
    expect(
      await listImports(store, { ...study, workspaceId: stranger.workspaceId, kind: "answers" }),
    ).toEqual([]);
    const listed = await all.loader({ request: owner.request("/x"), params: params(), context: {} });
    expect(listed.imports.map(({ fileName }) => fileName)).toContain("own.csv");
  });
});
