import type { ChainRole } from "../../app/domain/chain/role";
import type { CollectorKind } from "../../app/domain/fieldwork/collector";
import type { Language } from "../../app/domain/language";
import type { Review } from "../../app/domain/quality/review";
import type { Answers } from "../../app/domain/questionnaire/compiled";
import type { Kit } from "../columns";

/** The surveyed companies, the ways in, and what came back. */
export const fieldworkTables = (k: Kit) => {
  const companies = k.table(
    "companies",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      name: k.text().notNull(),
      /** The name without case, spaces and legal form: two spellings of one company meet here. */
      nameKey: k.text().notNull(),
      size: k.text(),
      industry: k.text(),
      region: k.text(),
      tags: k.json<string[]>().notNull().default([]),
      createdAt: k.time().notNull(),
    },
    (t) => [k.unique("companies_name").on(t.workspaceId, t.nameKey)],
  );

  const collectors = k.table(
    "collectors",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      waveId: k.text().notNull(),
      kind: k.word<CollectorKind>().notNull(),
      /** Null for the link of the whole study, which asks for the role first. */
      questionnaireId: k.text(),
      token: k.text().notNull(),
      createdAt: k.time().notNull(),
      closedAt: k.time(),
    },
    (t) => [k.unique("collectors_token").on(t.token), k.index("collectors_study").on(t.studyId)],
  );

  const responses = k.table(
    "responses",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      waveId: k.text().notNull(),
      collectorId: k.text().notNull(),
      questionnaireId: k.text().notNull(),
      versionId: k.text().notNull(),
      role: k.word<ChainRole>().notNull(),
      companyId: k.text(),
      /** The invited person; null for those who came by a link for all. */
      contactId: k.text(),
      invitationId: k.text(),
      /** The file it was brought in with; null for answers given here. */
      importId: k.text(),
      /** Hash of the key in the respondent's address; who holds the key may go on answering. */
      keyHash: k.text().notNull(),
      language: k.word<Language>().notNull(),
      answers: k.json<Answers>().notNull(),
      /** Counts writes: a save made on an older state is done anew instead of losing answers. */
      revision: k.int().notNull(),
      /** The page last shown, and seconds spent on each page. */
      page: k.text().notNull(),
      seconds: k.json<Record<string, number>>().notNull(),
      startedAt: k.time().notNull(),
      updatedAt: k.time().notNull(),
      /** Null while it is partial. */
      completedAt: k.time(),
      /** What a person decided about its quality; null while nobody has. */
      review: k.word<Review>(),
      reviewReason: k.text().notNull().default(""),
      reviewedAt: k.time(),
      reviewedBy: k.text(),
    },
    (t) => [
      k.unique("responses_key").on(t.keyHash),
      k.index("responses_study").on(t.workspaceId, t.studyId, t.completedAt),
      k.index("responses_company").on(t.companyId),
    ],
  );

  return { companies, collectors, responses };
};
