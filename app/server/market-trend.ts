/** A study's market over the years, and what the buttons of its page do. */
import { listEntries, listHeads } from "~/data/entries";
import type { Study } from "~/data/studies";
import { forecastLike, seriesTrend } from "~/domain/market/market-trend";
import { readSeries, seriesFields } from "~/domain/market/series-form";
import { typedIn } from "~/domain/typed";
import type { Store } from "~db/client";
import { putBack, removeEntry, type Saving, saveEntries } from "./entries";
import { revisionIn } from "./money";

const kind = "market-series";

/** Every series with its growth and fit; where one of ours cannot be fitted, how it would go like each analogue that can. */
export async function readTrend(store: Store, study: Pick<Study, "id" | "workspaceId">) {
  const rows = await listEntries(store, { workspaceId: study.workspaceId, studyId: study.id, kind });
  const series = rows.map(({ key, revision, content }) => ({
    ...{ ...content, id: key, revision, trend: seriesTrend(content) },
  }));
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

/** What a press of a button came to; null for one that nobody offers or a series that is not there. */
export async function applyTrend(store: Store, { form, ...saving }: Saving & { form: FormData }) {
  const seriesId = String(form.get("seriesId") ?? "");
  const revision = revisionIn(form);
  switch (form.get("intent")) {
    case "remove": {
      const gone = await removeEntry(store, { ...saving, kind, key: seriesId, revision });
      return gone && { kind: "removed" as const, gone };
    }
    case "put-back": {
      const change = await putBack(store, { ...saving, kinds: [kind], state: String(form.get("state")) });
      return change && { kind: "put-back" as const };
    }
    case "series": {
      const typed = typedIn(form, seriesFields);
      const read = readSeries(typed);
      if (!read.ok) return { kind: "refused" as const, typed, revision, problems: read.problems };
      const key = seriesId || null;
      const known =
        key === null || (await listHeads(store, { ...saving, kind })).some((one) => one.key === key);
      if (!known) return null;
      const { late } = await saveEntries(store, {
        ...saving,
        kind,
        changes: [{ key, revision, content: read.series }],
      });
      return late[0]
        ? { kind: "late" as const, typed, theirs: late[0] }
        : { kind: "saved" as const, name: read.series.name };
    }
    default:
      return null;
  }
}
