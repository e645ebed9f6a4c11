import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBankItem, insertBankItem, listBankItems } from "~/data/question-bank";
import { listDrafts, updateDraft } from "~/data/questionnaires";
import { findStudy } from "~/data/studies";
import { isObject } from "~/domain/questionnaire/draft-tree";
import type { ItemContent } from "~/domain/questionnaire/own-bank/item";
import * as builtIn from "~/routes/bank/built-in";
import * as itemPage from "~/routes/bank/item";
import * as list from "~/routes/bank/list";
import * as bank from "~/routes/questionnaires/bank";
import { publishDraft } from "~/server/publish";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { draftedStudy } from "../support/drafted-study";
import { memberOf } from "../support/member-of";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let params: { studyId: string; questionnaireId: string };

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store, { name: "Min Wang" });
  params = await draftedStudy(store, owner.workspaceId);
});

const content: ItemContent = {
  ...{ holds: "questions", draws: [] },
  parts: [{ type: "comment", name: "why", title: { default: "Why us?", "zh-cn": "为什么选我们？" } }],
};
const form = (more: Record<string, string> = {}) => ({
  ...{
    itemId: "",
    revision: "0",
    name: "Why",
    tags: "价格，price",
    content: JSON.stringify(content),
    ...more,
  },
});
const save = (more = {}, member = owner) => run(bank.action, member.request("/bank", form(more)), params);
const insert = (item = {}) =>
  insertBankItem(store, {
    workspaceId: owner.workspaceId,
    item: { name: "Why", tags: ["price"], roles: ["decider"], content, ...item },
    ...{ savedBy: owner.memberId, now: 1 },
  });

describe("saving from the editor", () => {
  test("keeps a new item with the role it came from, then newer wordings of it", async () => {
    const first = await save();
    expect(first.body).toMatchObject({ kind: "saved", name: "Why", revision: 1, content });
    const itemId = String(first.body?.id);
    const where = { workspaceId: owner.workspaceId, itemId };
    expect(await findBankItem(store, where)).toMatchObject({
      ...{ tags: ["价格", "price"], roles: ["decider"], savedBy: owner.memberId },
    });
    const reworded = { ...content, parts: [{ ...content.parts[0], title: "Why now?" }] };
    const again = await save({ itemId, revision: "1", content: JSON.stringify(reworded) });
    expect(again.body).toMatchObject({ kind: "again", id: itemId, name: "Why", revision: 2 });
    expect((await findBankItem(store, where))?.content).toEqual(reworded);
    expect(await save({ itemId, revision: "1" })).toMatchObject({ status: 409, body: { kind: "changed" } });
  });

  test.each([
    ["no name", { name: " " }],
    ["no JSON", { content: "{" }],
    ["nothing in it", { content: JSON.stringify({ holds: "pages", parts: [], draws: [] }) }],
    [
      "a key that means something to JavaScript",
      { content: '{"holds":"pages","parts":[{"name":"a","__proto__":{}}]}' },
    ],
    ["an item that is not there", { itemId: "nothing" }],
  ])("%s is refused and nothing kept", async (_, more) => {
    expect(await save(more)).toMatchObject({ status: 422, body: { kind: "refused" } });
    expect(await listBankItems(store, { workspaceId: owner.workspaceId })).toEqual([]);
  });

  test("is not for leadership, nor for another workspace", async () => {
    const viewer = await memberOf(store, owner.workspaceId, { role: "viewer" });
    expect((await save({}, viewer)).status).toBe(403);
    const other = await signedIn(store);
    expect((await save({}, other)).status).toBe(404);
    const itemId = await insert();
    const own = await draftedStudy(store, other.workspaceId);
    const theirs = await run(bank.action, other.request("/bank", form({ itemId, revision: "1" })), own);
    expect(theirs.status).toBe(422);
    expect((await findBankItem(store, { workspaceId: owner.workspaceId, itemId }))?.revision).toBe(1);
  });
});

test("the editor reads the workspace's items, and the anchor questions of the study's other roles", async () => {
  await insert();
  const read = await bank.loader(args(owner.request("/bank"), params));
  const { items, anchors } = await read.json();
  expect(items).toMatchObject([{ name: "Why", revision: 1, elsewhere: 0, content }]);
  expect(Object.keys(anchors)).toHaveLength(6);
});

describe("the bank's pages", () => {
  const listed = async (search: string, member = owner) =>
    list.loader(args(member.request(`/bank${search}`)));

  test("list the workspace's items before the product's own, filtered and a page at a time", async () => {
    const itemId = await insert();
    const all = await listed("");
    expect(all.rows[0]).toMatchObject({ id: itemId, source: "own", uses: 0, savedBy: "Min Wang" });
    expect(all.rows).toHaveLength(30);
    expect(all.total).toBeGreaterThan(60);
    const names = async (search: string) => (await listed(search)).rows.map(({ id }) => id);
    expect(await names("?search=选我们")).toEqual([itemId]);
    expect(await names("?search=price&source=own")).toEqual([itemId]);
    expect(await names("?search=decider.min-gain")).toEqual(["decider_min_gain"]);
    expect(await names("?type=block&role=finance")).toEqual(["block_anchor"]);
    expect((await listed("?search=nothing-like-it")).total).toBe(0);
    expect((await listed("?page=9999")).rows.length).toBeGreaterThan(0);
    const theirs = await listed("", await signedIn(store));
    expect(theirs.rows.every(({ source }) => source === "built-in")).toBe(true);
  });

  test("tell where an item is used: which draft, how it reads there, and which versions", async () => {
    const { body } = await save();
    const itemId = String(body?.id);
    const [decider, user] = await listDrafts(store, { ...params, workspaceId: owner.workspaceId });
    if (!decider || !user || !isObject(decider.draft)) throw new Error("no drafts");
    const study = await findStudy(store, { ...params, workspaceId: owner.workspaceId });
    if (!study) throw new Error("no study");
    const copy = { ...content.parts[0], bankItem: { id: itemId, part: "why", revision: 1 } };
    const put = (draft: unknown, elements: object[], given: { id: string; revision: number }) =>
      updateDraft(store, {
        ...{ workspaceId: owner.workspaceId, questionnaireId: given.id, revision: given.revision },
        draft: { ...(draft as object), pages: [{ name: "p", elements }] },
        ...{ savedBy: owner.memberId, now: 2 },
      });
    await put(decider.draft, [copy], decider);
    await put(user.draft, [{ ...copy, title: "Changed" }], user);
    const draft = { ...decider, revision: 2, draft: { pages: [{ name: "p", elements: [copy] }] } };
    const given = { draft, revision: 2, anyway: true, publishedBy: owner.memberId, now: 3 };
    expect(await publishDraft(store, study, given)).toMatchObject({ kind: "published", number: 1 });
    const open = async () =>
      (await itemPage.loader(args(owner.request(`/bank/${itemId}`), { itemId }))).uses.map(
        ({ role, state, versions, part }) => [role, state, versions, part],
      );
    expect(await open()).toEqual([
      ["decider", "same", [1], "why"],
      ["user", "changed", [], "why"],
    ]);
    await save({ itemId, revision: "1" });
    await put(user.draft, [], { id: user.id, revision: 2 });
    expect(await open()).toEqual([["decider", "older", [1], "why"]]);
    await put(decider.draft, [], { id: decider.id, revision: 2 });
    expect(await open()).toEqual([["decider", null, [1], ""]]);
  });

  test("rename an item and change its tags; a name is needed", async () => {
    const itemId = await insert();
    const post = (fields: Record<string, string>) =>
      run(itemPage.action, owner.request("/bank/x", fields), { itemId });
    expect((await post({ intent: "rename", name: " ", tags: "a" })).status).toBe(422);
    expect((await post({ intent: "rename", name: "x".repeat(121), tags: "" })).body).toMatchObject({
      problem: "too-long",
    });
    await post({ intent: "rename", name: "为什么", tags: "a, b" });
    expect(await findBankItem(store, { workspaceId: owner.workspaceId, itemId })).toMatchObject({
      ...{ name: "为什么", tags: ["a", "b"], revision: 1 },
    });
  });

  test("delete an item and put it back", async () => {
    const itemId = await insert();
    const deleted = await run(itemPage.action, owner.request("/bank/x", { intent: "delete" }), { itemId });
    expect(deleted.to).toBe(`/bank?deleted=${itemId}`);
    const after = await listed(`?deleted=${itemId}&source=own`);
    expect([after.total, after.deleted]).toEqual([0, { id: itemId, name: "Why" }]);
    await run(list.action, owner.request("/bank", { itemId }));
    const back = await listed(`?deleted=${itemId}&source=own`);
    expect([back.total, back.deleted]).toEqual([1, null]);
  });

  test("are not there for another workspace, and change nothing for leadership", async () => {
    const itemId = await insert();
    const other = await signedIn(store);
    const viewer = await memberOf(store, owner.workspaceId, { role: "viewer" });
    const visit = (member: typeof owner) => itemPage.loader(args(member.request("/bank/x"), { itemId }));
    expect(await statusOf(() => visit(other))).toBe(404);
    expect(await statusOf(() => visit(viewer))).toBe(302);
    for (const [member, status] of [
      [other, 404],
      [viewer, 403],
    ] as const)
      for (const intent of ["rename", "delete", "restore"]) {
        const request = member.request("/bank/x", { intent, name: "X", tags: "" });
        expect((await run(itemPage.action, request, { itemId })).status).toBe(status);
        expect((await run(list.action, member.request("/bank", { itemId }))).status).toBe(status);
      }
    expect((await listed("", other)).hasOwn).toBe(false);
    expect((await listed(`?deleted=${itemId}`, other)).deleted).toBeNull();
  });

  test("show the product's own items worded for a type of business, with who asks their measures", async () => {
    const read = (key: string, type: string) =>
      builtIn.loader(args(owner.request(`/bank/built-in/x?for=${type}`), { key }));
    const saas = await read("block_anchor", "saas");
    const platform = await read("block_anchor", "platform");
    expect(saas.uses.map(({ role }) => role)).toEqual(["decider", "user", "requester"]);
    expect(JSON.stringify(saas.item.content)).not.toBe(JSON.stringify(platform.item.content));
    expect(await statusOf(() => read("nothing", "saas"))).toBe(404);
  });
});
