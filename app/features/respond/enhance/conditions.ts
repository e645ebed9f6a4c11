/** Shows and hides questions, choices and rows as soon as an answer asks for it. */
import type { Item } from "../../../domain/questionnaire/compiled";
import { isEnabled, visibleChoices, visibleItems, visibleRows } from "../../../domain/questionnaire/flow";
import { answersNow, clearControls } from "./form-state";
import type { PageData } from "./page-data";

/** What the server left inside templates becomes a hidden part of the page. */
export function unwrapTemplates(root: ParentNode): void {
  for (const template of root.querySelectorAll("template")) {
    unwrapTemplates(template.content);
    const parts = [...template.content.children].filter((part) => part instanceof HTMLElement);
    for (const part of parts) part.hidden = true;
    template.replaceWith(...parts);
  }
}

const setHidden = (part: HTMLElement, hidden: boolean) => {
  // Only on change: writing the same state again would make assistive technology read it again.
  if (part.hidden !== hidden) part.hidden = hidden;
  if (part instanceof HTMLOptionElement) part.disabled = hidden;
};

const partsOf = (root: Element, attribute: string) => root.querySelectorAll<HTMLElement>(`[${attribute}]`);

/** An answer that is not offered any more is taken back; true when that changed an answer. */
function showParts(root: Element, attribute: string, offered: ReadonlySet<string>): boolean {
  let changed = false;
  for (const part of partsOf(root, attribute)) {
    const isOffered = offered.has(part.getAttribute(attribute) ?? "");
    setHidden(part, !isOffered);
    if (isOffered) continue;
    if (part instanceof HTMLOptionElement) {
      changed ||= part.selected;
      part.selected = false;
    } else changed = clearControls(part) || changed;
  }
  return changed;
}

const choicesOf = (item: Item) => ("choices" in item ? item : null);

/** Brings the page in line with its answers; `shown` in the form says what the respondent has seen. */
export function applyConditions(form: HTMLFormElement, data: PageData): void {
  // Taking back an answer can hide more; every round takes back at least one.
  for (let changed = true; changed; ) {
    changed = false;
    const context = { answers: answersNow(form, data), variables: data.variables };
    const items = visibleItems(data.page, context);
    const visible = new Set(items.map(({ name }) => name));
    for (const root of partsOf(form, "data-item")) {
      const item = data.page.items.find(({ name }) => name === root.dataset.item);
      if (!item) continue;
      setHidden(root, !visible.has(item.name));
      const answerable = root.querySelector<HTMLFieldSetElement>("fieldset[data-answerable]");
      if (answerable) answerable.disabled = !isEnabled(item, context);
      const list = choicesOf(item);
      const choices = new Set(list && visibleChoices(list, context).map(({ value }) => String(value)));
      changed = showParts(root, "data-choice", choices) || changed;
      const rows = item.kind === "matrix" ? visibleRows(item, context) : [];
      changed = showParts(root, "data-row", new Set(rows.map(({ value }) => value))) || changed;
    }
    const shown = form.elements.namedItem("shown");
    if (shown instanceof HTMLInputElement) {
      const asked = items.filter((item) => isEnabled(item, context));
      shown.value = asked.map(({ name }) => name).join(" ");
    }
  }
}
