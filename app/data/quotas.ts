/** How many complete responses stand in a quota. */
import { and, eq, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { Compiled, End } from "~/domain/questionnaire/compiled";
import { isTrue } from "~/domain/questionnaire/evaluate";
import { drawVariables } from "~/domain/questionnaire/order";
import type { Store } from "~db/client";

type InField = { workspaceId: string; questionnaireId: string; waveId: string };

/**
 * The first of these quotas whose places are taken by complete responses of the same questionnaire and wave; excluded
 * ones leave their place to others. Counted from the answers themselves, so a quota changed while the wave runs holds
 * for those who answered before. Two who finish in the same moment may both get the last place. Null while all have room.
 */
export async function findFullQuota(
  { db, tables }: Store,
  { workspaceId, questionnaireId, waveId }: InField,
  compiled: Compiled,
  quotas: readonly End[],
): Promise<End | null> {
  if (quotas.length === 0) return null;
  const { responses } = tables;
  const complete = await db
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.questionnaireId, questionnaireId),
        eq(responses.waveId, waveId),
        isNotNull(responses.completedAt),
        or(isNull(responses.review), ne(responses.review, "excluded")),
      ),
    );
  const full = quotas.find((quota) => {
    const held = complete.filter(({ id, answers }) =>
      isTrue(quota.if, { answers, variables: drawVariables(compiled, id) }),
    );
    return held.length >= (quota.most ?? Number.POSITIVE_INFINITY);
  });
  return full ?? null;
}
