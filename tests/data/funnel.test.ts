import { expect, test } from "vitest";
import { deleteFunnelCounts, listFunnelCounts, saveFunnelCounts } from "~/data/funnel";
import { newId } from "~db/new-id";
import { insertEmptyStudy } from "../support/empty-study";
import { onBothEngines } from "../support/stores";

const row = (period: string, channel: string, visit: number) => ({
  ...{ period, channel, counts: { visit, registered: 1 }, recovered: null, referred: 4 },
});

onBothEngines("the funnel's counts", (store) => {
  test("keep each period and channel once, written over when written again", async () => {
    const workspaceId = newId();
    const where = { workspaceId, studyId: await insertEmptyStudy(store(), workspaceId) };
    const rows = [row("2026-02", "Fair", 9), row("2026-01", "Fair", 5)];
    await saveFunnelCounts(store(), { ...where, rows, now: 1 });
    await saveFunnelCounts(store(), { ...where, rows: [row("2026-01", "Fair", 7)], now: 2 });
    expect(await listFunnelCounts(store(), where)).toEqual([row("2026-01", "Fair", 7), rows[0]]);
    const other = { ...where, workspaceId: newId() };
    await saveFunnelCounts(store(), { ...other, rows: [row("2026-01", "Fair", 1)], now: 3 });
    expect(await listFunnelCounts(store(), other)).toEqual([]);
    expect(await deleteFunnelCounts(store(), { ...other, period: "2026-01", channel: "Fair" })).toBeNull();
    expect(await deleteFunnelCounts(store(), { ...where, period: "2026-01", channel: "Fair" })).toEqual(
      row("2026-01", "Fair", 7),
    );
    expect(await listFunnelCounts(store(), where)).toHaveLength(1);
  });
});
