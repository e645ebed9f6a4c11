/** Saves and removes views of a study. */
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { deleteSavedView, listSavedViews, upsertSavedView } from "~/data/saved-views";
import { readView, type ViewPage, viewAddress, viewLimit } from "~/domain/report/saved-view";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const form = await postedForm(request);
  if (form.get("intent") === "remove") {
    const removed = await deleteSavedView(store, { ...where, viewId: String(form.get("viewId")) });
    if (!removed) throw new Response("Not found", { status: 404 });
    const undo = { ...removed, intent: "restore" };
    return data({ kind: "removed" as const, name: removed.name, undo, at: now });
  }
  const read = readView(form);
  if (!read) throw new Response("Bad request", { status: 400 });
  if (!read.ok) return data({ kind: "refused" as const, problem: read.problem, at: now }, 422);
  const known = await listSavedViews(store, where);
  if (known.length >= viewLimit && !known.some(({ name }) => name === read.view.name))
    return data({ kind: "refused" as const, problem: "full" as const, at: now }, 422);
  await upsertSavedView(store, { ...where, view: read.view, savedBy: member.name, now });
  // What is put back by the toast is a form of its own: it leads to the view.
  if (form.get("intent") === "restore")
    return redirect(
      viewAddress(`/studies/${study.id}`, { page: read.view.page as ViewPage, search: read.view.search }),
    );
  const before = known.find(({ name }) => name === read.view.name);
  if (!before || (before.page === read.view.page && before.search === read.view.search))
    return data({ kind: "saved" as const, name: read.view.name, at: now });
  const { name, page, search } = before;
  return data({ kind: "replaced" as const, name, undo: { name, page, search, intent: "restore" }, at: now });
};
