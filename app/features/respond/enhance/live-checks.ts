/** What a page says while it is being filled in: points left to give, prices out of order, one "none" at a time. */
import type { Item } from "../../../domain/questionnaire/compiled";
import { isTrue } from "../../../domain/questionnaire/evaluate";
import { readNumber } from "../../../domain/questionnaire/read-form";
import { answersNow } from "./form-state";
import type { PageData } from "./page-data";

const say = (part: Element, words: string) => {
  if (part.textContent !== words) part.textContent = words;
};

/** How many points are left, under each list of points. */
export function showTotals(form: HTMLFormElement, { words }: PageData): void {
  for (const total of form.querySelectorAll<HTMLElement>("[data-total]")) {
    const inputs = total.parentElement?.querySelectorAll("input") ?? [];
    const given = [...inputs].map(({ value }) => readNumber(value) ?? 0).reduce((sum, each) => sum + each, 0);
    const left = Number((Number(total.dataset.total) - given).toFixed(6));
    const sentence = left > 0 ? words.left : left < 0 ? words.over : words.complete;
    say(total, given === 0 ? "" : sentence.replace("{n}", String(Math.abs(left))));
  }
}

const fails = (item: Item, form: HTMLFormElement, data: PageData): string | null => {
  const context = { answers: answersNow(form, data), variables: data.variables };
  if (context.answers[item.name] === undefined) return null;
  for (const check of item.checks)
    if (check.kind === "expression" && !isTrue(check.expression, context))
      return check.message?.[data.language] ?? data.words.checkFailed;
  return null;
};

/** Tells at the question when an answer does not fit the others; points say so by their total already. */
export function showFailedChecks(form: HTMLFormElement, data: PageData): void {
  for (const part of form.querySelectorAll<HTMLElement>("[data-item]")) {
    const item = data.page.items.find(({ name }) => name === part.dataset.item);
    const line = part.querySelector("[data-live]");
    // The server's own word about the question stands until it is asked again.
    if (!item || !line || part.querySelector("[data-error]")) continue;
    const silent = item.kind === "multipletext" || part.querySelector("[data-answerable]:disabled");
    say(line, silent ? "" : (fails(item, form, data) ?? ""));
  }
}

/** "None of these" and the others take each other back; so do best and worst of the same option. */
export function keepApart(changed: HTMLInputElement): void {
  if (!changed.checked) return;
  const group = changed.closest("[data-item]");
  const others = [...(group?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])];
  if (changed.type === "checkbox") {
    const isExclusive = changed.dataset.exclusive !== undefined;
    for (const other of others)
      if (other !== changed && (isExclusive || other.dataset.exclusive !== undefined)) other.checked = false;
  }
  if (changed.closest("[data-unique]"))
    for (const other of others) if (other !== changed && other.value === changed.value) other.checked = false;
}
