import { expect, test } from "vitest";
import {
  insertMarketSeries,
  listMarketSeries,
  updateMarketSeries,
  updateMarketSeriesRemoved,
} from "~/data/market-series";
import { newId } from "~db/new-id";
import { onBothEngines } from "../support/stores";

const series = {
  ...{ name: "招聘软件", unit: "亿元", source: "估计", kind: "own" as const },
  points: [
    { year: 2020, amount: 1.5 },
    { year: 2021, amount: 2 },
  ],
};

onBothEngines("the market's years", (store) => {
  test("are written, changed, removed and brought back within their study alone", async () => {
    const where = { workspaceId: newId(), studyId: newId() };
    const seriesId = await insertMarketSeries(store(), { ...where, series, now: 1 });
    expect(await listMarketSeries(store(), where)).toEqual([{ id: seriesId, ...series }]);
    const renamed = { ...series, name: "Renamed" };
    const stranger = { ...where, workspaceId: newId() };
    expect(await listMarketSeries(store(), stranger)).toEqual([]);
    expect(await updateMarketSeries(store(), { ...stranger, seriesId, series: renamed })).toBe(false);
    expect(await updateMarketSeriesRemoved(store(), { ...stranger, seriesId, removedAt: 2 })).toBeNull();
    expect(await updateMarketSeries(store(), { ...where, seriesId, series: renamed })).toBe(true);
    expect(await updateMarketSeriesRemoved(store(), { ...where, seriesId, removedAt: 2 })).toBe("Renamed");
    expect(await listMarketSeries(store(), where)).toEqual([]);
    expect(await updateMarketSeries(store(), { ...where, seriesId, series })).toBe(false);
    await updateMarketSeriesRemoved(store(), { ...where, seriesId, removedAt: null });
    expect(await listMarketSeries(store(), where)).toEqual([{ id: seriesId, ...renamed }]);
  });
});
