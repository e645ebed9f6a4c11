/** A file of people from its upload to its rows in the database. */
import { type FileImport, findMappingOf, finishContactImport, insertImport, listKnown } from "~/data/imports";
import type { ChainRole } from "~/domain/chain/role";
import { findTable, guessMapping } from "~/domain/fieldwork/contact-columns";
import { type ContactPlan, planContacts } from "~/domain/fieldwork/plan-contacts";
import type { Store } from "~db/client";
import { hashOf } from "./request";
import { readTable, type TableProblem } from "./table-file";

export type UploadProblem = TableProblem | "missing" | "no-table";

/** Two files with the same headings have the same shape. */
const shapeOf = (header: readonly string[]) => hashOf(JSON.stringify(header));

/** Reads an uploaded file and keeps it as a preview, with the mapping used last for such headings, or a guessed one. */
export async function keepUpload(
  store: Store,
  given: {
    workspaceId: string;
    createdBy: string;
    file: FormDataEntryValue | null;
    encoding?: FormDataEntryValue | null;
    now: number;
  },
): Promise<{ ok: true; importId: string } | { ok: false; problem: UploadProblem }> {
  const { workspaceId, createdBy, file, encoding, now } = given;
  if (!(file instanceof File) || file.name === "") return { ok: false, problem: "missing" };
  const read = await readTable(file, encoding);
  if (!read.ok) return read;
  const rows = findTable(read.rows);
  if (!rows) return { ok: false, problem: "no-table" };
  const header = rows[0]!;
  const shape = shapeOf(header);
  const mapping =
    (await findMappingOf(store, { workspaceId, kind: "contacts", shape })) ?? guessMapping(header);
  const importId = await insertImport(store, {
    ...{
      workspaceId,
      kind: "contacts",
      fileName: file.name.slice(0, 200),
      shape,
      mapping,
      rows,
      createdBy,
      now,
    },
  });
  return { ok: true, importId };
}

/** What a preview would write at this moment. */
export const planImport = async (
  store: Store,
  found: Pick<FileImport, "workspaceId" | "rows" | "mapping">,
  { defaultRole, now }: { defaultRole: ChainRole | null; now: number },
): Promise<ContactPlan> =>
  planContacts({
    rows: found.rows ?? [],
    mapping: found.mapping,
    defaultRole,
    ...(await listKnown(store, found)),
    now,
  });

/** Writes a preview. */
export async function confirmImport(
  store: Store,
  found: FileImport,
  given: { defaultRole: ChainRole | null; update: boolean; move: boolean; now: number },
) {
  const plan = await planImport(store, found, given);
  return finishContactImport(store, {
    workspaceId: found.workspaceId,
    importId: found.id,
    plan,
    update: given.update,
    move: given.move,
    now: given.now,
  });
}
