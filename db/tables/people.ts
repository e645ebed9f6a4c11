import type { ChainRole } from "../../app/domain/chain/role";
import type {
  ColumnMapping,
  ImportChange,
  ImportCounts,
  ImportKind,
} from "../../app/domain/fieldwork/file-import";
import type { MergeJournal } from "../../app/domain/fieldwork/merge-journal";
import type { Language } from "../../app/domain/language";
import type { ResponseEnd } from "../../app/domain/questionnaire/endings";
import type { Kit } from "../columns";
import type { fieldworkTables } from "./fieldwork";

type Companies = ReturnType<typeof fieldworkTables>["companies"];

/** The people of the surveyed companies, how they were asked, and who brought whom. */
export const peopleTables = (k: Kit, companies: Companies) => {
  const contacts = k.table(
    "contacts",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      companyId: k
        .text()
        .notNull()
        .references(() => companies.id, { onDelete: "cascade" }),
      /** Empty for a colleague known only by a forwarded link, and after anonymising. */
      name: k.text().notNull(),
      /** Lower case; empty where it is not known. */
      email: k.text().notNull().default(""),
      phone: k.text().notNull().default(""),
      position: k.text().notNull().default(""),
      /** Under which two mentions of one person meet (`domain/fieldwork/contact-key`). */
      contactKey: k.text().notNull(),
      chainRoles: k.json<ChainRole[]>().notNull(),
      primaryRole: k.word<ChainRole>().notNull(),
      /** Null: the study's own. */
      language: k.word<Language>(),
      tags: k
        .json<string[]>()
        .notNull()
        .$default(() => []),
      /** Agreed to be asked. */
      consentAt: k.time(),
      /** Must not be written to any more. */
      optedOutAt: k.time(),
      /** Name and addresses are gone; what was answered stays with the company. */
      anonymisedAt: k.time(),
      importId: k.text(),
      referredByContactId: k.text(),
      createdAt: k.time().notNull(),
    },
    (t) => [
      k.unique("contacts_key").on(t.workspaceId, t.contactKey),
      k.index("contacts_company").on(t.companyId),
    ],
  );

  const imports = k.table(
    "imports",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      kind: k.word<ImportKind>().notNull(),
      /** Of answers: the study and the way in that they count as. */
      studyId: k.text(),
      collectorId: k.text(),
      fileName: k.text().notNull(),
      /** Hash of the header row: the next file of the same shape gets the same mapping offered. */
      shape: k.text().notNull(),
      mapping: k.json<ColumnMapping>().notNull(),
      /** The file's rows, the header first, between upload and confirmation; null afterwards. */
      rows: k.json<string[][]>(),
      counts: k.json<ImportCounts>(),
      /** What it changed of those there already, so that undoing changes it back; null where it changed nothing. */
      changes: k.json<ImportChange[]>(),
      createdAt: k.time().notNull(),
      createdBy: k.text().notNull(),
      /** Null while it is a preview. */
      finishedAt: k.time(),
      undoneAt: k.time(),
    },
    (t) => [k.index("imports_workspace").on(t.workspaceId, t.kind, t.createdAt)],
  );

  /** One contact × one questionnaire × one wave: a token and its history. */
  const invitations = k.table(
    "invitations",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      waveId: k.text().notNull(),
      /** The personal way in of its questionnaire and wave. */
      collectorId: k.text().notNull(),
      questionnaireId: k.text().notNull(),
      contactId: k
        .text()
        .notNull()
        .references(() => contacts.id, { onDelete: "cascade" }),
      companyId: k.text().notNull(),
      role: k.word<ChainRole>().notNull(),
      /** The short link is `/i/<token>`; kept as it is, because it is shown, copied and mailed again. */
      token: k.text().notNull(),
      createdAt: k.time().notNull(),
      createdBy: k.text().notNull(),
      /** First handed over: mailed, or its link marked as passed on. */
      sentAt: k.time(),
      openedAt: k.time(),
      startedAt: k.time(),
      /** The person is through; `outcome` says if before the end. */
      completedAt: k.time(),
      outcome: k.word<ResponseEnd>(),
      bouncedAt: k.time(),
      refusedAt: k.time(),
      /** Why not, in the word the person tapped; empty when they did not say. */
      refusedReason: k.text().notNull().default(""),
      /** Somebody decided to write once more; whoever writes sets it back to null. */
      askAgainAt: k.time(),
      /** After this instant it opens nothing new; null never. */
      expiresAt: k.time(),
    },
    (t) => [
      k.unique("invitations_token").on(t.token),
      k.unique("invitations_once").on(t.contactId, t.questionnaireId, t.waveId),
      k.index("invitations_study").on(t.workspaceId, t.studyId, t.waveId),
      k.index("invitations_company").on(t.companyId),
    ],
  );

  /** Other names under which a company is known since two were made one: what comes in under them finds it. */
  const companyNames = k.table(
    "company_names",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      companyId: k
        .text()
        .notNull()
        .references(() => companies.id, { onDelete: "cascade" }),
      nameKey: k.text().notNull(),
    },
    (t) => [
      k.unique("company_names_key").on(t.workspaceId, t.nameKey),
      k.index("company_names_company").on(t.companyId),
    ],
  );

  /** Two that look alike and are not one, as a person has said; the smaller id is the first. */
  const distinctPairs = k.table(
    "distinct_pairs",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      firstId: k.text().notNull(),
      secondId: k.text().notNull(),
      createdAt: k.time().notNull(),
    },
    (t) => [k.unique("distinct_pairs_once").on(t.workspaceId, t.firstId, t.secondId)],
  );

  /** Two that were made one, and what it takes to take them apart again. */
  const merges = k.table(
    "merges",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      kind: k.word<"company" | "person">().notNull(),
      keepId: k.text().notNull(),
      goneId: k.text().notNull(),
      keepName: k.text().notNull(),
      goneName: k.text().notNull(),
      undo: k.json<MergeJournal>().notNull(),
      createdAt: k.time().notNull(),
      createdBy: k.text().notNull(),
      undoneAt: k.time(),
    },
    (t) => [k.index("merges_workspace").on(t.workspaceId, t.createdAt)],
  );

  /** Who brought whom: named with an address, or by a link to pass on. */
  const referrals = k.table(
    "referrals",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      waveId: k.text().notNull(),
      companyId: k.text().notNull(),
      responseId: k.text().notNull(),
      /** Null when the one who referred came by a link for all. */
      fromContactId: k.text(),
      role: k.word<ChainRole>().notNull(),
      how: k.word<"named" | "link">().notNull(),
      contactId: k
        .text()
        .notNull()
        .references(() => contacts.id, { onDelete: "cascade" }),
      invitationId: k.text().notNull(),
      createdAt: k.time().notNull(),
    },
    (t) => [
      k.unique("referrals_once").on(t.responseId, t.contactId),
      k.index("referrals_study").on(t.workspaceId, t.studyId, t.companyId),
    ],
  );

  return { contacts, imports, invitations, companyNames, distinctPairs, merges, referrals };
};
