/** A study made large: its complete responses, and the companies they come from, over and over. */
import { and, eq, isNotNull } from "drizzle-orm";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** Until there are `wanted` complete responses or just below one round more. */
export async function growStudy(store: Store, { workspaceId, studyId }: InStudy, wanted: number) {
  const { responses, companies } = store.tables;
  const [complete, named] = await Promise.all([
    store.db
      .select()
      .from(responses)
      .where(and(eq(responses.studyId, studyId), isNotNull(responses.completedAt))),
    store.db.select().from(companies).where(eq(companies.workspaceId, workspaceId)),
  ]);
  for (let copy = 1; copy * complete.length < wanted; copy++) {
    const idOf = (id: string | null) => id && `${id}-${copy}`;
    await store.db.insert(companies).values(
      named.map((one) => ({
        ...one,
        id: idOf(one.id)!,
        name: `${one.name} ${copy}`,
        nameKey: `${one.nameKey}${copy}`,
      })),
    );
    for (let at = 0; at < complete.length; at += 50)
      await store.db.insert(responses).values(
        complete.slice(at, at + 50).map((one) => ({
          ...one,
          id: newId(),
          keyHash: newId(),
          companyId: idOf(one.companyId),
        })),
      );
  }
}
