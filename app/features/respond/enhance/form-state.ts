/** Reads and fills the page's form. */
import type { Answers } from "../../../domain/questionnaire/compiled";
import { readForm } from "../../../domain/questionnaire/read-form";
import type { PageData } from "./page-data";

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const controlsOf = (root: ParentNode): Control[] => [
  ...root.querySelectorAll<Control>("input:not([type=hidden]), select, textarea"),
];

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

/** What the form holds, in greyed-out questions as well: their answers stay. */
export function entriesOf(form: HTMLFormElement): [string, string][] {
  const greyed = [...form.querySelectorAll<HTMLFieldSetElement>("fieldset[data-answerable]:disabled")];
  for (const one of greyed) one.disabled = false;
  const entries: [string, string][] = [];
  for (const [name, value] of new FormData(form)) if (typeof value === "string") entries.push([name, value]);
  for (const one of greyed) one.disabled = true;
  return entries;
}

/** The answers of this page as they stand in the form, unchecked. */
export const rawAnswers = (form: HTMLFormElement, data: PageData): Record<string, unknown> =>
  readForm(data.page, entriesOf(form));

/** All answers as conditions see them: this page's in place of the stored ones. */
export function answersNow(form: HTMLFormElement, data: PageData): Answers {
  const own = new Set(data.page.items.flatMap(({ name }) => [name, `${name}-Comment`]));
  const others = Object.entries(data.answers).filter(([name]) => !own.has(name));
  // What a form can hold has the shape of answers; whether it is right is for the server to say.
  return { ...Object.fromEntries(others), ...(rawAnswers(form, data) as Answers) };
}

/** Puts entries back into the controls. */
export function fillForm(form: HTMLFormElement, entries: readonly [string, string][]): void {
  for (const control of controlsOf(form)) {
    const given = entries.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTick(control)) control.checked = given.includes(control.value);
    else control.value = given[0] ?? "";
  }
}

/** Takes the answer out of everything inside; true when there was one. */
export function clearControls(root: ParentNode): boolean {
  let cleared = false;
  for (const control of controlsOf(root)) {
    if (isTick(control)) {
      cleared ||= control.checked;
      control.checked = false;
    } else {
      cleared ||= control.value !== "";
      control.value = "";
    }
  }
  return cleared;
}
