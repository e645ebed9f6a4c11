/** The books of a study with what they say, and what the buttons of the money page do. */
import { listEntries } from "~/data/entries";
import type { Study } from "~/data/studies";
import { readSeen } from "~/domain/entry";
import {
  moneyFields,
  readCount,
  readMoneyTable,
  readMonthForm,
  type TypedMonth,
} from "~/domain/growth/money-form";
import { moneyResult, usualSettings } from "~/domain/growth/money-result";
import { cohortFields, readCohort, renewalRates, type TypedCohort } from "~/domain/growth/renewals";
import { readAmount } from "~/domain/market/model-form";
import { typedIn, typedText } from "~/domain/typed";
import type { Store } from "~db/client";
import { putBack, removeEntry, type Saving, saveEntries } from "./entries";

/** Months, cohorts and the rule, with everything computed from them. */
export async function readMoney(store: Store, study: Pick<Study, "id" | "workspaceId">) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [months, cohorts, [rule]] = await Promise.all([
    listEntries(store, { ...where, kind: "money-month" }),
    listEntries(store, { ...where, kind: "renewal-cohort" }),
    listEntries(store, { ...where, kind: "money-rule" }),
  ]);
  const books = months.map(({ content }) => content);
  const began = cohorts.map(({ content }) => content);
  const settings = rule?.content ?? usualSettings;
  return {
    months: books,
    cohorts: began,
    settings,
    /** At which each row was read. */
    revisions: { months: revisionsOf(months), cohorts: revisionsOf(cohorts), rule: rule?.revision ?? 0 },
    result: moneyResult(books, settings),
    renewals: renewalRates(began),
  };
}

/** The revision of each row by its key. */
export const revisionsOf = (rows: readonly { key: string; revision: number }[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ key, revision }) => [key, revision]));

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
  const text = typedText(form.get("pasted"));
  return text.length > largestText ? null : text;
}

export const moneyKinds = ["money-month", "renewal-cohort", "money-rule"] as const;
const ruleKey = "rule";

/** A revision as a form carries it; one that is no number has seen nothing. */
export const revisionIn = (form: FormData): number => Math.trunc(Number(form.get("revision"))) || 0;

/** What a press of a button came to; null for one that nobody offers. */
export async function applyMoney(store: Store, { form, ...saving }: Saving & { form: FormData }) {
  const month = String(form.get("month"));
  const revision = revisionIn(form);
  switch (form.get("intent")) {
    case "month": {
      const typed: TypedMonth = typedIn(form, moneyFields);
      const read = readMonthForm(typed);
      if (!read.ok) return { kind: "month-refused" as const, typed, revision, problems: read.problems };
      const change = { key: read.month.month, revision, content: read.month };
      const { late } = await saveEntries(store, { ...saving, kind: "money-month", changes: [change] });
      return late[0]
        ? { kind: "month-late" as const, typed, theirs: late[0] }
        : { kind: "month-saved" as const, month: read.month.month };
    }
    case "remove-month": {
      const gone = await removeEntry(store, { ...saving, kind: "money-month", key: month, revision });
      return gone && { kind: "month-removed" as const, month, gone };
    }
    case "table": {
      const text = await postedTable(form);
      if (text === null) return { kind: "table-too-large" as const };
      const read = readMoneyTable(text);
      if (!read.ok) return { kind: "table-refused" as const, pasted: text, missing: read.missing };
      const seen = readSeen(String(form.get("seen")));
      const changes = read.months.map((content) => {
        const key = content.month;
        return { key, revision: seen.get(key) ?? 0, content };
      });
      const { late } = await saveEntries(store, { ...saving, kind: "money-month", changes });
      return {
        ...{ kind: "table-read" as const, n: changes.length - late.length, problems: read.problems },
        ...{ late: late.map(({ key }) => key), pasted: late.length > 0 ? text : "" },
      };
    }
    case "cohort": {
      const typed: TypedCohort = typedIn(form, cohortFields);
      const read = readCohort(typed);
      if (!read.ok) return { kind: "cohort-refused" as const, typed, revision, problems: read.problems };
      const change = { key: read.cohort.month, revision, content: read.cohort };
      const { late } = await saveEntries(store, { ...saving, kind: "renewal-cohort", changes: [change] });
      return late[0]
        ? { kind: "cohort-late" as const, typed, theirs: late[0] }
        : { kind: "cohort-saved" as const, month: read.cohort.month };
    }
    case "remove-cohort": {
      const gone = await removeEntry(store, { ...saving, kind: "renewal-cohort", key: month, revision });
      return gone && { kind: "cohort-removed" as const, month, gone };
    }
    case "settings": {
      const typed = typedIn(form, ["monthsRequired", "cash"]);
      const monthsRequired = readCount(typed.monthsRequired);
      const cash = typed.cash.trim() === "" ? null : readAmount(typed.cash);
      const problems = {
        monthsRequired: !monthsRequired || monthsRequired > 24,
        cash: typed.cash.trim() !== "" && (cash === null || cash < 0),
      };
      if (problems.monthsRequired || problems.cash || !monthsRequired)
        return { kind: "settings-refused" as const, typed, revision, problems };
      const change = { key: ruleKey, revision, content: { monthsRequired, cash } };
      const { late } = await saveEntries(store, { ...saving, kind: "money-rule", changes: [change] });
      return late[0]
        ? { kind: "settings-late" as const, typed, theirs: late[0] }
        : { kind: "settings-saved" as const };
    }
    case "put-back": {
      const state = String(form.get("state"));
      const change = await putBack(store, { ...saving, kinds: moneyKinds, state });
      return change && { kind: "put-back" as const };
    }
    default:
      return null;
  }
}
