/** A study's market over the years, and what the buttons of its page do. */
import {
  insertMarketSeries,
  listMarketSeries,
  updateMarketSeries,
  updateMarketSeriesRemoved,
} from "~/data/market-series";
import type { Study } from "~/data/studies";
import { forecastLike, seriesTrend } from "~/domain/market/market-trend";
import { readSeries, seriesFields, type TypedSeries } from "~/domain/market/series-form";
import type { Store } from "~db/client";

/** Every series with its growth and fit; where one of ours cannot be fitted, how it would go like each analogue that can. */
export async function readTrend(store: Store, study: Pick<Study, "id" | "workspaceId">) {
  const rows = await listMarketSeries(store, { workspaceId: study.workspaceId, studyId: study.id });
  const series = rows.map((one) => ({ ...one, trend: seriesTrend(one) }));
  const models = series.flatMap(({ name, kind, trend }) =>
    kind === "analogue" && trend.fit.ok ? [{ name, model: trend.fit.value }] : [],
  );
  return series.map((one) => ({
    ...one,
    like:
      one.kind === "own" && !one.trend.fit.ok
        ? models.flatMap(({ name, model }) => {
            const forecast = forecastLike(one, model);
            return forecast.ok ? [{ name, forecast: forecast.value }] : [];
          })
        : [],
  }));
}
export type ReadSeries = Awaited<ReturnType<typeof readTrend>>[number];

/** What a press of a button came to; null for one that nobody offers or a series that is not there. */
export async function applyTrend(
  store: Store,
  { form, now, ...where }: { workspaceId: string; studyId: string; form: FormData; now: number },
) {
  const seriesId = String(form.get("seriesId") ?? "");
  const intent = form.get("intent");
  if (intent === "remove" || intent === "restore") {
    const removedAt = intent === "remove" ? now : null;
    const name = await updateMarketSeriesRemoved(store, { ...where, seriesId, removedAt });
    return name === null ? null : { kind: "moved" as const, name, seriesId, restored: intent === "restore" };
  }
  if (intent !== "series") return null;
  const typed = Object.fromEntries(
    seriesFields.map((field) => [field, String(form.get(field) ?? "")]),
  ) as TypedSeries;
  const read = readSeries(typed);
  if (!read.ok) return { kind: "refused" as const, typed, problems: read.problems };
  const { series } = read;
  if (seriesId === "") await insertMarketSeries(store, { ...where, series, now });
  else if (!(await updateMarketSeries(store, { ...where, seriesId, series }))) return null;
  return { kind: "saved" as const, name: series.name };
}
