/** What a file changed of companies and people that were there already, and the way back. */
import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
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

/** The statements that write fields; a person's key follows their addresses, and results read the company anew. */
export async function changeStatements(
  store: Store,
  { workspaceId, changes, back }: InWorkspace & { changes: readonly ImportChange[]; back: boolean },
) {
  const { contacts, companies, responses } = store.tables;
  const current = await currentOf(store, {
    workspaceId,
    changes: back ? changes : changes.filter(({ kind, after }) => kind === "person" && isKeyed(after)),
  });
  const written = changes.flatMap(({ kind, id, ...change }): Written[] => {
    const set = back ? takenBack({ kind, id, ...change }, current.get(id) ?? {}) : change.after;
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
  const firms = written.filter(({ kind }) => kind === "company");
  const rows = (group: ReturnType<typeof byFields>[number]) => group.map(({ id, set }) => ({ ...set, id }));
  return (tx: Store["db"]): Statement[] => [
    ...byFields(people).map((group) => updateRows({ ...store, db: tx }, contacts, workspaceId, rows(group))),
    ...byFields(firms).map((group) => updateRows({ ...store, db: tx }, companies, workspaceId, rows(group))),
    ...chunksOf(firms.map(({ id }) => id)).map((ids) =>
      tx
        .update(responses)
        .set({ revision: sql`${responses.revision} + 1` })
        .where(and(eq(responses.workspaceId, workspaceId), inArray(responses.companyId, ids))),
    ),
  ];
}
