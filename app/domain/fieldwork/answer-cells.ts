/** What a cell of another survey tool's export says, as the raw answer of a question. The validator judges it afterwards. */
import type { Choice, Item } from "../questionnaire/compiled";
import { foldedText } from "./answer-columns";

type Option = { value: string | number; text: { "zh-CN": string; en: string }; other?: true };

const lettered = /^\s*[A-Za-z]\s*[.、:：)）]\s*/;

/** The choice a cell means: by its wording in either language, its value, its letter or its number in the list. */
export function choiceIn(options: readonly Option[], cell: string): Option | undefined {
  const folded = foldedText(cell);
  const bare = foldedText(cell.replace(lettered, ""));
  const byWords = options.find(({ text, value }) =>
    [text["zh-CN"], text.en, String(value)].some((name) => {
      const known = foldedText(name);
      return known !== "" && (known === folded || known === bare);
    }),
  );
  if (byWords) return byWords;
  const numeric = options.every(({ value }) => typeof value === "number");
  const leading = /^\s*(\d+)(?!\d)/.exec(cell)?.[1];
  if (numeric) return options.find(({ value }) => leading !== undefined && value === Number(leading));
  if (/^\s*[A-Za-z]\s*$/.test(cell)) return options[folded.charCodeAt(0) - 97];
  return /^\s*\d+\s*$/.test(cell) ? options[Number(cell) - 1] : undefined;
}

const strong = /[┋;；|\n→]|\s>\s/;

/** What somebody has said a word stands for: a choice's value. */
type Said = (word: string) => string | undefined;

const saidIn = (options: readonly Option[], word: string, said: Said): Option | undefined => {
  const value = said(word);
  return value === undefined ? undefined : options.find((option) => String(option.value) === value);
};

/** The choices a cell lists, and words that are none. Commas part choices only where the words in between are choices: wording has commas, too. */
export function listIn(
  options: readonly Option[],
  cell: string,
  said: Said = () => undefined,
): (Option | string)[] {
  const pieces = (
    strong.test(cell) ? cell.split(strong) : choiceIn(options, cell) ? [cell] : cell.split(/[,，、]/)
  )
    .map((piece) => piece.trim())
    .filter(Boolean);
  const found: (Option | string)[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = pieces.length;
    let option: Option | undefined;
    for (; to > from && !option; to--) {
      const words = pieces.slice(from, to).join(",");
      option = choiceIn(options, words) ?? saidIn(options, words, said);
    }
    if (option) {
      found.push(option);
      from = to + 1;
    } else found.push(pieces[from++]!);
  }
  return found;
}

/** What was written beside "other": 问卷星 sets it in 〖〗, 腾讯问卷 in brackets, Google writes it alone. */
const ownText = (cell: string): string =>
  (/[〖[（(](.+)[〗\]）)]\s*$/.exec(cell)?.[1] ?? cell.replace(/^(其他|其它|other)\s*[:：]?\s*/i, "")).trim();

/** Whether an answer to it may name several choices, all in one cell. */
export const listed = (item: Item): boolean =>
  item.kind === "checkbox" || item.kind === "ranking" || (item.kind === "image" && item.multiple);

export type CellRead = { answer?: unknown; comment?: string };

const otherOf = (choices: readonly Choice[]) => choices.find(({ other }) => other);

function readChoice(choices: readonly Choice[], cell: string): CellRead {
  const found = choiceIn(choices, cell.replace(/〖.*〗\s*$/, ""));
  if (found) return { answer: found.value, ...(found.other && { comment: ownText(cell) }) };
  const other = otherOf(choices);
  return other ? { answer: other.value, comment: ownText(cell) } : { answer: cell };
}

function readChoices(choices: readonly Choice[], cell: string, said: Said): CellRead {
  const other = otherOf(choices);
  const own: string[] = [];
  const values = listIn(choices, cell, said).map((one) => {
    if (typeof one !== "string") return one.value;
    const named = choiceIn(choices, one.replace(/〖.*〗\s*$/, ""));
    if (named && !named.other) return named.value;
    if (!other) return one;
    own.push(ownText(one));
    return other.value;
  });
  return { answer: [...new Set(values)], ...(own.length > 0 && { comment: own.join("; ") }) };
}

const numberIn = (cell: string): number | string => {
  const text = cell.normalize("NFKC").replace(/[,\s¥$€%]/g, "");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : cell;
};

const yes = /^(是|yes|y|true|1|对|有)$/i;
const no = /^(否|no|n|false|0|不是|没有|无)$/i;

/** A cell that holds the whole answer of an item; an empty one holds none. `said` places words that name no choice. */
export function readCell(item: Item, written: string, said: Said = () => undefined): CellRead {
  const cell = listed(item) ? written : (said(written) ?? written);
  if (cell.trim() === "") return {};
  switch (item.kind) {
    case "text":
      return { answer: item.input === "number" ? numberIn(cell) : cell };
    case "radio":
    case "dropdown":
      return readChoice(item.choices, cell);
    case "checkbox":
      return readChoices(item.choices, cell, said);
    case "ranking":
      return {
        answer: listIn(item.choices, cell, said).map((one) => (typeof one === "string" ? one : one.value)),
      };
    case "image":
      return item.multiple ? readChoices(item.choices, cell, said) : readChoice(item.choices, cell);
    case "rating": {
      const found = choiceIn(item.values, cell);
      return { answer: found ? found.value : cell };
    }
    case "boolean": {
      const said = foldedText(cell);
      if (said === foldedText(item.yes["zh-CN"]) || said === foldedText(item.yes.en) || yes.test(cell.trim()))
        return { answer: item.yesValue };
      if (said === foldedText(item.no["zh-CN"]) || said === foldedText(item.no.en) || no.test(cell.trim()))
        return { answer: item.noValue };
      return { answer: cell };
    }
    default:
      return { answer: cell };
  }
}

/** A cell under one row of a grid, or one field of several. */
export function readPart(item: Item, part: string, cell: string): unknown {
  if (cell.trim() === "") return undefined;
  if (item.kind === "matrix") return choiceIn(item.columns, cell)?.value ?? cell;
  if (item.kind === "multipletext") {
    const field = item.fields.find(({ name }) => name === part);
    return field?.input === "number" ? numberIn(cell) : cell;
  }
  return cell;
}

const unpicked = /^(|0|否|no|n|false|未选中|未选|-)$/i;

/** Whether a choice that has a column of its own was picked: most tools write 1, yes, or the choice again. */
export const isPicked = (cell: string): boolean => !unpicked.test(cell.trim());

/** Epoch milliseconds of a date as exports write it, taken as UTC; null for what is none. */
export function instantIn(cell: string): number | null {
  const text = cell.normalize("NFKC").trim();
  const ymd = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text);
  const mdy = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text);
  const date = ymd ? [ymd[1], ymd[2], ymd[3]] : mdy ? [mdy[3], mdy[1], mdy[2]] : null;
  if (!date) return null;
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?/i.exec(text);
  const half = time?.[4]?.toLowerCase();
  const hour = Number(time?.[1] ?? 0);
  const hours = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  const [year, month, day] = date.map(Number);
  const at = Date.UTC(year!, month! - 1, day!, hours, Number(time?.[2] ?? 0), Number(time?.[3] ?? 0));
  const read = new Date(at);
  return read.getUTCMonth() === month! - 1 && read.getUTCDate() === day! ? at : null;
}

/** Seconds in "123秒", "2分3秒", "00:02:03" or "123.4"; null for what is none. */
export function secondsIn(cell: string): number | null {
  const text = cell.normalize("NFKC").trim();
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const words =
    /^(?:(\d+)\s*(?:小时|时|h)\s*)?(?:(\d+)\s*(?:分钟?|min|m)\s*)?(?:(\d+(?:\.\d+)?)\s*(?:秒钟?|s|sec)?)?$/i.exec(
      text,
    );
  if (!words || text === "") return null;
  return Number(words[1] ?? 0) * 3600 + Number(words[2] ?? 0) * 60 + Number(words[3] ?? 0);
}
