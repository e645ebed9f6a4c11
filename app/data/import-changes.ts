/** What a file changed of companies and people that were there already, and the way back. */
import { and, eq, getTableColumns, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import { contactKey, emailKey } from "~/domain/fieldwork/contact-key";
import type { ImportChange } from "~/domain/fieldwork/file-import";
import { takenBack } from "~/domain/fieldwork/import-changes";
import { chunksOf } from "~db/chunks";
import type { Statement, Store } from "~db/client";
import { byFields, isOneOf, updateRows } from "~db/many-rows";

type InWorkspace = { workspaceId: string };
type Fields = Record<string, unknown>;
type Written = { kind: ImportChange["kind"]; id: string; set: Fields };

/** What a person is known by: changing one of these changes the key. */
const keyed = ["name", "email", "phone", "companyId"] as const;
const isKeyed = (set: Fields) => keyed.some((field) => field in set);

/** The entries that changes are about, as they are now, by id: the fields that are changed, and all that make the key. */
async function currentOf(
  { engine, db, tables }: Store,
  { workspaceId, changes }: InWorkspace & { changes: readonly ImportChange[] },
): Promise<Map<string, Fields>> {
  const found = new Map<string, Fields>();
  for (const [kind, table] of [
    ["person", tables.contacts],
    ["company", tables.companies],
  ] as const) {
    const wanted = changes.filter((change) => change.kind === kind);
    if (wanted.length === 0) continue;
    const fields = new Set(["id", ...keyed, ...wanted.flatMap(({ after }) => Object.keys(after))]);
    const columns = Object.entries(getTableColumns(table)).filter(([name]) => fields.has(name));
    const rows = await db
      .select(Object.fromEntries(columns) as { id: typeof table.id })
      .from(table)
      .where(
        and(
          eq(table.workspaceId, workspaceId),
          isOneOf(
            engine,
            table.id,
            wanted.map(({ id }) => id),
          ),
        ),
      );
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Which of the companies that people would go back to are still there. */
async function companiesLeft(
  { engine, db, tables: { companies } }: Store,
  { workspaceId, changes }: InWorkspace & { changes: readonly ImportChange[] },
): Promise<Set<unknown>> {
  const ids = [...new Set(changes.flatMap(({ before }) => before.companyId ?? []))].map(String);
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.workspaceId, workspaceId), isOneOf(engine, companies.id, ids)));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Lets invitations of people who have moved go with them, where nobody has begun to answer and the wave is in the field:
 * the answer will be of the company the person is in. What has been begun, and ended waves, stay as they are.
 */
function followPeople(
  { engine, db, tables: { contacts, invitations, waves } }: Store,
  { workspaceId, ids }: InWorkspace & { ids: readonly string[] },
) {
  const company = db
    .select({ id: contacts.companyId })
    .from(contacts)
    .where(eq(contacts.id, invitations.contactId));
  const ended = db
    .select({ id: waves.id })
    .from(waves)
    .where(and(eq(waves.workspaceId, workspaceId), isNotNull(waves.endedAt)));
  return db
    .update(invitations)
    .set({ companyId: sql`(${company})` })
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        isOneOf(engine, invitations.contactId, ids),
        isNull(invitations.startedAt),
        isNull(invitations.completedAt),
        notInArray(invitations.waveId, ended),
      ),
    );
}

/**
 * The statements that write fields; a person's key follows their addresses, open invitations follow the person, and
 * results read the company anew.
 */
export async function changeStatements(
  store: Store,
  { workspaceId, changes, back }: InWorkspace & { changes: readonly ImportChange[]; back: boolean },
) {
  const { contacts, companies, responses } = store.tables;
  const current = await currentOf(store, {
    workspaceId,
    changes: back ? changes : changes.filter(({ kind, after }) => kind === "person" && isKeyed(after)),
  });
  const left = back ? await companiesLeft(store, { workspaceId, changes }) : null;
  const written = changes.flatMap(({ kind, id, ...change }): Written[] => {
    const set = back ? takenBack({ kind, id, ...change }, current.get(id) ?? {}) : change.after;
    // Nobody goes back to a company that is no longer there.
    if (left && "companyId" in set && !left.has(set.companyId)) delete set.companyId;
    return Object.keys(set).length > 0 ? [{ kind, id, set }] : [];
  });
  const people = written.flatMap(({ kind, id, set }) => {
    if (kind !== "person" || !isKeyed(set)) return kind === "person" ? [{ kind, id, set }] : [];
    const now = current.get(id);
    if (!now) return [];
    const { companyId, name, email, phone } = { ...now, ...set } as typeof contacts.$inferSelect;
    const key = contactKey({ companyId, name, email, phone, fallback: id });
    return [{ kind, id, set: { ...set, email: emailKey(email), contactKey: key } }];
  });
  const moved = people.filter(({ set }) => "companyId" in set).map(({ id }) => id);
  const firms = written.filter(({ kind }) => kind === "company");
  const rows = (group: ReturnType<typeof byFields>[number]) => group.map(({ id, set }) => ({ ...set, id }));
  return (tx: Store["db"]): Statement[] => [
    ...byFields(people).map((group) => updateRows({ ...store, db: tx }, contacts, workspaceId, rows(group))),
    ...(moved.length > 0 ? [followPeople({ ...store, db: tx }, { workspaceId, ids: moved })] : []),
    ...byFields(firms).map((group) => updateRows({ ...store, db: tx }, companies, workspaceId, rows(group))),
    ...chunksOf(firms.map(({ id }) => id)).map((ids) =>
      tx
        .update(responses)
        .set({ revision: sql`${responses.revision} + 1` })
        .where(and(eq(responses.workspaceId, workspaceId), inArray(responses.companyId, ids))),
    ),
  ];
}

/** What takes away what files have changed of a person: names and addresses they had before are theirs, too. */
export async function eraseChanges(
  { db, tables: { imports } }: Store,
  { workspaceId, contactId }: InWorkspace & { contactId: string },
): Promise<(tx: Store["db"]) => Statement[]> {
  const rows = await db
    .select({ id: imports.id, changes: imports.changes })
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), isNotNull(imports.changes)));
  const touched = rows.filter(({ changes }) => changes?.some(({ id }) => id === contactId));
  return (tx) =>
    touched.map(({ id, changes }) =>
      tx
        .update(imports)
        .set({ changes: changes!.filter((change) => change.id !== contactId) })
        .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, id))),
    );
}
