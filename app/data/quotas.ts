/** How many complete responses stand in a quota. */
import { aliasedTable, and, count, eq, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Compiled, End } from "~/domain/questionnaire/compiled";
import { isTrue } from "~/domain/questionnaire/evaluate";
import { drawVariables } from "~/domain/questionnaire/order";
import type { Store } from "~db/client";

type InField = { workspaceId: string; questionnaireId: string; waveId: string };

type Responses = Store["tables"]["responses"];

/** The responses of a wave that take places of its quotas: complete ones; excluded ones leave theirs to others. */
export const holdingIn = (
  responses: Responses,
  { workspaceId, waveId }: { workspaceId: string; waveId: string },
) =>
  and(
    eq(responses.workspaceId, workspaceId),
    eq(responses.waveId, waveId),
    isNotNull(responses.completedAt),
    or(isNull(responses.review), ne(responses.review, "excluded")),
  );

const holding = (responses: Responses, field: InField) =>
  and(holdingIn(responses, field), eq(responses.questionnaireId, field.questionnaireId));

/**
 * The first of these quotas whose places are taken by complete responses of the same questionnaire and wave, if one is, and
 * how many of these responses there are: what is written on the strength of it must find as many (`asMany`). Counted from
 * the answers themselves, so a quota changed while the wave runs holds for those who answered before. Null without quotas.
 */
export async function findPlaces(
  { db, tables }: Store,
  field: InField,
  compiled: Compiled,
  quotas: readonly End[],
): Promise<{ full: End | null; held: number } | null> {
  if (quotas.length === 0) return null;
  const { responses } = tables;
  const complete = await db
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(holding(responses, field));
  const full = quotas.find((quota) => {
    const among = complete.filter(({ id, answers }) =>
      isTrue(quota.if, { answers, variables: drawVariables(compiled, id) }),
    );
    return among.length >= (quota.most ?? Number.POSITIVE_INFINITY);
  });
  return { full: full ?? null, held: complete.length };
}

/** That as many responses are complete as when the places were looked at; see `lockPlaces`. */
export function asMany({ db, tables }: Pick<Store, "db" | "tables">, field: InField, held: number): SQL {
  const others = aliasedTable(tables.responses, "others");
  const counted = db.select({ n: count() }).from(others).where(holding(others, field));
  return sql`(${counted}) = ${held}`;
}

/** Lets those who finish the same questionnaire do so one after the other: a write that changes nothing takes the row. */
export const lockPlaces = (
  { db, tables: { questionnaires } }: Pick<Store, "db" | "tables">,
  { workspaceId, questionnaireId }: InField,
) =>
  db
    .update(questionnaires)
    .set({ id: sql`${questionnaires.id}` })
    .where(and(eq(questionnaires.workspaceId, workspaceId), eq(questionnaires.id, questionnaireId)));
