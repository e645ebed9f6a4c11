import { expect, test } from "vitest";
import { deleteSavedView, listSavedViews, upsertSavedView } from "~/data/saved-views";
import { fieldStudy } from "../support/fielded";
import { onBothEngines } from "../support/stores";

const view = { name: "用户", page: "results" as const, search: "?role=user" };

onBothEngines("saved views", (store) => {
  const study = async () => {
    const { workspaceId, studyId } = await fieldStudy(store(), { questionnaires: {} });
    return { workspaceId, studyId };
  };

  test("are one a name, the oldest first, and another workspace's are not there", async () => {
    const [where, other] = [await study(), await study()];
    await upsertSavedView(store(), { ...where, view, savedBy: "Min", now: 1 });
    await upsertSavedView(store(), { ...where, view: { ...view, name: "B" }, savedBy: "Min", now: 2 });
    await upsertSavedView(store(), {
      ...where,
      view: { ...view, search: "?role=decider" },
      savedBy: "Li",
      now: 3,
    });
    expect((await listSavedViews(store(), where)).map(({ name, search }) => [name, search])).toEqual([
      ["用户", "?role=decider"],
      ["B", "?role=user"],
    ]);
    const mixed = { workspaceId: other.workspaceId, studyId: where.studyId };
    expect(await listSavedViews(store(), mixed)).toEqual([]);
    const [{ id: viewId } = { id: "" }] = await listSavedViews(store(), where);
    expect(await deleteSavedView(store(), { ...mixed, viewId })).toBeNull();
    expect(await deleteSavedView(store(), { ...where, viewId })).toEqual({
      ...view,
      search: "?role=decider",
    });
    expect(await deleteSavedView(store(), { ...where, viewId })).toBeNull();
  });
});
