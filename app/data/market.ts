/** The market model of a study, a scenario a row. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { MarketModel } from "~/domain/market/market-model";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

export type MarketScenario = Awaited<ReturnType<typeof listMarketScenarios>>[number];
type InStudy = { workspaceId: string; studyId: string };

/** The scenarios of a study in the order in which they were made. */
export async function listMarketScenarios({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { marketScenarios } = tables;
  return db
    .select({
      id: marketScenarios.id,
      name: marketScenarios.name,
      model: marketScenarios.model,
      seed: marketScenarios.seed,
      revision: marketScenarios.revision,
      updatedAt: marketScenarios.updatedAt,
      updatedBy: marketScenarios.updatedBy,
    })
    .from(marketScenarios)
    .where(
      and(
        eq(marketScenarios.workspaceId, workspaceId),
        eq(marketScenarios.studyId, studyId),
        isNull(marketScenarios.removedAt),
      ),
    )
    .orderBy(asc(marketScenarios.id));
}

type Written = { name: string; model: MarketModel; updatedBy: string; now: number };

/** A new scenario; `seed` is its simulation's. Returns its id. */
export async function insertMarketScenario(
  { db, tables }: Store,
  given: InStudy & Written & { seed: number },
): Promise<string> {
  const { now, ...row } = given;
  const id = newId(now);
  await db.insert(tables.marketScenarios).values({ ...row, id, revision: 1, updatedAt: now });
  return id;
}

/** Saves a sheet that was read at `revision`; null when somebody saved in between (nothing is overwritten). */
export async function updateMarketScenario(
  { db, tables }: Store,
  given: InStudy & Written & { scenarioId: string; revision: number },
): Promise<number | null> {
  const { marketScenarios } = tables;
  const { name, model, updatedBy, now } = given;
  const [saved] = await db
    .update(marketScenarios)
    .set({ name, model, updatedBy, updatedAt: now, revision: given.revision + 1 })
    .where(
      and(
        eq(marketScenarios.workspaceId, given.workspaceId),
        eq(marketScenarios.studyId, given.studyId),
        eq(marketScenarios.id, given.scenarioId),
        eq(marketScenarios.revision, given.revision),
        isNull(marketScenarios.removedAt),
      ),
    )
    .returning({ revision: marketScenarios.revision });
  return saved?.revision ?? null;
}

/** Removing hides a scenario and can be undone with null. Returns its name, or null when there is none. */
export async function updateMarketScenarioRemoved(
  { db, tables }: Store,
  given: InStudy & { scenarioId: string; removedAt: number | null },
): Promise<string | null> {
  const { marketScenarios } = tables;
  const [changed] = await db
    .update(marketScenarios)
    .set({ removedAt: given.removedAt })
    .where(
      and(
        eq(marketScenarios.workspaceId, given.workspaceId),
        eq(marketScenarios.studyId, given.studyId),
        eq(marketScenarios.id, given.scenarioId),
      ),
    )
    .returning({ name: marketScenarios.name });
  return changed?.name ?? null;
}
