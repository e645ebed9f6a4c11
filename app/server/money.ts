/** The books of a study with what they say, and what the buttons of the money page do. */
import {
  deleteMoneyMonths,
  deleteRenewalCohort,
  findMoneySettings,
  listMoneyMonths,
  listRenewalCohorts,
  saveMoneyMonths,
  saveRenewalCohort,
  updateMoneySettings,
} from "~/data/money";
import type { Study } from "~/data/studies";
import {
  moneyFields,
  readCount,
  readMoneyTable,
  readMonthForm,
  type TypedMonth,
} from "~/domain/growth/money-form";
import { moneyResult } from "~/domain/growth/money-result";
import { cohortFields, readCohort, renewalRates, type TypedCohort } from "~/domain/growth/renewals";
import { readAmount } from "~/domain/market/model-form";
import type { Store } from "~db/client";

/** Months, cohorts and the rule, with everything computed from them. */
export async function readMoney(store: Store, study: Pick<Study, "id" | "workspaceId">) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [months, cohorts, settings] = await Promise.all([
    listMoneyMonths(store, where),
    listRenewalCohorts(store, where),
    findMoneySettings(store, where),
  ]);
  return {
    months,
    cohorts,
    settings,
    result: moneyResult(months, settings),
    renewals: renewalRates(cohorts),
  };
}
export type ReadMoney = Awaited<ReturnType<typeof readMoney>>;

/** What the third lamp stands on; null without books. */
export const booksOf = ({ result, settings }: ReadMoney) =>
  result.lamp.ok
    ? {
        months: result.lamp.value.selfSustainingMonths,
        required: settings.monthsRequired,
        last: result.months.at(-1)?.month ?? "",
      }
    : null;

const largestText = 1024 * 1024;

/** The text of a chosen file, else what was pasted; null when it is too large. */
export async function postedTable(form: FormData): Promise<string | null> {
  const file = form.get("file");
  if (file instanceof Blob && file.size > 0) return file.size > largestText ? null : file.text();
  const pasted = form.get("pasted");
  const text = typeof pasted === "string" ? pasted : "";
  return text.length > largestText ? null : text;
}

const typedFrom = <Field extends string>(form: FormData, fields: readonly Field[]) =>
  Object.fromEntries(
    fields.map((field) => {
      const given = form.get(field);
      return [field, typeof given === "string" ? given : ""];
    }),
  ) as Record<Field, string>;

/** What a press of a button came to; null for one that nobody offers. */
export async function applyMoney(
  store: Store,
  { form, now, ...where }: { workspaceId: string; studyId: string; form: FormData; now: number },
) {
  const month = String(form.get("month"));
  switch (form.get("intent")) {
    case "month": {
      const typed: TypedMonth = typedFrom(form, moneyFields);
      const read = readMonthForm(typed);
      if (!read.ok) return { kind: "month-refused" as const, typed, problems: read.problems };
      await saveMoneyMonths(store, { ...where, months: [read.month], now });
      return { kind: "month-saved" as const, month: read.month.month };
    }
    case "remove-month": {
      const [gone] = await deleteMoneyMonths(store, { ...where, months: [month] });
      return gone ? { kind: "month-removed" as const, gone } : null;
    }
    case "table": {
      const text = await postedTable(form);
      if (text === null) return { kind: "table-too-large" as const };
      const read = readMoneyTable(text);
      if (!read.ok) return { kind: "table-refused" as const, pasted: text, missing: read.missing };
      await saveMoneyMonths(store, { ...where, months: read.months, now });
      return { kind: "table-read" as const, n: read.months.length, problems: read.problems };
    }
    case "cohort": {
      const typed: TypedCohort = typedFrom(form, cohortFields);
      const read = readCohort(typed);
      if (!read.ok) return { kind: "cohort-refused" as const, typed, problems: read.problems };
      await saveRenewalCohort(store, { ...where, cohort: read.cohort, now });
      return { kind: "cohort-saved" as const, month: read.cohort.month };
    }
    case "remove-cohort": {
      const gone = await deleteRenewalCohort(store, { ...where, month });
      return gone ? { kind: "cohort-removed" as const, gone } : null;
    }
    case "settings": {
      const typed = typedFrom(form, ["monthsRequired", "cash"]);
      const monthsRequired = readCount(typed.monthsRequired);
      const cash = typed.cash.trim() === "" ? null : readAmount(typed.cash);
      const problems = {
        monthsRequired: !monthsRequired || monthsRequired > 24,
        cash: typed.cash.trim() !== "" && (cash === null || cash < 0),
      };
      if (problems.monthsRequired || problems.cash || !monthsRequired)
        return { kind: "settings-refused" as const, typed, problems };
      await updateMoneySettings(store, { ...where, settings: { monthsRequired, cash } });
      return { kind: "settings-saved" as const };
    }
    default:
      return null;
  }
}
