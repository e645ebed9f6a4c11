import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { startResponse } from "~/data/starting";
import { insertTestLink } from "~/data/test-links";
import { fileLimits } from "~/domain/questionnaire/answer-files";
import { responsesCsv } from "~/domain/report/csv";
import { action as filesAction } from "~/routes/respond/files";
import { action as pageAction, loader as pageLoader } from "~/routes/respond/page";
import { action as saveAction } from "~/routes/respond/save";
import { action as tryAction } from "~/routes/respond/try-files";
import { loader as fileLoader } from "~/routes/results/answer-file";
import { loader as responseLoader } from "~/routes/results/response";
import { hashOfKey } from "~/server/respond";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { newToken } from "~db/new-id";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { get, origin, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { hostileFiles, pdf, png } from "../support/some-files";
import { openMemoryStore } from "../support/stores";

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
afterAll(() => store.close());

const asks = {
  title: "Offer",
  takesFiles: true,
  pages: [
    {
      name: "p",
      elements: [
        {
          type: "file",
          name: "offer",
          title: "Offer",
          allowMultiple: true,
          maxFiles: 2,
          maxSize: 3000,
          isRequired: true,
        },
        { type: "comment", name: "why", title: "Why" },
      ],
    },
  ],
};

/** A response to it, begun. */
async function begun() {
  const study = await fieldStudy(store, { questionnaires: { user: asks } });
  const [token, key] = [study.tokens.user!, newToken()];
  const [collector] = (await store.db.select().from(store.tables.collectors)).filter(
    (one) => one.token === token,
  );
  const [version] = (await store.db.select().from(store.tables.questionnaireVersions)).filter(
    ({ questionnaireId }) => questionnaireId === collector?.questionnaireId,
  );
  const response = await startResponse(store, {
    ...{ workspaceId: study.workspaceId, studyId: study.studyId, waveId: collector!.waveId },
    ...{ collectorId: collector!.id, questionnaireId: version!.questionnaireId, versionId: version!.id },
    ...{
      role: "user",
      keyHash: hashOfKey(token, key),
      language: "en",
      answers: {},
      page: "p",
      now: Date.now(),
    },
  });
  return { ...study, token, key, response, at: { token, key } };
}
type Begun = Awaited<ReturnType<typeof begun>>;

/** What a handler answers, thrown or returned. */
async function answerOf(
  handler: unknown,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  try {
    return await (handler as (given: object) => Promise<Response>)({ request, params, context: {} });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

async function upload(
  { token, key }: Pick<Begun, "token" | "key">,
  bytes: Uint8Array,
  {
    name = "offer.pdf",
    item = "offer",
    headers = {},
  }: { name?: string; item?: string; headers?: Record<string, string> } = {},
) {
  const query = new URLSearchParams({ item, name });
  const request = new Request(`${origin}/api/respond/${token}/${key}/files?${query}`, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/octet-stream", ...headers },
    body: new Uint8Array(bytes),
  });
  const answer = await answerOf(filesAction, request, { token, key });
  const text = await answer.text();
  return { status: answer.status, said: text.startsWith("{") ? JSON.parse(text) : text };
}

const save = (at: Begun["at"], answers: unknown, move = "next") =>
  answerOf(
    saveAction,
    new Request(`${origin}/api/respond/${at.token}/${at.key}`, {
      method: "POST",
      headers: { Origin: origin, "Content-Type": "application/json" },
      body: JSON.stringify({ page: "p", answers, move, seconds: 1 }),
    }),
    at,
  );

const count = async () => (await store.db.select().from(store.tables.answerFiles)).length;

test("a file goes up, is answered with, read by the team, and counted in no export but by its name", async () => {
  const given = await begun();
  const { status, said } = await upload(given, pdf, { name: "C:\\我的报价.pdf" });
  expect([status, said.file]).toMatchObject([
    200,
    { name: "我的报价.pdf", type: "application/pdf", size: pdf.length },
  ]);
  expect((await save(given.at, { offer: [{ id: said.file.id }] })).status).toBe(200);

  const { workspaceId, studyId, response } = given;
  const member = await memberOf(store, workspaceId);
  const path = `/studies/${studyId}/responses/${response.id}`;
  const where = { studyId, responseId: response.id };
  const view = await run(responseLoader, member.request(path), where);
  expect(view.body?.rows).toMatchObject([
    { name: "offer", files: [{ name: "我的报价.pdf", to: `${path}/files/${said.file.id}` }] },
    { name: "why", files: [] },
  ]);
  const file = await answerOf(fileLoader, member.request(`${path}/files/${said.file.id}`), {
    ...where,
    fileId: said.file.id,
  });
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    "content-disposition": `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent("我的报价.pdf")}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  const csv = responsesCsv(await listEvidence(store, { workspaceId, studyId }));
  expect(csv).toContain('"我的报价.pdf"');
  expect(csv).not.toContain(said.file.id);
});

test("nobody else reads it: another workspace, leadership, a visitor, another response's address", async () => {
  const given = await begun();
  const { said } = await upload(given, pdf);
  const where = { studyId: given.studyId, responseId: given.response.id, fileId: said.file.id };
  const path = `/studies/${where.studyId}/responses/${where.responseId}/files/${where.fileId}`;
  const status = async (request: Request, params = where) =>
    (await answerOf(fileLoader, request, params)).status;
  const other = await signedIn(store, {});
  const leader = await memberOf(store, given.workspaceId, { role: "viewer" });
  const member = await memberOf(store, given.workspaceId);
  expect(await status(other.request(path))).toBe(404);
  expect(await status(leader.request(path))).toBe(302);
  expect(await status(get(path))).toBe(302);
  expect(await status(member.request(path), { ...where, responseId: (await begun()).response.id })).toBe(404);
  expect(await status(member.request(path))).toBe(200);
});

test.each(hostileFiles)("%s is refused and not kept", async (name, bytes) => {
  const given = await begun();
  const before = await count();
  const { status, said } = await upload(given, bytes, { name });
  expect(status).toBe(422);
  expect(said.message).toMatch(/kind of file|is empty/);
  expect(await count()).toBe(before);
});

test("too large, too many, another question, no key, another site, a response that is over", async () => {
  const given = await begun();
  const large = new Uint8Array(3001).fill(97);
  expect(await upload(given, large, { name: "a.txt" })).toMatchObject({
    status: 422,
    said: { message: "This file is too large. Please choose one up to 3 KB." },
  });
  const declared = { headers: { "Content-Length": String(fileLimits.size + 1) } };
  expect((await upload(given, pdf, declared)).status).toBe(413);
  expect((await upload(given, new Uint8Array(fileLimits.size + 1))).status).toBe(413);
  expect((await upload(given, pdf, { item: "why" })).status).toBe(404);
  expect((await upload({ ...given, key: newToken() }, pdf)).status).toBe(404);
  expect((await upload(given, pdf, { headers: { Origin: "http://evil.example" } })).status).toBe(403);

  const files = [];
  for (const words of ["one", "two", "three"])
    files.push((await upload(given, new TextEncoder().encode(words), { name: "a.txt" })).said.file);
  const refused = await save(given.at, { offer: files });
  expect([refused.status, (await refused.json()).problems]).toMatchObject([422, [{ code: "file-many" }]]);
  expect((await save(given.at, { offer: files.slice(0, 2) })).status).toBe(200);
  expect((await upload(given, pdf)).status).toBe(410);
});

test("a file is required like any answer, and the same one sent twice is one", async () => {
  const given = await begun();
  expect((await save(given.at, {})).status).toBe(422);
  const [one, two] = [await upload(given, png), await upload(given, png, { name: "again.png" })];
  expect(two.said.file.id).toBe(one.said.file.id);
});

test("so many from one response, and no more for a while", async () => {
  const given = await begun();
  for (let n = 0; n < fileLimits.often.response; n++) await upload(given, new Uint8Array());
  expect(await upload(given, pdf)).toMatchObject({ status: 429, said: { message: /ten minutes/ } });
});

test("without scripts the form brings files along, says what is wrong, and takes one out again", async () => {
  const given = await begun();
  const send = async (files: [string, Uint8Array][], more: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ page: "p", "q:why": "because", upload: "offer", ...more }))
      body.append(name, value);
    for (const [name, bytes] of files) body.append("f:offer", new File([new Uint8Array(bytes)], name));
    const request = new Request(`${origin}/api/respond/${given.token}/${given.key}/files`, {
      method: "POST",
      headers: { Origin: origin },
      body,
    });
    return (await answerOf(filesAction, request, given.at)).headers.get("Location");
  };
  const here = `/r/${given.token}/${given.key}`;
  const look = async (path: string) => {
    const { body } = await run(pageLoader, get(path), given.at);
    return (body as { asked: { view: { form: [string, string][]; problems: object[]; answers: object } } })
      .asked.view;
  };
  expect(await send([["offer.pdf", pdf]])).toBe(here);
  const { form, answers } = await look(here);
  expect(answers).toMatchObject({ offer: [{ name: "offer.pdf" }], why: "because" });
  const kept = form.find(([name]) => name === "q:offer")!;
  const to = await send([["page.html", hostileFiles[0]![1]]], { "q:offer": kept[1] });
  expect((await look(to!)).problems).toMatchObject([{ item: "offer", code: "file-kind" }]);
  const many = await send(
    [
      ["1.png", png],
      ["2.txt", new TextEncoder().encode("2")],
    ],
    { "q:offer": kept[1] },
  );
  const after = await look(many!);
  expect([after.problems, after.answers]).toMatchObject([
    [{ code: "file-many" }],
    { offer: [{ name: "offer.pdf" }, { name: "1.png" }] },
  ]);
  const { id } = JSON.parse(kept[1]);
  const fields = new URLSearchParams([["page", "p"], ["shown", "offer why"], ["drop", id], ...after.form]);
  await run(
    pageAction,
    new Request(`${origin}${here}`, { method: "POST", headers: { Origin: origin }, body: fields }),
    given.at,
  );
  expect((await look(here)).answers).toMatchObject({ offer: [{ name: "1.png" }] });
});

test("a try judges files and keeps none", async () => {
  const { workspaceId, response } = await begun();
  await insertTestLink(store, { workspaceId, questionnaireId: response.questionnaireId, now: 1 });
  const links = await store.db.select().from(store.tables.testLinks);
  const { token } = links.find(({ questionnaireId }) => questionnaireId === response.questionnaireId)!;
  const before = await count();
  const send = (bytes: Uint8Array) =>
    answerOf(
      tryAction,
      new Request(`${origin}/t/${token}/files?item=offer&name=a.pdf`, {
        method: "POST",
        headers: { Origin: origin },
        body: new Uint8Array(bytes),
      }),
      { token },
    );
  expect(await (await send(pdf)).json()).toMatchObject({ file: { name: "a.pdf", size: pdf.length } });
  expect((await send(hostileFiles[0]![1])).status).toBe(422);
  expect(await count()).toBe(before);
});
