import type { ChainRole } from "../../app/domain/chain/role";
import type { CollectorKind } from "../../app/domain/fieldwork/collector";
import type { Language } from "../../app/domain/language";
import type { Review } from "../../app/domain/quality/review";
import type { Answers } from "../../app/domain/questionnaire/compiled";
import type { ResponseEnd } from "../../app/domain/questionnaire/endings";
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
      /** The file that brought it; null when it came with an answer or by hand. */
      importId: k.text(),
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
      /** What the team calls it; empty for the one that publishing made. */
      name: k.text().notNull().default(""),
      /** Newcomers get in from here, and until there. */
      opensAt: k.time(),
      closesAt: k.time(),
      /** Most responses begun here. */
      cap: k.int(),
      passwordHash: k.text(),
      /** Null: the reader's. */
      language: k.word<Language>(),
      /** True: who has answered here is not offered to begin anew on the same device. */
      onePerDevice: k.bool().notNull().default(false),
      /** Sites that may show it inside theirs, as origins. */
      embedOrigins: k.json<string[]>().notNull().default([]),
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
      /** Null while it is partial, and for ever where `outcome` says how it was closed. */
      completedAt: k.time(),
      /** Closed before its end and counted nowhere: not who is asked, or enough of them have answered. */
      outcome: k.word<ResponseEnd>(),
      /** The place of the ending that closed it among those of its version; null where the wave's own quota did. */
      closedBy: k.int(),
      /** Why it was left, in the word the person tapped; empty when they did not say. */
      leftReason: k.text().notNull().default(""),
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
      k.index("responses_collector").on(t.collectorId),
      k.index("responses_contact").on(t.contactId),
      k.index("responses_import").on(t.importId),
    ],
  );

  return { companies, collectors, responses };
};
