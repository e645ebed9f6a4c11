import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findQuestionnaire, listDrafts, listVersions } from "~/data/questionnaires";
import { findQuestion, questionsOf } from "~/domain/questionnaire/draft-tree";
import { textField, wasField } from "~/domain/questionnaire/wording-form";
import { readStudy, typedFromForm } from "~/domain/study/study-form";
import * as fieldwork from "~/routes/fieldwork/fieldwork";
import * as json from "~/routes/questionnaires/json";
import * as list from "~/routes/questionnaires/list";
import * as questionnaire from "~/routes/questionnaires/questionnaire";
import * as read from "~/routes/questionnaires/read";
import * as versions from "~/routes/questionnaires/versions";
import { useStore } from "~/server/store";
import { createStudy } from "~/server/study";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Member = Awaited<ReturnType<typeof signedIn>>;
type Form = Record<string, string | string[]>;
let store: Store;
let owner: Member;
let studyId: string;
let decider: string;

function newStudy(workspaceId: string) {
  const form = new FormData();
  const fields = { product: "P", businessType: "saas", stage: "growth", currency: "CNY", languages: "en" };
  for (const [name, given] of Object.entries(fields)) form.set(name, given);
  const study = readStudy(typedFromForm(form));
  if (!study.ok) throw new Error("the study must be readable");
  return createStudy(store, { ...study, workspaceId, now: Date.now() });
}

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  studyId = await newStudy(owner.workspaceId);
  decider = (await listDrafts(store, { workspaceId: owner.workspaceId, studyId }))[0]!.id;
});

const params = () => ({ studyId, questionnaireId: decider });
const where = () => ({ workspaceId: owner.workspaceId, ...params() });
const path = (rest = "") => `/studies/${studyId}/questionnaires/${decider}${rest}`;
const send = (form: Form, member = owner) =>
  read.action(args(member.request(path("?index"), form), params()));
const saved = async () => (await findQuestionnaire(store, where()))!;
const names = async () => questionsOf((await saved()).draft).map(({ element }) => element.name);
const published = async () => (await listVersions(store, where())).map(({ number }) => number);

/** The wording form of a question, with the texts as they are now. */
async function wordingForm(name: string, typed: Record<string, string>): Promise<Form> {
  const { editing } = await read.loader(args(owner.request(path(`?edit=q.${name}`)), params()));
  if (!editing) throw new Error(`nothing to edit at ${name}`);
  const drawn = editing.wording.flatMap(({ path: at, text }) =>
    (["en", "zh-CN"] as const).flatMap((language) => [
      [textField(language, at), text[language]],
      [wasField(language, at), text[language]],
    ]),
  );
  const required = editing.required ? { required: "on", wasRequired: "on" } : {};
  return { intent: "wording", target: `q.${name}`, ...Object.fromEntries(drawn), ...required, ...typed };
}

describe("editing", () => {
  test("wording is saved per language; required may be taken back", async () => {
    const typed = { [textField("zh-CN", "title")]: "贵公司全称是？" };
    const { required: _, ...form } = await wordingForm("gate_company", typed);
    expect(await statusOf(() => send(form))).toBe(302);
    const { draft, revision } = await saved();
    expect(findQuestion(draft, "gate_company")?.element).toMatchObject({
      title: { "zh-cn": "贵公司全称是？", en: "What is your company called?" },
    });
    expect(findQuestion(draft, "gate_company")?.element).not.toHaveProperty("isRequired");
    expect(revision).toBe(2);
  });

  test("two people rewording the same text: the second sees both, and loses nothing", async () => {
    const field = textField("en", "title");
    const late = await wordingForm("gate_company", { [field]: "Mine?" });
    await send(await wordingForm("gate_company", { [field]: "Theirs?" }));
    const reply = await send(late);
    expect(reply).toMatchObject({
      init: { status: 409 },
      data: {
        kind: "conflict",
        editing: { conflict: { typed: { [field]: "Mine?" }, now: { "en:title": "Theirs?" } } },
      },
    });
    await send({ ...late, [wasField("en", "title")]: "Theirs?" });
    expect(findQuestion((await saved()).draft, "gate_company")?.element.title).toMatchObject({ en: "Mine?" });
  });

  test("two people rewording different texts: both are kept", async () => {
    const late = await wordingForm("gate_company", { [textField("zh-CN", "title")]: "公司？" });
    await send(await wordingForm("gate_company", { [textField("en", "title")]: "Company?" }));
    await send(late);
    expect(findQuestion((await saved()).draft, "gate_company")?.element.title).toMatchObject({
      ...{ en: "Company?", "zh-cn": "公司？" },
    });
  });

  test("removing can be undone; moving tells the new place", async () => {
    const before = await names();
    const removed = await send({ intent: "remove", name: "gate_size" });
    expect(await names()).not.toContain("gate_size");
    const data = "data" in removed ? removed.data : null;
    if (data?.kind !== "removed") throw new Error("not removed");
    await send({ intent: "restore", removed: data.removed });
    expect(await names()).toEqual(before);
    expect(await send({ intent: "up", name: "gate_size" })).toMatchObject({
      data: { kind: "moved", name: "gate_size", place: before.indexOf("gate_size"), page: 1 },
    });
    for (const nonsense of ["", "{", '{"path":["__proto__"],"element":{}}'])
      expect(await send({ intent: "restore", removed: nonsense })).toMatchObject({
        data: { kind: "not-restored" },
      });
    expect(await statusOf(() => send({ intent: "remove", name: "nobody" }))).toBe(409);
    expect(await statusOf(() => send({ intent: "explode", name: "gate_size" }))).toBe(400);
  });
});

describe("JSON", () => {
  const save = (typed: string, revision: number) => {
    const request = owner.request(path("/json"), { json: typed, revision: String(revision) });
    return json.action(args(request, params()));
  };

  test("that cannot be read is refused at its place and kept as typed", async () => {
    const typed = '{\n "pages": [,]\n}';
    expect(await save(typed, 1)).toMatchObject({
      init: { status: 422 },
      data: { typed, refusal: { reason: "syntax", at: { line: 2, column: 12 } } },
    });
    expect(await save("[]", 1)).toMatchObject({ data: { refusal: { reason: "not-an-object" } } });
    expect((await saved()).revision).toBe(1);
  });

  test("with problems is kept, its problems have a path, and it is not published", async () => {
    const broken = {
      pages: [
        {
          name: "p",
          elements: [
            { type: "text", name: "a" },
            { type: "nonsense", name: "b" },
          ],
        },
      ],
    };
    expect(await statusOf(() => save(JSON.stringify(broken), 1))).toBe(200);
    const { problems } = await json.loader(args(owner.request(path("/json")), params()));
    expect(problems).toMatchObject([
      { code: "unknown-type", path: expect.stringMatching(/^pages\[0\]\.elements\[1\]/) },
    ]);
    const form = { intent: "publish", publish: `${decider}/2`, anyway: "yes" };
    const reply = await questionnaire.action(args(owner.request(path(), form), params()));
    expect(reply.outcomes).toMatchObject([{ kind: "refused", review: { problems } }]);
    expect(await published()).toEqual([]);
    const seen = await read.loader(args(owner.request(path()), params()));
    expect(seen).toMatchObject({ compiled: null, pages: [{ questions: [{ name: "a" }, { name: "b" }] }] });
  });

  test("saved on an old revision shows both texts and overwrites nothing", async () => {
    await send({ intent: "remove", name: "gate_size" });
    const theirs = (await saved()).draft;
    const reply = await save('{"mine": true}', 1);
    expect(reply).toMatchObject({ init: { status: 409 }, data: { typed: '{"mine": true}', revision: 2 } });
    expect(JSON.parse(reply.data.theirs ?? "")).toEqual(theirs);
    expect((await saved()).draft).toEqual(theirs);
  });
});

describe("publishing", () => {
  const publish = (form: Form) =>
    list.action(args(owner.request(`/studies/${studyId}/questionnaires`, form), { studyId }));
  const rows = async () =>
    (await list.loader(args(owner.request(`/studies/${studyId}/questionnaires`), { studyId }))).rows;

  test("all of them gives each a version and a link, and the list says so", async () => {
    const before = await rows();
    expect(
      before.map(({ version, minutes, texts }) => [version, Number(minutes) > 0, texts.en === texts.total]),
    ).toEqual(Array(3).fill([null, true, true]));
    const reply = await publish({
      intent: "publish",
      publish: before.map(({ id, revision }) => `${id}/${revision}`),
    });
    expect(reply).toMatchObject({ outcomes: Array(3).fill({ kind: "published", number: 1 }) });
    expect((await rows()).map(({ version, changed }) => [version, changed])).toEqual(
      Array(3).fill([1, false]),
    );
    const again = await publish({ intent: "publish", publish: `${decider}/1` });
    expect(again).toMatchObject({ outcomes: [{ kind: "unchanged" }] });
  });

  test("changes afterwards are marked until they are published as the next version", async () => {
    await publish({ intent: "publish", publish: `${decider}/1` });
    await send({ intent: "remove", name: "decider_process" });
    expect((await rows())[0]).toMatchObject({ version: 1, changed: true });
    expect(await publish({ intent: "publish", publish: `${decider}/1` })).toMatchObject({
      outcomes: [{ kind: "changed" }],
    });
    await publish({ intent: "publish", publish: `${decider}/2` });
    const { versions: listed } = await versions.loader(args(owner.request(path("/versions")), params()));
    expect(listed).toMatchObject([
      { number: 2, by: "Min Wang" },
      { number: 1, by: "Min Wang" },
    ]);
  });

  test("an anchor block that differs, or a missing measure, is asked about and may be overridden", async () => {
    await send(await wordingForm("anchor_importance", { [textField("en", "title")]: "How much?" }));
    await send({ intent: "remove", name: "pmf_disappointment" });
    const { revision } = await saved();
    const form = { intent: "publish", publish: `${decider}/${revision}` };
    expect(await publish(form)).toMatchObject({
      outcomes: [
        {
          kind: "asked",
          review: {
            missing: ["pmf.disappointment"],
            differences: [{ question: "How much?", roles: ["user", "requester"] }],
          },
        },
      ],
    });
    expect(await published()).toEqual([]);
    expect(await publish({ ...form, anyway: "yes" })).toMatchObject({ outcomes: [{ kind: "published" }] });
  });

  test("a further role is added once", async () => {
    for (let n = 0; n < 2; n++) await publish({ intent: "add", role: "finance" });
    expect((await rows()).map(({ role }) => role)).toEqual(["decider", "user", "requester", "finance"]);
    expect(await statusOf(() => publish({ intent: "add", role: "king" }))).toBe(400);
  });
});

test("fieldwork has the study link and a link of each published questionnaire, which close and open", async () => {
  const at = `/studies/${studyId}/fieldwork`;
  const seen = () => fieldwork.loader(args(owner.request(at), { studyId }));
  const send = (form: Form) => fieldwork.action(args(owner.request(at, form), { studyId }));
  expect((await seen()).links).toEqual([]);
  const form = { intent: "publish", publish: `${decider}/1` };
  await questionnaire.action(args(owner.request(path(), form), params()));
  const { links, progress } = await seen();
  expect(links.map(({ role, url }) => [role, new URL(url).pathname.slice(0, 3)])).toEqual([
    [null, "/s/"],
    ["decider", "/r/"],
  ]);
  expect(links.every(({ qr }) => qr.size > 20 && qr.path.startsWith("M4 4h1"))).toBe(true);
  expect(progress).toMatchObject([{ role: "decider", started: 0, complete: 0 }]);
  await send({ collectorId: links[1]!.id, intent: "close" });
  expect((await seen()).links.map(({ closedAt }) => closedAt !== null)).toEqual([false, true]);
  await send({ collectorId: links[1]!.id, intent: "open" });
  expect((await seen()).links.every(({ closedAt }) => closedAt === null)).toBe(true);
  expect(await statusOf(() => send({ collectorId: "another", intent: "close" }))).toBe(404);
});

describe("the gate", () => {
  /** Every loader and action of these pages, asked by `member`. */
  const everything = (member: Member, headers = {}) => {
    const get = (at: string) => args(member.request(at), params());
    const post = (at: string, form: Form) => args(member.request(at, form, headers), params());
    const base = `/studies/${studyId}`;
    return {
      loaders: [
        () => list.loader(get(`${base}/questionnaires`)),
        () => questionnaire.loader(get(path())),
        () => read.loader(get(path())),
        () => json.loader(get(path("/json"))),
        () => versions.loader(get(path("/versions"))),
        () => fieldwork.loader(get(`${base}/fieldwork`)),
      ],
      actions: [
        () => list.action(post(`${base}/questionnaires`, { intent: "add", role: "finance" })),
        () => questionnaire.action(post(path(), { intent: "publish", publish: `${decider}/1` })),
        () => read.action(post(path("?index"), { intent: "remove", name: "gate_size" })),
        () => json.action(post(path("/json"), { json: "{}", revision: "1" })),
        () => fieldwork.action(post(`${base}/fieldwork`, { intent: "close", collectorId: "x" })),
      ],
    };
  };
  const statuses = (tries: (() => Promise<unknown>)[]) => Promise.all(tries.map(statusOf));
  const untouched = async () => {
    expect((await saved()).revision).toBe(1);
    expect(await published()).toEqual([]);
    expect(await listDrafts(store, where())).toHaveLength(3);
  };

  test("another workspace's questionnaires do not exist, not even by way of an own study", async () => {
    const stranger = await signedIn(store);
    const { loaders, actions } = everything(stranger);
    expect(await statuses([...loaders, ...actions])).toEqual(Array(11).fill(404));
    studyId = await newStudy(stranger.workspaceId);
    const smuggled = { intent: "publish", publish: `${decider}/1` };
    const through = list.action(
      args(stranger.request(`/studies/${studyId}/questionnaires`, smuggled), { studyId }),
    );
    expect(await statusOf(() => through)).toBe(404);
    expect(await published()).toEqual([]);
  });

  test("leadership reads reports only", async () => {
    const viewer = await signedIn(store, { role: "viewer" });
    const { loaders, actions } = everything(viewer);
    expect(await statuses(loaders)).toEqual(Array(6).fill(302));
    expect(await statuses(actions)).toEqual(Array(5).fill(403));
  });

  test("forms of another site are refused and change nothing", async () => {
    const { actions } = everything(owner, { Origin: "https://elsewhere.example" });
    expect(await statuses(actions)).toEqual(Array(5).fill(403));
    await untouched();
  });
});
