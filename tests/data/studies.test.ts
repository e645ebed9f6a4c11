import { expect, test } from "vitest";
import {
  findStudy,
  insertStudy,
  listArchivedStudies,
  listCompetitors,
  listStudies,
  updateStudy,
  updateStudyArchived,
} from "~/data/studies";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { onBothEngines } from "../support/stores";

const study = {
  product: "薪云 HR",
  description: "",
  businessType: "saas",
  stage: "development",
  industry: "",
  targetMarket: "",
  languages: ["zh-CN", "en"],
  threshold: 0.4,
  minUses: 2,
  windowDays: 14,
  currency: "CNY",
  priceUnit: { "zh-CN": "每月", en: "a month" },
  priceLadder: [],
  sample: false,
} satisfies Parameters<typeof insertStudy>[1]["study"];

const insert = (store: Store, workspaceId: string, competitors = [{ id: "a", name: "Alpha" }]) =>
  insertStudy(store, { workspaceId, study, competitors, questionnaires: [], now: 1_000 });

onBothEngines("studies", (store) => {
  test("change their words; a competitor keeps its key, a removed one goes, the order follows", async () => {
    const workspaceId = newId();
    const studyId = await insert(store(), workspaceId, [
      { id: "a", name: "Alpha" },
      { id: "b", name: "Beta" },
    ]);
    const competitors = [
      { id: "c", name: "Gamma" },
      { id: "a", name: "Alfa" },
    ];
    await updateStudy(store(), {
      workspaceId,
      studyId,
      study: { ...study, product: "New" },
      competitors,
      now: 2_000,
    });
    expect(await listCompetitors(store(), { workspaceId, studyId })).toEqual(competitors);
    expect(await findStudy(store(), { workspaceId, studyId })).toMatchObject({ ...study, product: "New" });
    await updateStudy(store(), { workspaceId, studyId, study, competitors: [], now: 3_000 });
    expect(await listCompetitors(store(), { workspaceId, studyId })).toEqual([]);
  });

  test("are archived and brought back, and counted nowhere else", async () => {
    const workspaceId = newId();
    const studyId = await insert(store(), workspaceId);
    await updateStudyArchived(store(), { workspaceId, studyId, archivedAt: 5_000 });
    expect(await listStudies(store(), { workspaceId })).toEqual([]);
    expect(await listArchivedStudies(store(), { workspaceId })).toMatchObject([{ id: studyId }]);
    await updateStudyArchived(store(), { workspaceId, studyId, archivedAt: null });
    expect(await listStudies(store(), { workspaceId })).toMatchObject([
      { id: studyId, product: study.product, complete: 0, lastAt: null },
    ]);
  });

  test("of another workspace are neither read nor changed", async () => {
    const workspaceId = newId();
    const studyId = await insert(store(), workspaceId);
    const other = newId();
    expect(await findStudy(store(), { workspaceId: other, studyId })).toBeNull();
    await updateStudyArchived(store(), { workspaceId: other, studyId, archivedAt: 5_000 });
    await updateStudy(store(), {
      ...{ workspaceId: other, studyId, study: { ...study, product: "Stolen" }, now: 6_000 },
      competitors: [{ id: "a", name: "Stolen" }],
    });
    expect(await findStudy(store(), { workspaceId, studyId })).toMatchObject({
      ...{ product: study.product, archivedAt: null },
    });
    expect(await listCompetitors(store(), { workspaceId, studyId })).toEqual([{ id: "a", name: "Alpha" }]);
  });
});
