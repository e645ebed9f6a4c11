import { expect, test } from "vitest";
import {
  findBankItem,
  insertBankItem,
  listBankItems,
  listBankUses,
  listMeasureUses,
  mapBankUses,
  mapBankWordings,
  updateBankContent,
  updateBankDeleted,
  updateBankName,
} from "~/data/question-bank";
import { insertQuestionnaire, listDrafts, updateDraft } from "~/data/questionnaires";
import type { ItemContent } from "~/domain/questionnaire/own-bank/item";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";
import { onBothEngines } from "../support/stores";

const content: ItemContent = {
  ...{ holds: "questions", draws: [] },
  parts: [{ type: "text", name: "a", title: { default: '50 %_\\ "A"', "zh-cn": "甲" } }],
};
const item = { name: "A", tags: ["服务"], roles: ["user" as const], content };

onBothEngines("the question bank", (store) => {
  const workspace = async () => (await signedIn(store())).workspaceId;
  const insert = (workspaceId: string, name = "A", now = 1) =>
    insertBankItem(store(), { workspaceId, item: { ...item, name }, savedBy: "m", now });

  test("keeps items, the oldest first, with their wording as it was given", async () => {
    const workspaceId = await workspace();
    const itemId = await insert(workspaceId);
    await insert(workspaceId, "B", 2);
    const listed = await listBankItems(store(), { workspaceId });
    expect(listed.map(({ name }) => name)).toEqual(["A", "B"]);
    const found = await findBankItem(store(), { workspaceId, itemId });
    expect(found).toMatchObject({ ...item, revision: 1, savedBy: "m", savedAt: 1, deletedAt: null });
    expect(JSON.stringify(found?.content)).toBe(JSON.stringify(content));
  });

  test("a newer wording needs the one it was made from; a name does not count as wording", async () => {
    const workspaceId = await workspace();
    const itemId = await insert(workspaceId);
    const newer = { ...content, parts: [{ type: "text", name: "a", title: "B" }] };
    const save = (revision: number) =>
      updateBankContent(store(), {
        ...{ workspaceId, itemId, revision, content: newer, roles: ["user", "decider"] },
        ...{ savedBy: "n", now: 2 },
      });
    expect(await save(1)).toBe(2);
    expect(await save(1)).toBeNull();
    await updateBankName(store(), { workspaceId, itemId, name: "C", tags: [] });
    expect(await findBankItem(store(), { workspaceId, itemId })).toMatchObject({
      ...{ name: "C", tags: [], roles: ["user", "decider"], revision: 2, savedBy: "n", savedAt: 2 },
      ...{ createdAt: 1, content: newer },
    });
  });

  test("a former wording is kept for the copies made from it, for this workspace alone", async () => {
    const workspaceId = await workspace();
    const itemId = await insert(workspaceId);
    for (const revision of [1, 2, 1])
      await updateBankContent(store(), {
        ...{ workspaceId, itemId, revision, roles: ["user"], savedBy: "m", now: 3 },
        content: { ...content, parts: [{ type: "text", name: "a", title: `after ${revision}` }] },
      });
    const wanted = [1, 2, 3].map((revision) => ({ id: itemId, revision }));
    const kept = await mapBankWordings(store(), { workspaceId, wanted });
    expect(Object.keys(kept.get(itemId) ?? {})).toEqual(["1", "2"]);
    expect(JSON.stringify(kept.get(itemId)?.[1])).toBe(JSON.stringify(content));
    const one = await mapBankWordings(store(), { workspaceId, wanted: wanted.slice(1, 2) });
    expect(Object.keys(one.get(itemId) ?? {})).toEqual(["2"]);
    expect(await mapBankWordings(store(), { workspaceId: await workspace(), wanted })).toEqual(new Map());
  });

  test("a deleted item is not listed and takes no wording, until it is put back", async () => {
    const workspaceId = await workspace();
    const itemId = await insert(workspaceId);
    await updateBankDeleted(store(), { workspaceId, itemId, deletedAt: 5 });
    expect(await listBankItems(store(), { workspaceId })).toEqual([]);
    const wording = { workspaceId, itemId, revision: 1, content, roles: [], savedBy: "n", now: 2 };
    expect(await updateBankContent(store(), wording)).toBeNull();
    await updateBankDeleted(store(), { workspaceId, itemId, deletedAt: null });
    expect(await listBankItems(store(), { workspaceId })).toHaveLength(1);
  });

  test("another workspace neither sees nor changes an item", async () => {
    const [workspaceId, other] = [await workspace(), await workspace()];
    const itemId = await insert(workspaceId);
    const theirs = { workspaceId: other, itemId };
    expect(await listBankItems(store(), { workspaceId: other })).toEqual([]);
    expect(await findBankItem(store(), theirs)).toBeNull();
    await updateBankName(store(), { ...theirs, name: "X", tags: [] });
    await updateBankDeleted(store(), { ...theirs, deletedAt: 5 });
    const wording = { ...theirs, revision: 1, content, roles: [], savedBy: "n", now: 2 };
    expect(await updateBankContent(store(), wording)).toBeNull();
    expect(await findBankItem(store(), { workspaceId, itemId })).toMatchObject({
      ...{ name: "A", revision: 1, deletedAt: null },
    });
  });

  test("knows the questionnaires that have a copy, by item and by measure", async () => {
    const [workspaceId, other] = [await workspace(), await workspace()];
    const studyId = await insertEmptyStudy(store(), workspaceId);
    const draft = (id: string, measure: string) => ({
      pages: [{ name: "p", elements: [{ name: "a", measure, bankItem: { id, part: "a", revision: 1 } }] }],
    });
    const add = (role: "user" | "decider", id: string, measure: string) =>
      insertQuestionnaire(store(), { workspaceId, studyId, role, draft: draft(id, measure), now: 1 });
    await add("user", "i1", "price.cheap");
    await add("decider", "i2", "price_cheap");
    const roles = async (uses: Promise<{ role: string }[]>) => (await uses).map(({ role }) => role);
    expect(await roles(listBankUses(store(), { workspaceId, itemId: "i1" }))).toEqual(["user"]);
    // A per cent sign or an underscore in what is looked for stands for itself.
    expect(await roles(listBankUses(store(), { workspaceId, itemId: "i%" }))).toEqual([]);
    expect(await roles(listMeasureUses(store(), { workspaceId, measure: "price.cheap" }))).toEqual(["user"]);
    expect(await roles(listMeasureUses(store(), { workspaceId, measure: "price_cheap" }))).toEqual([
      "decider",
    ]);
    const uses = await mapBankUses(store(), { workspaceId });
    expect([...uses].map(([id, questionnaires]) => [id, questionnaires.size]).sort()).toEqual([
      ["i1", 1],
      ["i2", 1],
    ]);
    expect(await listBankUses(store(), { workspaceId: other, itemId: "i1" })).toEqual([]);
    expect((await mapBankUses(store(), { workspaceId: other })).size).toBe(0);
    const [first] = await listDrafts(store(), { workspaceId, studyId });
    await updateDraft(store(), {
      ...{ workspaceId, questionnaireId: first?.id ?? "", revision: 1, draft: {}, savedBy: "m", now: 2 },
    });
    expect(await roles(listBankUses(store(), { workspaceId, itemId: "i2" }))).toEqual([]);
  });
});
