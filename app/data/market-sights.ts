/** The figures of a market scenario as they were seen, newest first. */
import { and, desc, eq, lte } from "drizzle-orm";
import type { SeenMarket } from "~/domain/market/market-move";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type OfScenario = { workspaceId: string; scenarioId: string };
export type MarketSight = Awaited<ReturnType<typeof listMarketSights>>[number];

/** As many states back as anybody will ask about. */
const kept = 30;

export async function listMarketSights({ db, tables }: Store, { workspaceId, scenarioId }: OfScenario) {
  const { marketSights } = tables;
  return db
    .select({
      number: marketSights.number,
      seenAt: marketSights.seenAt,
      fingerprint: marketSights.fingerprint,
      seen: marketSights.seen,
    })
    .from(marketSights)
    .where(and(eq(marketSights.workspaceId, workspaceId), eq(marketSights.scenarioId, scenarioId)))
    .orderBy(desc(marketSights.number));
}

/** Keeps a sight under its number and drops those long past; of two who see the same at once, one is kept. */
export async function insertMarketSight(
  store: Store,
  given: OfScenario & { number: number; fingerprint: string; seen: SeenMarket; now: number },
): Promise<void> {
  const { workspaceId, scenarioId, number, fingerprint, seen, now } = given;
  const { marketSights } = store.tables;
  await store.atomically((tx) => [
    tx
      .insert(marketSights)
      .values({ id: newId(now), workspaceId, scenarioId, number, fingerprint, seen, seenAt: now })
      .onConflictDoNothing(),
    tx
      .delete(marketSights)
      .where(
        and(
          eq(marketSights.workspaceId, workspaceId),
          eq(marketSights.scenarioId, scenarioId),
          lte(marketSights.number, number - kept),
        ),
      ),
  ]);
}
