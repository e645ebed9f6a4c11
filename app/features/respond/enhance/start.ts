/**
 * Makes a respondent's page livelier: conditions at once, saving in the background, going on without
 * loading a whole document, and patience with a lost connection. Everything works without it, too.
 */
import { applyConditions, unwrapTemplates } from "./conditions";
import { findDraft, forgetDraft, keepDraft } from "./draft";
import { enhanceFiles, filesUnderWay } from "./files";
import { clearControls, controlsOf, entriesOf, fillForm, rawAnswers } from "./form-state";
import { tellFrame } from "./frame-height";
import { keepApart, showFailedChecks, showTotals } from "./live-checks";
import { type Job, makeOutbox, reach, reachWith } from "./outbox";
import { type PageData, pageDataId } from "./page-data";
import { enhanceRanking } from "./ranking";

/** A pause this long after the last keystroke is worth a save. */
const saveAfter = 600;

type Open = { form: HTMLFormElement; data: PageData; openedAt: number; unanswered: number };
let open: Open | null = null;
let composing = false;
let saveTimer: ReturnType<typeof setTimeout> | undefined;

const outbox = makeOutbox({
  onWaiting: ({ kind }) => open && tell(kind === "move" ? open.data.words.pending : open.data.words.offline),
});

const tell = (words: string) => {
  const status = open?.form.querySelector("[data-status]");
  if (status) status.textContent = words;
};

const secondsOpen = (page: Open) => Math.min(3600, Math.max(0, (Date.now() - page.openedAt) / 1000));

/** Time that a save has brought to the server; a move brings the rest, which is since `shownAt`. */
function countedUntil(page: Open, seconds: number) {
  page.openedAt += seconds * 1000;
  const shownAt = page.form.elements.namedItem("shownAt");
  if (shownAt instanceof HTMLInputElement) shownAt.value = String(Number(shownAt.value) + seconds * 1000);
}

function draftNow({ form, data, unanswered }: Open) {
  if (data.draft === null) return;
  const { page, revision } = data;
  keepDraft(data.draft, { page: page.name, revision, unanswered, entries: entriesOf(form) });
}

async function save(page: Open): Promise<void> {
  const { form, data } = page;
  // In the middle of a composition nothing is said yet; its end asks again.
  if (data.save === null || page !== open || composing) return;
  tell(data.words.saving);
  const seconds = secondsOpen(page);
  page.unanswered += 1;
  draftNow(page);
  const answers = rawAnswers(form, data);
  const response = await reachWith(data.save, { page: data.page.name, answers, move: "save", seconds });
  if (page !== open) return;
  page.unanswered = 0;
  if (!response.ok) return tell("");
  countedUntil(page, seconds);
  const saved: { revision: number } = await response.json();
  data.revision = saved.revision;
  tell(data.words.saved);
  // Kept until the page is left: it knows what was not valid, and what was typed meanwhile.
  draftNow(page);
}

const saveJob = (page: Open): Job => ({ kind: "save", deliver: () => save(page) });

function scheduleSave(page: Open) {
  if (page.data.save === null) return;
  clearTimeout(saveTimer);
  saveTimer = setTimeout(() => !composing && outbox.send(saveJob(page)), saveAfter);
}

function onEdit(page: Open, changed: EventTarget | null) {
  if (changed instanceof HTMLInputElement) keepApart(changed);
  applyConditions(page.form, page.data);
  for (const list of page.form.querySelectorAll("[data-ranking]")) list.dispatchEvent(new Event("repaint"));
  showTotals(page.form, page.data);
  draftNow(page);
  scheduleSave(page);
}

/** Puts the answer of the server in place of this page, and the reader at its beginning. */
function showDocument(html: string, address: string) {
  const next = new DOMParser().parseFromString(html, "text/html");
  const main = next.querySelector("main");
  if (!main) return window.location.assign(address);
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.body.replaceChildren(...next.body.childNodes);
  if (address !== window.location.href) window.history.replaceState(null, "", address);
  begin();
  window.scrollTo(0, 0);
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  (find("main [role=alert]") ?? find("main h1"))?.focus({ preventScroll: true });
}

async function move(page: Open, submitter: HTMLElement | null): Promise<void> {
  const { form, data } = page;
  const response = await reach(form.action, {
    method: "POST",
    body: new URLSearchParams([
      ...entriesOf(form),
      ...(submitter instanceof HTMLButtonElement ? [[submitter.name, submitter.value]] : []),
    ] as [string, string][]),
  });
  if (response.ok && data.draft !== null) forgetDraft(data.draft);
  showDocument(await response.text(), response.url);
}

function onSubmit(event: SubmitEvent, page: Open) {
  event.preventDefault();
  const files = filesUnderWay(page.form);
  if (files) return tell(page.data.words.file[files === "sending" ? "wait" : "unsent"]);
  clearTimeout(saveTimer);
  tell(page.data.words.saving);
  const { submitter } = event;
  submitter?.setAttribute("aria-disabled", "true");
  outbox.send({ kind: "move", deliver: () => move(page, submitter) });
}

function begin() {
  open = null;
  composing = false;
  const form = document.querySelector<HTMLFormElement>("form#answers");
  const script = document.getElementById(pageDataId);
  if (!form || !script?.textContent) return;
  const data: PageData = JSON.parse(script.textContent);
  const page: Open = { form, data, openedAt: Date.now(), unanswered: 0 };
  open = page;
  unwrapTemplates(form);
  const draft = data.draft === null ? null : findDraft(data.draft, data.page.name, data.revision);
  if (draft && JSON.stringify(draft) !== JSON.stringify(entriesOf(form))) {
    const carried = new Set(["page", "shown", "shownAt"]);
    fillForm(
      form,
      draft.filter(([name]) => !carried.has(name)),
    );
    scheduleSave(page);
  }
  const restored = draft ?? undefined;
  for (const block of form.querySelectorAll<HTMLElement>("[data-files]"))
    if (data.upload !== null)
      enhanceFiles(
        block,
        { upload: data.upload, words: data.words.file, onChange: () => onEdit(page, null) },
        restored,
      );
  applyConditions(form, data);
  for (const list of form.querySelectorAll<HTMLElement>("[data-ranking]"))
    enhanceRanking(list, data.words, () => onEdit(page, null));
  showTotals(form, data);

  form.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) onEdit(page, event.target);
  });
  form.addEventListener("change", () => showFailedChecks(form, data));
  form.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(saveTimer);
  });
  form.addEventListener("compositionend", (event) => {
    composing = false;
    onEdit(page, event.target);
  });
  form.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button[name=clear]") : null;
    const item = pressed?.closest("[data-item]");
    if (!item) return;
    event.preventDefault();
    clearControls(item);
    controlsOf(item)[0]?.focus();
    onEdit(page, null);
    showFailedChecks(form, data);
  });
  form.addEventListener("submit", (event) => onSubmit(event, page));
}

// The last words before the tab is put away.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden" || !open || composing || saveTimer === undefined) return;
  clearTimeout(saveTimer);
  outbox.send(saveJob(open));
});

begin();
tellFrame();
