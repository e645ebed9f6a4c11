/**
 * Sends files as soon as they are chosen, with progress. What was sent is a line with a hidden field; what was not can
 * be sent again. The server knows a file by its content, so that sending it twice keeps it once.
 */
import { answerField } from "../../../domain/questionnaire/read-form";
import { fileSize } from "../../../i18n/format";
import { fileNameLook, fileRowLook } from "./file-row";
import type { EnhanceWords } from "./page-data";

type Given = { upload: string; words: EnhanceWords["file"]; onChange: () => void };
type Reply = { file: { name: string; size: number } } | { message: string };

const buttonLook =
  "min-h-11 shrink-0 whitespace-nowrap rounded-md px-4 font-medium hover:bg-sunken focus-visible:outline-2 focus-visible:outline-accent";

function button(words: string, label: string, onTap: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = buttonLook;
  made.textContent = words;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", onTap);
  return made;
}

function lineOf(name: string, size: number, status: string): { row: HTMLLIElement; said: HTMLElement } {
  const row = document.createElement("li");
  row.className = fileRowLook;
  row.toggleAttribute("data-file", true);
  const text = document.createElement("span");
  text.className = fileNameLook;
  const about = document.createElement("span");
  about.className = "text-muted text-sm";
  about.textContent = fileSize(size);
  const said = document.createElement("span");
  said.className = "block text-muted text-sm empty:hidden";
  said.textContent = status;
  text.append(`${name} `, about, said);
  row.append(text);
  return { row, said };
}

/** A file that has arrived: removed with a way back until the page is left. */
function arrived(block: HTMLElement, file: { name: string; size: number }, given: Given): HTMLLIElement {
  const { words, onChange } = given;
  const { row, said } = lineOf(file.name, file.size, "");
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = answerField(block.dataset.files ?? "");
  field.value = JSON.stringify(file);
  const paint = () => {
    said.textContent = field.disabled ? words.removed : "";
    const word = field.disabled ? words.undo : words.remove;
    toggle.textContent = word;
    toggle.setAttribute("aria-label", `${word}: ${file.name}`);
  };
  const toggle = button("", "", () => {
    if (field.disabled && isFull(block)) return tell(block, block.dataset.tooMany ?? "");
    field.disabled = !field.disabled;
    tell(block, "");
    paint();
    onChange();
  });
  paint();
  row.append(field, toggle);
  return row;
}

const tell = (block: HTMLElement, words: string) => {
  const status = block.querySelector("[data-file-status]");
  if (status) status.textContent = words;
};

const listOf = (block: Element) => block.querySelector("[data-file-list]");
const isFull = (block: HTMLElement) =>
  (listOf(block)?.querySelectorAll("input[type=hidden]:enabled, [data-sending], [data-unsent]").length ??
    0) >= Number(block.dataset.most);

/** Sends one file, line by line: under way, arrived, or not, with a way to try again. */
function send(block: HTMLElement, file: File, given: Given): void {
  const { words } = given;
  const { row, said } = lineOf(file.name, file.size, words.sending.replace("{n}", "0"));
  listOf(block)?.append(row);
  const stop = button(words.remove, `${words.remove}: ${file.name}`, () => {
    request?.abort();
    window.removeEventListener("online", attempt);
    row.remove();
    given.onChange();
  });
  const retry = button(words.retry, `${words.retry}: ${file.name}`, () => attempt());
  row.append(retry, stop);
  let request: XMLHttpRequest | null = null;
  const wait = (why: string) => {
    row.toggleAttribute("data-sending", false);
    row.toggleAttribute("data-unsent", true);
    said.textContent = why;
    retry.hidden = false;
  };
  const refuse = (message: string) => {
    row.remove();
    tell(block, `${file.name}: ${message}`);
    given.onChange();
  };
  function attempt() {
    row.toggleAttribute("data-sending", true);
    row.toggleAttribute("data-unsent", false);
    retry.hidden = true;
    const query = new URLSearchParams({ item: block.dataset.files ?? "", name: file.name });
    const sent = new XMLHttpRequest();
    request = sent;
    const separator = given.upload.includes("?") ? "&" : "?";
    sent.open("POST", `${given.upload}${separator}${query}`);
    sent.setRequestHeader("Content-Type", "application/octet-stream");
    sent.upload.addEventListener("progress", ({ loaded, total }) => {
      said.textContent = words.sending.replace(
        "{n}",
        String(Math.floor((loaded / Math.max(1, total)) * 100)),
      );
    });
    sent.addEventListener("error", () => wait(words.offline));
    sent.addEventListener("load", () => {
      if (sent.status === 413) return refuse(block.dataset.tooLarge ?? words.failed);
      const reply = replyOf(sent.responseText);
      if (reply && "message" in reply) return refuse(reply.message);
      if (!reply || sent.status >= 400) return wait(words.failed);
      window.removeEventListener("online", attempt);
      row.replaceWith(arrived(block, reply.file, given));
      given.onChange();
    });
    sent.send(file);
  }
  window.addEventListener("online", () => row.isConnected && row.hasAttribute("data-unsent") && attempt());
  attempt();
}

function replyOf(text: string): Reply | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a page waits for files: "sending" ends by itself, "unsent" needs a person. */
export function filesUnderWay(form: HTMLFormElement): "sending" | "unsent" | null {
  if (form.querySelector("[data-sending]")) return "sending";
  return form.querySelector("[data-unsent]") ? "unsent" : null;
}

/** Takes over a file question; `entries` are the draft's fields where it is put back. */
export function enhanceFiles(block: HTMLElement, given: Given, entries?: readonly [string, string][]): void {
  const list = listOf(block);
  const field = answerField(block.dataset.files ?? "");
  const values = entries
    ? entries.flatMap(([name, value]) => (name === field ? [value] : []))
    : [...block.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map(({ value }) => value);
  list?.replaceChildren(...values.map((value) => arrived(block, JSON.parse(value), given)));
  block.querySelector("[data-upload]")?.remove();
  for (const pick of block.querySelectorAll<HTMLElement>("[data-pick]")) {
    // A camera to hold over something comes with a touch screen.
    pick.hidden = pick.dataset.photo !== undefined && !window.matchMedia("(any-pointer: coarse)").matches;
    pick.toggleAttribute("data-live", true);
    const input = pick.querySelector("input");
    input?.addEventListener("change", () => {
      tell(block, "");
      for (const file of input.files ?? []) {
        if (isFull(block)) tell(block, block.dataset.tooMany ?? "");
        else if (file.size > Number(block.dataset.largest))
          tell(block, `${file.name}: ${block.dataset.tooLarge}`);
        else send(block, file, given);
      }
      input.value = "";
      given.onChange();
    });
  }
}
