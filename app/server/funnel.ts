/** A study's funnel with what it says, and what the buttons of its page do. */
import { listEntries } from "~/data/entries";
import type { Study } from "~/data/studies";
import { readSeen } from "~/domain/entry";
import { isCohort, latestStandings, paidByAge } from "~/domain/growth/funnel-cohorts";
import {
  countsKey,
  type FunnelCounts,
  readCounts,
  readCountsTable,
  stepField,
} from "~/domain/growth/funnel-form";
import { type CustomerWorth, funnelResult } from "~/domain/growth/funnel-result";
import { type FunnelStepName, funnelSteps, payingStep } from "~/domain/growth/funnel-steps";
import { lostFields, lostKey, readLost, readLostTable } from "~/domain/growth/lost-form";
import { lostPool } from "~/domain/growth/lost-result";
import { typedIn, typedText } from "~/domain/typed";
import type { Store } from "~db/client";
import { putBack, removeEntry, type Saving, saveEntries } from "./entries";
import { postedTable, type ReadMoney, readMoney, revisionIn, revisionsOf } from "./money";

type OfStudy = Pick<Study, "id" | "workspaceId" | "businessType">;

/** What the books say a customer is worth; null when they do not. */
function worthOf({ result }: ReadMoney): CustomerWorth | null {
  if (!result.value.ok || !result.value.value.ltv.ok) return null;
  const { ltv, arpa, grossMargin } = result.value.value;
  return { won: ltv.value, kept: arpa * grossMargin * 12 };
}

export type Counting = "period" | "cohort";

/**
 * The funnel over everything, or over one channel and the periods from and to the given ones; counted by period, or by cohort
 * with each one's last standing.
 */
export async function readFunnel(
  store: Store,
  study: OfStudy,
  only: { channel?: string | null; from?: string | null; to?: string | null; by?: string | null } = {},
) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [entries, reasons, money] = await Promise.all([
    listEntries(store, { ...where, kind: "funnel-row" }),
    listEntries(store, { ...where, kind: "lost-reason" }),
    readMoney(store, study),
  ]);
  const rows = entries.map(({ content }) => content);
  const names = funnelSteps[study.businessType];
  const steps = names.map(({ key }) => key);
  const pays = payingStep(study.businessType);
  const worth = worthOf(money);
  const isLooked = ({ channel, period }: { channel: string; period: string }) =>
    (!only.channel || channel === only.channel) &&
    (!only.from || period >= only.from) &&
    (!only.to || period <= only.to);
  const cohorts = rows.filter(isCohort);
  const offered: Counting[] = [
    ...(rows.length > cohorts.length || cohorts.length === 0 ? (["period"] as const) : []),
    ...(cohorts.length > 0 ? (["cohort"] as const) : []),
  ];
  const by = offered.find((one) => one === only.by) ?? offered[0] ?? "period";
  const standings = cohorts.filter(isLooked);
  const looked: FunnelCounts[] =
    by === "cohort" ? latestStandings(standings) : rows.filter((row) => !isCohort(row) && isLooked(row));
  const result = funnelResult(looked, { steps, pays, worth });
  const lost = reasons.map(({ content }) => content);
  return {
    ...{ rows, steps: names, pays, worth, by, offered, result },
    looked: looked.length,
    standings: by === "cohort" ? latestStandings(standings) : [],
    byAge: by === "cohort" ? paidByAge(standings, { steps, pays }) : [],
    lost,
    pool: lostPool(lost.filter(isLooked), steps, result),
    revisions: { counts: revisionsOf(entries), lost: revisionsOf(reasons) },
  };
}

export const funnelKinds = ["funnel-row", "lost-reason"] as const;

type Press = Saving & { form: FormData; steps: readonly FunnelStepName[] };

/** What a press of a button came to; null for one that nobody offers. */
export async function applyFunnel(
  store: Store,
  given: { study: OfStudy; form: FormData; savedBy: string; now: number },
) {
  const { study, ...pressed } = given;
  const press: Press = {
    ...{ ...pressed, workspaceId: study.workspaceId, studyId: study.id },
    steps: funnelSteps[study.businessType],
  };
  switch (press.form.get("intent")) {
    case "counts":
      return applyCounts(store, press);
    case "table":
      return applyTable(store, press);
    case "lost":
      return applyLost(store, press);
    case "lost-table":
      return applyLostTable(store, press);
    case "remove":
    case "remove-lost": {
      const { form, steps: _, ...saving } = press;
      const kind = form.get("intent") === "remove" ? "funnel-row" : "lost-reason";
      const key = String(form.get("key"));
      const gone = await removeEntry(store, { ...saving, kind, key, revision: revisionIn(form) });
      return gone && { kind: "removed" as const, gone };
    }
    case "put-back": {
      const { form, steps: _, ...saving } = press;
      const change = await putBack(store, {
        ...saving,
        kinds: funnelKinds,
        state: String(form.get("state")),
      });
      return change && { kind: "put-back" as const };
    }
    default:
      return null;
  }
}

async function applyCounts(store: Store, { form, steps, ...saving }: Press) {
  const fields = [
    ...["period", "channel", "seen"],
    ...steps.map(({ key }) => stepField(key)),
    ...["recovered", "referred"],
  ];
  const typed = typedIn(form, fields);
  const revision = revisionIn(form);
  const read = readCounts(typed, steps);
  if (!read.ok) return { kind: "counts-refused" as const, typed, revision, problems: read.problems };
  const change = { key: countsKey(read.row), revision, content: read.row };
  const { late } = await saveEntries(store, { ...saving, kind: "funnel-row", changes: [change] });
  return late[0]
    ? { kind: "counts-late" as const, typed, theirs: late[0] }
    : { kind: "counts-saved" as const, period: read.row.period, channel: read.row.channel };
}

async function applyTable(store: Store, { form, steps, ...saving }: Press) {
  const pasted = await postedTable(form);
  if (pasted === null) return { kind: "table-too-large" as const };
  const read = readCountsTable(pasted, steps);
  if (!read.ok) return { kind: "table-refused" as const, pasted, missing: read.missing };
  const seen = readSeen(typedText(form.get("seen")));
  const changes = read.rows.map((content) => {
    const key = countsKey(content);
    return { key, revision: seen.get(key) ?? 0, content };
  });
  const { late } = await saveEntries(store, { ...saving, kind: "funnel-row", changes });
  return {
    ...{ kind: "table-read" as const, n: changes.length - late.length, problems: read.problems },
    pasted: late.length > 0 ? pasted : "",
    late: late.flatMap(({ content }) => content ?? []),
  };
}

async function applyLost(store: Store, { form, steps, ...saving }: Press) {
  const typed = typedIn(form, lostFields);
  const revision = revisionIn(form);
  const read = readLost(typed, steps);
  if (!read.ok) return { kind: "lost-refused" as const, typed, revision, problems: read.problems };
  const change = { key: lostKey(read.row), revision, content: read.row };
  const { late } = await saveEntries(store, { ...saving, kind: "lost-reason", changes: [change] });
  return late[0]
    ? { kind: "lost-late" as const, typed, theirs: late[0] }
    : { kind: "lost-saved" as const, reason: read.row.reason };
}

async function applyLostTable(store: Store, { form, steps, ...saving }: Press) {
  const pasted = await postedTable(form);
  if (pasted === null) return { kind: "lost-table-too-large" as const };
  const read = readLostTable(pasted, steps);
  if (!read.ok) return { kind: "lost-table-refused" as const, pasted, missing: read.missing };
  const seen = readSeen(typedText(form.get("seen")));
  const changes = read.rows.map((content) => {
    const key = lostKey(content);
    return { key, revision: seen.get(key) ?? 0, content };
  });
  const { late } = await saveEntries(store, { ...saving, kind: "lost-reason", changes });
  return {
    ...{ kind: "lost-table-read" as const, n: changes.length - late.length, problems: read.problems },
    pasted: late.length > 0 ? pasted : "",
    late: late.flatMap(({ content }) => content ?? []),
  };
}
