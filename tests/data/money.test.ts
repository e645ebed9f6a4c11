import { expect, test } from "vitest";
import {
  deleteMoneyMonths,
  deleteRenewalCohort,
  findMoneySettings,
  listMoneyMonths,
  listRenewalCohorts,
  saveMoneyMonths,
  saveRenewalCohort,
  updateMoneySettings,
} from "~/data/money";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { insertEmptyStudy } from "../support/empty-study";
import { onBothEngines } from "../support/stores";

const month = (name: string, revenue: number) => ({
  ...{ month: name, revenue, variableCost: 0.1, fixedCost: 2e9, funding: 0 },
  ...{ acquisition: null, customers: 3, won: null, lost: 0 },
});
const emptyStudy = async (store: Store) => {
  const workspaceId = newId();
  return { workspaceId, studyId: await insertEmptyStudy(store, workspaceId) };
};
const stranger = (where: { studyId: string }) => ({ ...where, workspaceId: newId() });

onBothEngines("the books", (store: () => Store) => {
  test("keep each month once, in order of time; a month written again is written over", async () => {
    const where = await emptyStudy(store());
    await saveMoneyMonths(store(), { ...where, months: [month("2026-02", 5), month("2026-01", 4)], now: 1 });
    await saveMoneyMonths(store(), { ...where, months: [month("2026-02", 6.25)], now: 2 });
    expect(await listMoneyMonths(store(), where)).toEqual([month("2026-01", 4), month("2026-02", 6.25)]);
    expect(await deleteMoneyMonths(store(), { ...where, months: ["2026-01", "1999-01"] })).toEqual([
      month("2026-01", 4),
    ]);
    expect(await listMoneyMonths(store(), where)).toHaveLength(1);
  });

  test("keep cohorts and the rule", async () => {
    const where = await emptyStudy(store());
    expect(await findMoneySettings(store(), where)).toEqual({ monthsRequired: 3, cash: null });
    await updateMoneySettings(store(), { ...where, settings: { monthsRequired: 6, cash: 12.5 } });
    await updateMoneySettings(store(), { ...where, settings: { monthsRequired: 4, cash: null } });
    expect(await findMoneySettings(store(), where)).toEqual({ monthsRequired: 4, cash: null });
    const cohort = { month: "2025-03", started: 40, renewed: [34] };
    await saveRenewalCohort(store(), { ...where, cohort, now: 1 });
    await saveRenewalCohort(store(), { ...where, cohort: { ...cohort, renewed: [34, 30] }, now: 2 });
    expect(await listRenewalCohorts(store(), where)).toEqual([{ ...cohort, renewed: [34, 30] }]);
    expect(await deleteRenewalCohort(store(), { ...where, month: "2025-03" })).toMatchObject({ started: 40 });
    expect(await deleteRenewalCohort(store(), { ...where, month: "2025-03" })).toBeNull();
  });

  test("of another workspace are neither read nor changed", async () => {
    const where = await emptyStudy(store());
    await saveMoneyMonths(store(), { ...where, months: [month("2026-01", 4)], now: 1 });
    await updateMoneySettings(store(), { ...where, settings: { monthsRequired: 6, cash: 1 } });
    const other = stranger(where);
    await saveMoneyMonths(store(), { ...other, months: [month("2026-01", 9)], now: 2 });
    await updateMoneySettings(store(), { ...other, settings: { monthsRequired: 1, cash: 2 } });
    expect(await deleteMoneyMonths(store(), { ...other, months: ["2026-01"] })).toEqual([]);
    expect(await listMoneyMonths(store(), other)).toEqual([]);
    expect(await listMoneyMonths(store(), where)).toEqual([month("2026-01", 4)]);
    expect(await findMoneySettings(store(), where)).toEqual({ monthsRequired: 6, cash: 1 });
  });
});
