/** The bank for the editor of a questionnaire: what can be inserted, and what is saved into it. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import {
  findBankItem,
  insertBankItem,
  listBankItems,
  mapBankUses,
  mapBankWordings,
  updateBankContent,
} from "~/data/question-bank";
import { listDrafts } from "~/data/questionnaires";
import { anchorsOf } from "~/domain/questionnaire/own-bank/insert-item";
import { itemLimits, readContent, readTags } from "~/domain/questionnaire/own-bank/item";
import { copiesIn } from "~/domain/questionnaire/own-bank/origin";
import { readDraftText } from "~/domain/questionnaire/storable";
import { requireQuestionnaire, requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [items, uses, drafts] = await Promise.all([
    listBankItems(store, where),
    mapBankUses(store, where),
    listDrafts(store, where),
  ]);
  const here = params.questionnaireId ?? "";
  const elsewhere = (id: string) => [...(uses.get(id) ?? [])].filter((one) => one !== here).length;
  const copies = drafts.filter(({ id }) => id === here).flatMap(({ draft }) => copiesIn(draft));
  // What the copies here were made from, where the bank words it otherwise by now.
  const earlier = await mapBankWordings(store, {
    workspaceId,
    wanted: copies.map(({ origin }) => origin),
  });
  const others = drafts.filter(({ id }) => id !== here).map(({ draft }) => draft);
  const bank = {
    items: items.map(({ id, name, tags, roles, revision, content }) => ({
      ...{ id, name, tags, roles, revision, content, elsewhere: elsewhere(id), earlier: earlier.get(id) },
    })),
    anchors: anchorsOf(others),
  };
  return Response.json(bank, { headers: { "Cache-Control": "no-store" } });
};

const sentSchema = z.object({
  /** The item this is a newer wording of, and the revision it was made from; empty for a new one. */
  itemId: z.string(),
  revision: z.coerce.number().int().min(0),
  name: z.string().trim().min(1).max(itemLimits.name),
  tags: z.string(),
});

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, questionnaire, member, now } = await requireQuestionnaire(
    request,
    params,
    "editBank",
  );
  const form = await postedForm(request);
  const sent = sentSchema.safeParse(Object.fromEntries(form));
  const read = readDraftText(String(form.get("content")));
  const content = read.ok ? readContent(read.draft) : null;
  if (!sent.success || !content) return data({ kind: "refused" as const }, 422);
  const { itemId, revision, name, tags } = sent.data;
  const by = { savedBy: member.id, now };
  if (itemId === "") {
    const item = { name, tags: readTags(tags), roles: [questionnaire.role], content };
    const id = await insertBankItem(store, { workspaceId, item, ...by });
    return { kind: "saved" as const, id, name, revision: 1, content };
  }
  const before = await findBankItem(store, { workspaceId, itemId });
  if (!before) return data({ kind: "refused" as const }, 422);
  const roles = [...new Set([...before.roles, questionnaire.role])];
  const saved = await updateBankContent(store, { workspaceId, itemId, revision, content, roles, ...by });
  if (saved === null) return data({ kind: "changed" as const }, 409);
  return { kind: "again" as const, id: itemId, name: before.name, revision: saved, content };
};
