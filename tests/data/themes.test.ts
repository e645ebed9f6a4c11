import { expect, test } from "vitest";
import {
  insertTheme,
  listReadings,
  listThemes,
  saveReading,
  updateThemeMerged,
  updateThemeName,
} from "~/data/themes";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { insertEmptyStudy } from "../support/empty-study";
import { onBothEngines } from "../support/stores";

const place = async (store: Store) => {
  const workspaceId = newId();
  return { workspaceId, studyId: await insertEmptyStudy(store, workspaceId) };
};
const add = (store: Store, where: { workspaceId: string; studyId: string }, name: string, now: number) =>
  insertTheme(store, { ...where, name, createdBy: "王敏", now });

onBothEngines("themes", (store) => {
  test("are kept in the order in which they were found, renamed, merged and parted", async () => {
    const where = await place(store());
    const slow = await add(store(), where, "反馈慢", 1_000);
    const late = await add(store(), where, "Late answers", 2_000);
    expect(await updateThemeName(store(), { ...where, themeId: late, name: "迟迟不答" })).toBe(true);
    expect(await updateThemeMerged(store(), { ...where, themeId: late, into: slow })).toBe(true);
    expect(await listThemes(store(), where)).toEqual([
      { id: slow, name: "反馈慢", mergedInto: null },
      { id: late, name: "迟迟不答", mergedInto: slow },
    ]);
    // Neither into itself, nor into one that is merged, nor into what is not there.
    expect(await updateThemeMerged(store(), { ...where, themeId: slow, into: slow })).toBe(false);
    expect(await updateThemeMerged(store(), { ...where, themeId: slow, into: late })).toBe(false);
    expect(await updateThemeMerged(store(), { ...where, themeId: slow, into: newId() })).toBe(false);
    expect(await updateThemeMerged(store(), { ...where, themeId: late, into: null })).toBe(true);
    expect((await listThemes(store(), where)).every(({ mergedInto }) => mergedInto === null)).toBe(true);
  });

  test("a reading is one a person, an answer and a question; the latest holds", async () => {
    const where = await place(store());
    const responseId = newId();
    const reading = { ...where, responseId, question: "user.stuck", themeIds: ["a"], now: 1_000 };
    await saveReading(store(), { ...reading, coder: "min" });
    await saveReading(store(), { ...reading, coder: "li", themeIds: [], now: 1_500 });
    await saveReading(store(), { ...reading, coder: "min", themeIds: ["b", "c"], now: 2_000 });
    const kept = await listReadings(store(), where);
    expect(kept.map(({ coder, themeIds }) => [coder, themeIds])).toEqual([
      ["min", ["b", "c"]],
      ["li", []],
    ]);
  });

  test("belong to their workspace", async () => {
    const where = await place(store());
    const themeId = await add(store(), where, "反馈慢", 1_000);
    const elsewhere = { ...where, workspaceId: newId() };
    expect(await listThemes(store(), elsewhere)).toEqual([]);
    expect(await updateThemeName(store(), { ...elsewhere, themeId, name: "x" })).toBe(false);
    expect(await updateThemeMerged(store(), { ...elsewhere, themeId, into: null })).toBe(false);
    const reading = { responseId: newId(), question: "user.stuck", coder: "min", now: 1_000 };
    await saveReading(store(), { ...where, ...reading, themeIds: ["a"] });
    await saveReading(store(), { ...elsewhere, ...reading, themeIds: ["z"] });
    expect(await listReadings(store(), where)).toMatchObject([{ themeIds: ["a"] }]);
  });
});
