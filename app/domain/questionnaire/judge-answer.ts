/** What is wrong with an item in the light of all answers: required, hidden choices, the author's checks. */
import type { AnswerProblem } from "./answer-problem";
import type { Answer, Answers, Check, Item } from "./compiled";
import { type Context, isTrue } from "./evaluate";
import { isEnabled, isRequired, visibleChoices, visibleRows } from "./flow";
import { isEmail, isRecord, picksOther } from "./read-answer";

/**
 * The problems of one visible item whose answer was read already. `complete` asks for what is missing as
 * well; without it only what was given is judged.
 */
export function judgeAnswer(item: Item, context: Context, complete: boolean): AnswerProblem[] {
  const value = context.answers[item.name];
  const problem = (code: AnswerProblem["code"], more: Partial<AnswerProblem> = {}): AnswerProblem => ({
    item: item.name,
    code,
    ...more,
  });
  if (item.kind === "statement" || item.kind === "display") return [];
  if (value === undefined) {
    if (!complete) return [];
    if (isRequired(item, context.answers, context.variables)) return [problem("required")];
    return missingParts(item, {}, context).map((field) => problem("required", { field }));
  }
  const missing = complete ? missingParts(item, value, context) : [];
  return [
    ...(picksHidden(item, value, context) ? [problem("not-a-choice")] : []),
    ...missing.map((field) => problem("required", { field })),
    ...(complete && leavesUnranked(item, value, context) ? [problem("rank-all")] : []),
    ...judgeInner(item, value, context, complete),
    ...item.checks
      .filter((check) => !holds(check, value, context))
      .map((check) =>
        problem(
          check.kind === "email" ? "bad-email" : "check-failed",
          check.message ? { message: check.message } : {},
        ),
      ),
  ];
}

/** Rows, fields and the text beside "other" that must be there and are not. */
function missingParts(item: Item, value: Answer, context: Context): string[] {
  const given = isRecord(value) ? value : {};
  switch (item.kind) {
    case "matrix":
      return item.everyRow
        ? visibleRows(item, context).flatMap((row) => (Object.hasOwn(given, row.value) ? [] : [row.value]))
        : [];
    case "multipletext":
      return item.fields.flatMap((field) =>
        field.required && !Object.hasOwn(given, field.name) ? [field.name] : [],
      );
    case "radio":
    case "dropdown":
    case "checkbox":
      return picksOther(item, value) && context.answers[`${item.name}-Comment`] === undefined
        ? ["other"]
        : [];
    default:
      return [];
  }
}

/** Whether a picked choice or an answered row is not offered now. */
function picksHidden(item: Item, value: Answer, context: Context): boolean {
  if (item.kind === "matrix") {
    const rows = visibleRows(item, context).map((row) => row.value);
    return Object.keys(value).some((row) => !rows.includes(row));
  }
  if (!("choices" in item) || !item.choices.some((choice) => choice.visibleIf)) return false;
  const offered: Answer[] = visibleChoices(item, context).map((choice) => choice.value);
  return [value].flat().some((picked) => !offered.includes(picked));
}

/** Whether all choices were to be ranked and one that is offered is not. */
function leavesUnranked(item: Item, value: Answer, context: Context): boolean {
  if (item.kind !== "ranking" || item.minRanked !== undefined || item.maxRanked !== undefined) return false;
  return visibleChoices(item, context).some(
    (choice) => !(Array.isArray(value) && value.includes(choice.value)),
  );
}

function holds(check: Check, value: Answer, context: Context): boolean {
  switch (check.kind) {
    case "expression":
      return isTrue(check.expression, context);
    case "pattern":
      return new RegExp(check.pattern).test(String(value));
    case "email":
      return isEmail(String(value));
  }
}

/** The items inside the rows and panels of a rich item, each judged with `{row}` or `{panel}` in sight. */
function judgeInner(item: Item, value: Answer, context: Context, complete: boolean): AnswerProblem[] {
  const inner =
    "columns" in item && item.kind !== "matrix" ? item.columns : "items" in item ? item.items : [];
  if (inner.length === 0 || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([at, cells]) => {
    const own = (isRecord(cells) ? cells : {}) as Answers;
    const around = { ...context.variables, row: own, panel: own };
    const within = { answers: { ...context.answers, ...own }, variables: around };
    return inner
      .filter(
        (part) => (part.visibleIf === undefined || isTrue(part.visibleIf, within)) && isEnabled(part, within),
      )
      .flatMap((part) => {
        const { [part.name]: _, ...others } = context.answers;
        const answers = { ...others, ...own };
        return judgeAnswer(part, { answers, variables: around }, complete);
      })
      .map((problem) => ({
        ...problem,
        item: item.name,
        field: [at, problem.item, problem.field].filter(Boolean).join("."),
      }));
  });
}
