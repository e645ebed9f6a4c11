/** Whether a wave that closes its quotas has a place left. */
import { and, count, eq } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import { companyKey } from "~/domain/fieldwork/company-key";
import { isQuotaFull, type Segment } from "~/domain/fieldwork/quota";
import { noTargets, type SegmentField } from "~/domain/fieldwork/wave";
import type { ToldCompany } from "~/domain/questionnaire/known-company";
import type { Store } from "~db/client";
import { findCompany, findNamed } from "./companies";
import { holdingIn } from "./quotas";
import { findWave } from "./waves";

type Coming = { workspaceId: string; companyId?: string | null; told?: ToldCompany | null };

/** The company somebody comes from, as their answer will be counted: what its record holds, else what they tell. */
async function segmentOf(store: Store, { workspaceId, companyId, told }: Coming): Promise<Segment> {
  const nameKey = companyKey(told?.name ?? "");
  const id = companyId ?? (nameKey ? await findNamed(store, { workspaceId, nameKey }) : null);
  const record = id ? await findCompany(store, { workspaceId, companyId: id }) : null;
  const of = (field: SegmentField) => record?.[field] ?? told?.[field] ?? null;
  return { size: of("size"), industry: of("industry"), region: of("region") };
}

/**
 * Whether somebody comes for a place that is taken (see `holdingIn`). False in a wave that closes nothing. Who has begun
 * may finish: a quota can be passed by those who were on their way.
 */
export async function isWaveQuotaFull(
  store: Store,
  given: Coming & { studyId: string; waveId: string; role: ChainRole; segmentsOnly?: boolean },
): Promise<boolean> {
  const wave = await findWave(store, given);
  if (!wave?.stopRules?.closesQuotas) return false;
  const segment = await segmentOf(store, given);
  const { responses, companies } = store.tables;
  const { size, industry, region } = companies;
  const held = await store.db
    .select({ role: responses.role, size, industry, region, n: count() })
    .from(responses)
    .leftJoin(companies, eq(companies.id, responses.companyId))
    .where(
      and(holdingIn(responses, given), eq(responses.studyId, given.studyId), eq(responses.role, given.role)),
    )
    .groupBy(responses.role, size, industry, region);
  return isQuotaFull(
    wave.targets ?? noTargets,
    held.map((one) => ({ ...one, n: Number(one.n) })),
    { ...given, segment },
  );
}
