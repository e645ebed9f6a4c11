/** A study's funnel with what it says, and what the buttons of its page do. */
import { deleteFunnelCounts, listFunnelCounts, saveFunnelCounts } from "~/data/funnel";
import type { Study } from "~/data/studies";
import { readCounts, readCountsTable, stepField } from "~/domain/growth/funnel-form";
import { type CustomerWorth, funnelResult } from "~/domain/growth/funnel-result";
import { funnelSteps, payingStep } from "~/domain/growth/funnel-steps";
import type { Store } from "~db/client";
import { postedTable, type ReadMoney, readMoney } from "./money";

type OfStudy = Pick<Study, "id" | "workspaceId" | "businessType">;

/** What the books say a customer is worth; null when they do not. */
function worthOf({ result }: ReadMoney): CustomerWorth | null {
  if (!result.value.ok || !result.value.value.ltv.ok) return null;
  const { ltv, arpa, grossMargin } = result.value.value;
  return { won: ltv.value, kept: arpa * grossMargin * 12 };
}

/** The funnel over everything, or over one channel and the periods from and to the given ones. */
export async function readFunnel(
  store: Store,
  study: OfStudy,
  only: { channel?: string | null; from?: string | null; to?: string | null } = {},
) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [rows, money] = await Promise.all([listFunnelCounts(store, where), readMoney(store, study)]);
  const steps = funnelSteps[study.businessType];
  const worth = worthOf(money);
  const looked = rows.filter(
    ({ channel, period }) =>
      (!only.channel || channel === only.channel) &&
      (!only.from || period >= only.from) &&
      (!only.to || period <= only.to),
  );
  const pays = payingStep(study.businessType);
  return {
    ...{ rows, steps, pays, worth },
    looked: looked.length,
    result: funnelResult(looked, { steps: steps.map(({ key }) => key), pays, worth }),
  };
}

/** What a press of a button came to; null for one that nobody offers. */
export async function applyFunnel(
  store: Store,
  { form, now, study }: { study: OfStudy; form: FormData; now: number },
) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const steps = funnelSteps[study.businessType];
  const text = (name: string) => {
    const given = form.get(name);
    return typeof given === "string" ? given : "";
  };
  switch (form.get("intent")) {
    case "counts": {
      const fields = [
        "period",
        "channel",
        ...steps.map(({ key }) => stepField(key)),
        "recovered",
        "referred",
      ];
      const typed = Object.fromEntries(fields.map((field) => [field, text(field)]));
      const read = readCounts(typed, steps);
      if (!read.ok) return { kind: "counts-refused" as const, typed, problems: read.problems };
      await saveFunnelCounts(store, { ...where, rows: [read.row], now });
      return { kind: "counts-saved" as const, period: read.row.period, channel: read.row.channel };
    }
    case "remove": {
      const gone = await deleteFunnelCounts(store, {
        ...{ ...where, period: text("period"), channel: text("channel") },
      });
      return gone && { kind: "counts-removed" as const, gone };
    }
    case "table": {
      const table = await postedTable(form);
      if (table === null) return { kind: "table-too-large" as const };
      const read = readCountsTable(table, steps);
      if (!read.ok) return { kind: "table-refused" as const, pasted: table, missing: read.missing };
      await saveFunnelCounts(store, { ...where, rows: read.rows, now });
      return { kind: "table-read" as const, n: read.rows.length, problems: read.problems };
    }
    default:
      return null;
  }
}
