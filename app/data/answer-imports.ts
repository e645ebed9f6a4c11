/** Answers that came as a file: written as responses that know their file, and taken back whole. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import { companyKey } from "~/domain/fieldwork/company-key";
import type { ImportCounts } from "~/domain/fieldwork/file-import";
import type { PlannedAnswer } from "~/domain/fieldwork/plan-answers";
import { chunksOf } from "~db/chunks";
import type { Store } from "~db/client";
import { insertRows } from "~db/many-rows";
import { newId, newToken } from "~db/new-id";
import { requireCompanies, unusedCompanies } from "./imports";

type OneImport = { workspaceId: string; importId: string };

/** The way in that answers from files count as: one a questionnaire and wave, open for nobody. */
export async function requireImportCollector(
  { db, tables }: Store,
  given: { workspaceId: string; studyId: string; waveId: string; questionnaireId: string; now: number },
): Promise<string> {
  const { now, ...rest } = given;
  // A fixed id, so that two at once make one.
  const id = `import-${given.waveId}-${given.questionnaireId}`;
  await db
    .insert(tables.collectors)
    .values({ ...rest, id, kind: "import", token: newToken(), createdAt: now, closedAt: now })
    .onConflictDoNothing();
  return id;
}

/** Which of these answers are here already. */
export async function listKnownAnswers(
  { db, tables }: Store,
  { workspaceId, keyHashes }: { workspaceId: string; keyHashes: readonly string[] },
): Promise<Set<string>> {
  const { responses } = tables;
  const known = new Set<string>();
  for (const chunk of chunksOf(keyHashes)) {
    const rows = await db
      .select({ keyHash: responses.keyHash })
      .from(responses)
      .where(and(eq(responses.workspaceId, workspaceId), inArray(responses.keyHash, chunk)));
    for (const { keyHash } of rows) known.add(keyHash);
  }
  return known;
}

/**
 * Writes planned answers as complete responses, those that are here already left out, and keeps the refused rows with
 * the import. Doing it twice writes none twice.
 */
export async function finishAnswerImport(
  store: Store,
  given: OneImport & {
    studyId: string;
    waveId: string;
    collectorId: string;
    questionnaireId: string;
    versionId: string;
    role: ChainRole;
    answers: readonly (PlannedAnswer & { keyHash: string })[];
    refused: string[][];
    now: number;
  },
): Promise<ImportCounts> {
  const { responses, imports } = store.tables;
  const { answers, refused, now, ...rest } = given;
  const { workspaceId, importId } = rest;
  const companies = new Map(
    answers.flatMap(({ company }) =>
      company ? [[companyKey(company.name), { ...company, nameKey: companyKey(company.name) }] as const] : [],
    ),
  );
  const ids = await requireCompanies(store, {
    ...{ workspaceId, importId, now },
    companies: [...companies.values()],
  });
  const rows = answers.map((one) => ({
    ...rest,
    id: newId(now),
    companyId: one.company ? (ids.get(companyKey(one.company.name)) ?? null) : null,
    ...{ keyHash: one.keyHash, language: one.language, answers: one.answers },
    ...{ revision: 1, page: "", seconds: {} },
    ...{ startedAt: one.startedAt, updatedAt: now, completedAt: one.completedAt },
  }));
  const written = await insertRows(store, responses, rows)
    .onConflictDoNothing()
    .returning({ id: responses.id });
  const added = written.length;
  const counts = {
    read: answers.length + refused.length,
    added,
    known: answers.length - added,
    refused: refused.length,
  };
  await store.db
    .update(imports)
    .set({ finishedAt: now, counts, rows: refused })
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId), isNull(imports.finishedAt)));
  return counts;
}

/** Takes the answers of a file back, with companies it made that nothing else is known of. How many answers went. */
export async function undoAnswerImport(
  store: Store,
  { workspaceId, importId, now }: OneImport & { now: number },
): Promise<number> {
  const { responses, companies, imports } = store.tables;
  const mine = and(eq(responses.workspaceId, workspaceId), eq(responses.importId, importId));
  const [counted] = await store.db.select({ n: sql`count(*)` }).from(responses).where(mine);
  await store.atomically((tx) => [
    tx.delete(responses).where(mine),
    tx.delete(companies).where(unusedCompanies(store, { workspaceId, importId })),
    tx
      .update(imports)
      .set({ undoneAt: now })
      .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId))),
  ]);
  return Number(counted?.n ?? 0);
}
