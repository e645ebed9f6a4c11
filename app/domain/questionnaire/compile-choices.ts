/** Choices, rows and columns: what can be picked. */
import type { LocalText } from "../language";
import { type Compiling, isInherited } from "./compile-context";
import type { Choice, Expression } from "./compiled";
import { both, withKnown } from "./conditions";
import { type Json, readFlag, readList, readLocal, readText } from "./json-value";
import { isRecord } from "./read-answer";

const longestValue = 200;

/** The choices SurveyJS adds by a switch, in its order, with the words to use when the author wrote none. */
const special = [
  {
    switches: ["showNoneItem", "hasNone"],
    value: "none",
    text: "noneText",
    words: { "zh-CN": "以上都不是", en: "None of these" },
    mark: { exclusive: true },
  },
  {
    switches: ["showRefuseItem"],
    value: "refused",
    text: "refuseText",
    words: { "zh-CN": "不便回答", en: "I would rather not say" },
    mark: { exclusive: true },
  },
  {
    switches: ["showDontKnowItem"],
    value: "dontknow",
    text: "dontKnowText",
    words: { "zh-CN": "不清楚", en: "I don't know" },
    mark: { exclusive: true },
  },
  {
    switches: ["showOtherItem", "hasOther"],
    value: "other",
    text: "otherText",
    words: { "zh-CN": "其他（请说明）", en: "Other (please say)" },
    mark: { other: true },
  },
] as const;

/** The choices of a question with their conditions, and "none", "refused", "don't know" and "other" at the end. */
export function compileChoices(
  json: Json,
  path: string,
  run: Compiling,
): { choices: Choice[]; randomOrder: boolean } {
  const filter = run.condition(json, "choicesVisibleIf", path);
  const given = readList(json, "choices").flatMap((raw, at) =>
    compileChoice(raw, `${path}.choices[${at}]`, filter, run),
  );
  const added = special
    .filter(({ switches }) => readFlag(json, ...switches))
    .map(
      ({ value, text, words, mark }): Choice => ({
        value,
        text: run.text(json, text, path) ?? words,
        ...mark,
      }),
    );
  const choices = [...given, ...added];
  if (choices.length === 0) run.refuse("no-choices", path);
  refuseDuplicates(choices, path, run);
  const order = json.choicesOrder;
  if (order === "asc" || order === "desc")
    run.warn("ignored-property", `${path}.choicesOrder`, { name: order });
  if (readFlag(json, "showSelectAllItem", "hasSelectAll"))
    run.warn("ignored-property", `${path}.showSelectAllItem`, { name: "showSelectAllItem" });
  return { choices, randomOrder: order === "random" };
}

function compileChoice(raw: unknown, path: string, filter: Expression | undefined, run: Compiling): Choice[] {
  const option = readOption(raw, path, run);
  if (!option) return [];
  const { json, value, text } = option;
  const ownFilter = filter && run.meet(withKnown(filter, "item", value), path);
  const visibleIf = both(ownFilter, run.condition(json, "visibleIf", path));
  if (readFlag(json, "showCommentArea")) run.warn("ignored-property", `${path}.showCommentArea`);
  const image = readText(json, "imageLink");
  return [
    {
      value,
      text,
      ...(readFlag(json, "isExclusive") ? { exclusive: true as const } : {}),
      ...(json.randomize === false ? { pinned: true as const } : {}),
      ...(visibleIf ? { visibleIf } : {}),
      ...(image && isPicture(image) ? { image } : {}),
    },
  ];
}

/** A picture elsewhere, on this server, or kept in the questionnaire itself; never a drawing that could hold scripts. */
const isPicture = (link: string): boolean =>
  /^(https?:\/\/|\/(?!\/))/i.test(link) ||
  (link.length <= 200_000 && /^data:image\/(png|jpeg|webp|gif);base64,[\w+/=]+$/.test(link));

/** Rows of a matrix; their values are texts, as they become keys of the answer. */
export function compileRows(
  json: Json,
  path: string,
  run: Compiling,
): { value: string; text: LocalText; visibleIf?: Expression }[] {
  const filter = run.condition(json, "rowsVisibleIf", path);
  const rows = readList(json, "rows").flatMap((raw, at) =>
    compileChoice(raw, `${path}.rows[${at}]`, filter, run).map(({ value, text, visibleIf }) => ({
      value: String(value),
      text,
      ...(visibleIf ? { visibleIf } : {}),
    })),
  );
  if (rows.length === 0) run.refuse("no-choices", `${path}.rows`);
  refuseDuplicates(rows, `${path}.rows`, run);
  return rows;
}

/** Columns of a matrix; the ones marked exclusive (does not apply) stand apart. */
export function compileColumns(
  json: Json,
  path: string,
  run: Compiling,
): { value: string | number; text: LocalText; exclusive?: true }[] {
  const columns = readList(json, "columns").flatMap((raw, at) => {
    const option = readOption(raw, `${path}.columns[${at}]`, run);
    if (!option) return [];
    const { json, value, text } = option;
    return [{ value, text, ...(readFlag(json, "isExclusive") ? { exclusive: true as const } : {}) }];
  });
  if (columns.length === 0) run.refuse("no-choices", `${path}.columns`);
  refuseDuplicates(columns, `${path}.columns`, run);
  return columns;
}

type Option = { json: Json; value: string | number; text: LocalText };

/** A choice as SurveyJS writes it: `"a"`, `"a|Text"`, `3` or `{value, text}`. */
export function readOption(raw: unknown, path: string, run: Compiling): Option | null {
  const [short, shortText] = typeof raw === "string" ? raw.split("|", 2) : [];
  const json = isRecord(raw) ? raw : { value: short ?? raw, text: shortText };
  const value = typeof json.value === "string" ? json.value.trim() : json.value;
  const isText = typeof value === "string" && value !== "" && value.length <= longestValue;
  if (!(isText || (typeof value === "number" && Number.isFinite(value))) || isInherited(String(value))) {
    run.refuse("bad-choice", path);
    return null;
  }
  const text = run.text(json, "text", path) ?? readLocal(value);
  return { json, value, text: text ?? { "zh-CN": String(value), en: String(value) } };
}

// Forms carry values as texts, so 1 and "1" are the same choice.
function refuseDuplicates(options: { value: string | number }[], path: string, run: Compiling): void {
  const seen = new Set<string>();
  for (const { value } of options) {
    if (seen.has(String(value))) run.refuse("duplicate-choice", path, { name: String(value) });
    seen.add(String(value));
  }
}
