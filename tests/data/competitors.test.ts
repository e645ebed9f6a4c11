import { expect, test } from "vitest";
import {
  findComparisonSettings,
  findRival,
  insertRival,
  listRivals,
  updateComparisonSettings,
  updateRival,
  updateRivalArchived,
} from "~/data/competitors";
import {
  findFeature,
  insertCells,
  insertFeatures,
  listCellHistory,
  listCells,
  listFeatures,
  updateFeature,
  updateFeatureArchived,
} from "~/data/features";
import { listCompetitors, updateStudy } from "~/data/studies";
import type { CellChange } from "~/domain/competitors/matrix-cell";
import type { Rival } from "~/domain/competitors/rival-form";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { fieldStudy } from "../support/fielded";
import { onBothEngines } from "../support/stores";

const rival: Rival = {
  name: "Lanting",
  status: "rival",
  positioning: "Everything for HR",
  segments: "500+",
  plans: [{ name: "Pro", price: 120, note: "" }],
  links: ["https://lanting.example/"],
  notes: "",
};
const feature = {
  category: "Screening",
  name: { "zh-CN": "筛选", en: "Screening" },
  description: "",
  need: "functions",
  asked: null,
  measure: null,
} as const;

const studyIn = async (store: Store) => {
  const { workspaceId, studyId } = await fieldStudy(store, { questionnaires: {} });
  return { workspaceId, studyId };
};
const cellOf = (featureId: string, change: Partial<CellChange> = {}): CellChange => ({
  ...{
    featureId,
    vendor: "us",
    revision: 0,
    support: "yes",
    quality: 4,
    amount: null,
    note: "",
    source: "",
    checkedOn: null,
  },
  ...change,
});

onBothEngines("competitors", (store) => {
  test("are added, changed on the revision seen, archived and brought back", async () => {
    const where = await studyIn(store());
    const before = await listRivals(store(), where);
    expect(await insertRival(store(), { ...where, key: "lt", rival, now: 1 })).toBe(true);
    expect(await insertRival(store(), { ...where, key: "lt", rival, now: 2 })).toBe(false);
    const at = { ...where, key: "lt" };
    expect(await findRival(store(), at)).toMatchObject({ ...rival, revision: 1, position: before.length });
    expect(await updateRival(store(), { ...at, revision: 1, rival: { ...rival, notes: "first" } })).toBe(
      true,
    );
    expect(await updateRival(store(), { ...at, revision: 1, rival: { ...rival, notes: "second" } })).toBe(
      false,
    );
    expect(await findRival(store(), at)).toMatchObject({ notes: "first", revision: 2 });
    await updateRivalArchived(store(), { ...at, archivedAt: 9 });
    const named = async () => (await listCompetitors(store(), where)).map(({ id }) => id);
    expect(await named()).not.toContain("lt");
    await updateRivalArchived(store(), { ...at, archivedAt: null });
    expect(await named()).toContain("lt");
  });

  test("taken out of the study's settings are archived with what is known, and come back by name", async () => {
    const where = await studyIn(store());
    await insertRival(store(), { ...where, key: "lt", rival, now: 1 });
    const { studies } = store().tables;
    const [study] = await store().db.select().from(studies);
    if (!study) throw new Error("no study");
    const settings = async (competitors: { id: string; name: string }[]) =>
      updateStudy(store(), {
        ...where,
        study: { ...study, id: undefined, ...where },
        competitors,
        now: 7,
      } as never);
    await settings([]);
    expect(await findRival(store(), { ...where, key: "lt" })).toMatchObject({ archivedAt: 7, ...rival });
    await settings([{ id: "lt", name: "Lanting" }]);
    expect(await findRival(store(), { ...where, key: "lt" })).toMatchObject({ archivedAt: null, ...rival });
  });

  test("of another workspace are neither read nor changed", async () => {
    const where = await studyIn(store());
    await insertRival(store(), { ...where, key: "lt", rival, now: 1 });
    const stranger = { ...where, workspaceId: newId() };
    const at = { ...stranger, key: "lt" };
    expect(await listRivals(store(), stranger)).toEqual([]);
    expect(await findRival(store(), at)).toBeNull();
    expect(await updateRival(store(), { ...at, revision: 1, rival: { ...rival, name: "Stolen" } })).toBe(
      false,
    );
    await updateRivalArchived(store(), { ...at, archivedAt: 9 });
    expect(await findRival(store(), { ...where, key: "lt" })).toMatchObject({
      name: "Lanting",
      archivedAt: null,
    });
  });

  test("are compared as the study says; what is not set is the usual", async () => {
    const where = await studyIn(store());
    expect(await findComparisonSettings(store(), where)).toEqual({
      staleDays: 180,
      ownPlans: [],
      overrides: {},
      pairs: null,
    });
    await updateComparisonSettings(store(), { ...where, change: { staleDays: 30 } });
    await updateComparisonSettings(store(), { ...where, change: { overrides: { user: { a: 2 } } } });
    const pairs = { user: { by: "feature" as const, items: ["a", "b"], steps: [-3] } };
    await updateComparisonSettings(store(), { ...where, change: { pairs } });
    const set = { staleDays: 30, ownPlans: [], overrides: { user: { a: 2 } }, pairs };
    expect(await findComparisonSettings(store(), where)).toEqual(set);
    const stranger = { ...where, workspaceId: newId() };
    await updateComparisonSettings(store(), { ...stranger, change: { staleDays: 1 } });
    expect(await findComparisonSettings(store(), where)).toEqual(set);
  });
});

onBothEngines("features", (store) => {
  test("keep their order, change on the revision seen, and go to the archive with their cells", async () => {
    const where = await studyIn(store());
    const [first, second] = await insertFeatures(store(), { ...where, features: [feature, feature], now: 1 });
    const [third] = await insertFeatures(store(), { ...where, features: [feature], now: 2 });
    expect((await listFeatures(store(), where)).map(({ id }) => id)).toEqual([first, second, third]);
    const at = { ...where, featureId: first! };
    expect(await updateFeature(store(), { ...at, revision: 1, feature: { ...feature, category: "A" } })).toBe(
      true,
    );
    expect(await updateFeature(store(), { ...at, revision: 1, feature: { ...feature, category: "B" } })).toBe(
      false,
    );
    await updateFeatureArchived(store(), { ...at, archivedAt: 5 });
    expect(await findFeature(store(), at)).toMatchObject({ category: "A", archivedAt: 5, revision: 2 });
    const stranger = { ...at, workspaceId: newId() };
    expect(await findFeature(store(), stranger)).toBeNull();
    expect(await updateFeature(store(), { ...stranger, revision: 2, feature })).toBe(false);
    await updateFeatureArchived(store(), { ...stranger, archivedAt: null });
    expect(await listFeatures(store(), stranger)).toEqual([]);
    expect(await findFeature(store(), at)).toMatchObject({ category: "A", archivedAt: 5 });
  });
});

onBothEngines("cells", (store) => {
  test("keep every state they have had; the newest holds", async () => {
    const where = await studyIn(store());
    const [id] = await insertFeatures(store(), { ...where, features: [feature], now: 1 });
    const save = (change: Partial<CellChange>, savedBy: string, now: number) =>
      insertCells(store(), { ...where, changes: [cellOf(id!, change)], savedBy, now });
    expect(await save({}, "Min", 10)).toEqual([{ featureId: id, vendor: "us", revision: 1 }]);
    const second = {
      revision: 1,
      support: "partial",
      amount: 12.5,
      source: "demo",
      checkedOn: "2026-03-01",
    } as const;
    await save(second, "Jun", 20);
    expect(await listCells(store(), where)).toEqual([
      {
        ...{
          featureId: id,
          vendor: "us",
          revision: 2,
          support: "partial",
          quality: 4,
          amount: 12.5,
          note: "",
        },
        ...{ source: "demo", checkedOn: "2026-03-01", savedAt: 20, savedBy: "Jun" },
      },
    ]);
    const history = await listCellHistory(store(), { ...where, featureId: id!, vendor: "us" });
    expect(history.map(({ revision, savedBy, support }) => [revision, savedBy, support])).toEqual([
      [2, "Jun", "partial"],
      [1, "Min", "yes"],
    ]);
  });

  test("saved by two people at once are written once; the other change in the same save still is", async () => {
    const where = await studyIn(store());
    const [a, b] = await insertFeatures(store(), { ...where, features: [feature, feature], now: 1 });
    const mine = [cellOf(a!, { support: "no" }), cellOf(b!)];
    const theirs = [cellOf(a!, { support: "yes" })];
    const [one, other] = await Promise.all([
      insertCells(store(), { ...where, changes: theirs, savedBy: "Jun", now: 10 }),
      insertCells(store(), { ...where, changes: mine, savedBy: "Min", now: 10 }),
    ]);
    expect([...one, ...other].filter(({ featureId }) => featureId === a)).toHaveLength(1);
    expect(other.some(({ featureId }) => featureId === b)).toBe(true);
    expect(await listCells(store(), where)).toHaveLength(2);
  });

  test("of another workspace are not read, and do not get in the way", async () => {
    const where = await studyIn(store());
    const other = await studyIn(store());
    const [id] = await insertFeatures(store(), { ...where, features: [feature], now: 1 });
    await insertCells(store(), { ...other, changes: [cellOf(id!)], savedBy: "Eve", now: 5 });
    expect(await listCells(store(), where)).toEqual([]);
    expect(
      await insertCells(store(), { ...where, changes: [cellOf(id!)], savedBy: "Min", now: 6 }),
    ).toHaveLength(1);
    const stranger = { ...where, workspaceId: newId() };
    expect(await listCells(store(), stranger)).toEqual([]);
    expect(await listCellHistory(store(), { ...stranger, featureId: id!, vendor: "us" })).toEqual([]);
  });
});
