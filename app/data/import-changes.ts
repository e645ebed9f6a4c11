/** What a file changed of companies and people that were there already, and the way back. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { contactKey, emailKey } from "~/domain/fieldwork/contact-key";
import type { ImportChange } from "~/domain/fieldwork/file-import";
import { takenBack } from "~/domain/fieldwork/import-changes";
import { chunksOf } from "~db/chunks";
import type { Statement, Store } from "~db/client";

type InWorkspace = { workspaceId: string };
type Fields = Record<string, unknown>;
type Written = { kind: ImportChange["kind"]; id: string; set: Fields };

/** The entries that changes are about, as they are now, by id. */
async function currentOf(
  { db, tables }: Store,
  { workspaceId, changes }: InWorkspace & { changes: readonly ImportChange[] },
): Promise<Map<string, Fields>> {
  const found = new Map<string, Fields>();
  for (const [kind, table] of [
    ["person", tables.contacts],
    ["company", tables.companies],
  ] as const) {
    const ids = changes.filter((change) => change.kind === kind).map(({ id }) => id);
    for (const chunk of chunksOf(ids)) {
      const where = and(eq(table.workspaceId, workspaceId), inArray(table.id, chunk));
      for (const row of await db.select().from(table).where(where)) found.set(row.id, row);
    }
  }
  return found;
}

/** The statements that write fields; a person's key follows their addresses, and results read the company anew. */
export async function changeStatements(
  store: Store,
  { workspaceId, changes, back }: InWorkspace & { changes: readonly ImportChange[]; back: boolean },
) {
  const { contacts, companies, responses } = store.tables;
  const current = await currentOf(store, { workspaceId, changes });
  const written = changes.flatMap(({ kind, id, ...change }): Written[] => {
    const now = current.get(id);
    const set = now && (back ? takenBack({ kind, id, ...change }, now) : change.after);
    return set && Object.keys(set).length > 0 ? [{ kind, id, set }] : [];
  });
  const keyed = (id: string, set: Fields) => {
    const { companyId, name, email, phone } = { ...current.get(id), ...set } as typeof contacts.$inferSelect;
    return {
      email: emailKey(email),
      contactKey: contactKey({ companyId, name, email, phone, fallback: id }),
    };
  };
  return (tx: Store["db"]) =>
    written.flatMap(({ kind, id, set }): Statement[] =>
      kind === "person"
        ? [
            tx
              .update(contacts)
              .set({ ...set, ...keyed(id, set) })
              .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, id))),
          ]
        : [
            tx
              .update(companies)
              .set(set)
              .where(and(eq(companies.workspaceId, workspaceId), eq(companies.id, id))),
            tx
              .update(responses)
              .set({ revision: sql`${responses.revision} + 1` })
              .where(and(eq(responses.workspaceId, workspaceId), eq(responses.companyId, id))),
          ],
    );
}
