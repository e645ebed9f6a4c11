/** Whether a wave that closes its quotas has a place left. */
import { and, count, eq, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import { isQuotaFull, type Segment } from "~/domain/fieldwork/quota";
import { noTargets } from "~/domain/fieldwork/wave";
import type { Store } from "~db/client";
import { findWave } from "./waves";

/**
 * Whether somebody comes for a place that is taken by a complete response; excluded ones leave theirs to others. False
 * in a wave that closes nothing. Two who finish in the same moment may both get the last place, and who has begun may
 * finish: a quota can be passed by those who were on their way.
 */
export async function isWaveQuotaFull(
  store: Store,
  given: {
    workspaceId: string;
    studyId: string;
    waveId: string;
    role: ChainRole;
    segment: Segment;
    segmentsOnly?: boolean;
  },
): Promise<boolean> {
  const wave = await findWave(store, given);
  if (!wave?.stopRules?.closesQuotas) return false;
  const { responses, companies } = store.tables;
  const { workspaceId, studyId, waveId, role } = given;
  const { size, industry, region } = companies;
  const held = await store.db
    .select({ role: responses.role, size, industry, region, n: count() })
    .from(responses)
    .leftJoin(companies, eq(companies.id, responses.companyId))
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        eq(responses.waveId, waveId),
        eq(responses.role, role),
        isNotNull(responses.completedAt),
        or(isNull(responses.review), ne(responses.review, "excluded")),
      ),
    )
    .groupBy(responses.role, size, industry, region);
  return isQuotaFull(
    wave.targets ?? noTargets,
    held.map((one) => ({ ...one, n: Number(one.n) })),
    given,
  );
}
