/** The product's own books: months, renewal cohorts and the rule they are judged by. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { MoneyMonth } from "~/domain/growth/money-form";
import { type MoneySettings, usualMonthsRequired } from "~/domain/growth/money-result";
import type { RenewalCohort } from "~/domain/growth/renewals";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** In order of time. */
export async function listMoneyMonths(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<MoneyMonth[]> {
  const { moneyMonths: t } = tables;
  return db
    .select({
      ...{ month: t.month, revenue: t.revenue, variableCost: t.variableCost, fixedCost: t.fixedCost },
      ...{ funding: t.funding, acquisition: t.acquisition, customers: t.customers, won: t.won, lost: t.lost },
    })
    .from(t)
    .where(and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId)))
    .orderBy(asc(t.month));
}

/** Writes months over those already there; each month of `months` once. */
export async function saveMoneyMonths(
  store: Store,
  { workspaceId, studyId, months, now }: InStudy & { months: readonly MoneyMonth[]; now: number },
): Promise<void> {
  const { moneyMonths: t } = store.tables;
  await store.atomically((tx) =>
    months.map((month) => {
      const { month: _, ...amounts } = month;
      return tx
        .insert(t)
        .values({ ...month, id: newId(now), workspaceId, studyId })
        .onConflictDoUpdate({
          target: [t.studyId, t.month],
          set: amounts,
          setWhere: eq(t.workspaceId, workspaceId),
        });
    }),
  );
}

/** Removes months and returns them, so that it can be undone. */
export async function deleteMoneyMonths(
  { db, tables }: Store,
  { workspaceId, studyId, months }: InStudy & { months: readonly string[] },
): Promise<MoneyMonth[]> {
  const { moneyMonths: t } = tables;
  if (months.length === 0) return [];
  const gone = await db
    .delete(t)
    .where(and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId), inArray(t.month, [...months])))
    .returning();
  return gone.map(({ id: _, workspaceId: _w, studyId: _s, ...month }) => month);
}

export async function listRenewalCohorts(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<RenewalCohort[]> {
  const { renewalCohorts: t } = tables;
  return db
    .select({ month: t.month, started: t.started, renewed: t.renewed })
    .from(t)
    .where(and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId)))
    .orderBy(asc(t.month));
}

export async function saveRenewalCohort(
  { db, tables }: Store,
  { workspaceId, studyId, cohort, now }: InStudy & { cohort: RenewalCohort; now: number },
): Promise<void> {
  const { renewalCohorts: t } = tables;
  const { started, renewed } = cohort;
  await db
    .insert(t)
    .values({ ...cohort, id: newId(now), workspaceId, studyId })
    .onConflictDoUpdate({
      target: [t.studyId, t.month],
      set: { started, renewed },
      setWhere: eq(t.workspaceId, workspaceId),
    });
}

/** Removes a cohort and returns it, or null. */
export async function deleteRenewalCohort(
  { db, tables }: Store,
  { workspaceId, studyId, month }: InStudy & { month: string },
): Promise<RenewalCohort | null> {
  const { renewalCohorts: t } = tables;
  const [gone] = await db
    .delete(t)
    .where(and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId), eq(t.month, month)))
    .returning({ month: t.month, started: t.started, renewed: t.renewed });
  return gone ?? null;
}

/** What nobody has set yet is the usual: three months, cash unknown. */
export async function findMoneySettings(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<MoneySettings> {
  const { moneySettings: t } = tables;
  const [found] = await db
    .select({ monthsRequired: t.monthsRequired, cash: t.cash })
    .from(t)
    .where(and(eq(t.workspaceId, workspaceId), eq(t.id, studyId)));
  return found ?? { monthsRequired: usualMonthsRequired, cash: null };
}

export async function updateMoneySettings(
  { db, tables }: Store,
  { workspaceId, studyId, settings }: InStudy & { settings: MoneySettings },
): Promise<void> {
  const { moneySettings: t } = tables;
  await db
    .insert(t)
    .values({ ...settings, id: studyId, workspaceId })
    .onConflictDoUpdate({ target: t.id, set: settings, setWhere: eq(t.workspaceId, workspaceId) });
}
