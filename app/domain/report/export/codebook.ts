/** What each column of an exported file holds: its name, its label, its codes and what counts as missing. */
import type { Language, LocalText } from "../../language";
import { fileNames } from "../../questionnaire/answer-files";
import { itemsOf } from "../../questionnaire/by-measure";
import type { Answer, Compiled, Item } from "../../questionnaire/compiled";
import { type Evidence, type Exported, isRecord } from "../evidence";
import type { ThemeColumn } from "../theme-coding";

/** `value` is the answer as it is stored; `missing` marks "N/A", "don't know" and the like. */
export type Code = { code: number; value: string; text: LocalText; missing?: true };

export type Variable = {
  /** As in the CSV: the measure, its subject and its part. */
  name: string;
  label: LocalText;
  kind: "text" | "number" | "coded" | "instant";
  /** How its values relate, as statistics programs ask. */
  level: "nominal" | "ordinal" | "scale";
  codes: readonly Code[];
};

type Column = Variable & { read: (one: Exported) => Answer | null | undefined };

const joined = (title: LocalText, part: LocalText): LocalText => ({
  "zh-CN": `${title["zh-CN"]} – ${part["zh-CN"]}`,
  en: `${title.en} – ${part.en}`,
});

/** Values that say that there is no answer. */
const noAnswer = new Set(["na", "dont-know", "not-compared"]);

type Worded = readonly { value: Answer; text: LocalText }[];

/** Numbers keep their value; words are counted from 1 in their order, those without an answer from 97 down. */
function codesOf(options: Worded): Code[] {
  let next = 1;
  let missing = 97;
  const taken = new Set(options.flatMap(({ value }) => (typeof value === "number" ? [value] : [])));
  return options.map(({ value, text }) => {
    if (typeof value === "number") return { code: value, value: String(value), text };
    if (noAnswer.has(String(value)))
      return { code: missing--, value: String(value), text, missing: true as const };
    while (taken.has(next)) next += 1;
    return { code: next++, value: String(value), text };
  });
}

const yesNo: Code[] = [
  { code: 0, value: "false", text: { "zh-CN": "未选", en: "Not chosen" } },
  { code: 1, value: "true", text: { "zh-CN": "选了", en: "Chosen" } },
];

const foundOrNot: Code[] = [
  { code: 0, value: "false", text: { "zh-CN": "未见", en: "Not found" } },
  { code: 1, value: "true", text: { "zh-CN": "有", en: "Found" } },
];

function columnsOf(item: Item): Column[] {
  const base = [item.measure ?? item.name, item.subject].filter(Boolean).join("/");
  const task = item.kind === "matrix" && item.uniqueColumns ? item.name : undefined;
  const named = (...parts: (string | undefined)[]) => [base, ...parts].filter(Boolean).join("/");
  const own = (one: Evidence) => one.answers[item.name];
  const inside = (key: string) => (one: Evidence) => {
    const answer = own(one) ?? null;
    return isRecord(answer) ? answer[key] : undefined;
  };
  const other: Column = {
    ...{
      name: named("other"),
      label: joined(item.title, { "zh-CN": "其他", en: "Other" }),
      kind: "text",
      level: "nominal",
      codes: [],
    },
    read: (one) => one.answers[`${item.name}-Comment`],
  };
  const coded = (name: string, label: LocalText, options: Worded, read: Column["read"]): Column => ({
    ...{ name, label, kind: "coded", codes: codesOf(options), read },
    level: options.some(({ value }) => typeof value === "number") ? "ordinal" : "nominal",
  });
  const plain = (kind: "text" | "number", name: string, label: LocalText, read: Column["read"]): Column => ({
    ...{ name, label, kind, codes: [], read },
    level: kind === "number" ? "scale" : "nominal",
  });
  switch (item.kind) {
    case "radio":
    case "dropdown":
      return [
        coded(base, item.title, item.choices, own),
        ...(item.choices.some((choice) => choice.other) ? [other] : []),
      ];
    case "checkbox":
    case "image":
      return [
        ...item.choices.map(
          ({ value, text }): Column => ({
            ...{
              name: named(String(value)),
              label: joined(item.title, text),
              kind: "coded",
              level: "nominal",
              codes: yesNo,
            },
            read: (one) => {
              const answer = own(one);
              if (answer === undefined) return undefined;
              return Array.isArray(answer) ? answer.includes(value) : answer === value;
            },
          }),
        ),
        ...(item.choices.some((choice) => choice.other) ? [other] : []),
      ];
    case "ranking":
      return item.choices.map(({ value, text }) =>
        plain("number", named(String(value)), joined(item.title, text), (one) => {
          const answer = own(one);
          const place = Array.isArray(answer) ? answer.indexOf(value) : -1;
          return place < 0 ? undefined : place + 1;
        }),
      );
    case "rating":
      return [coded(base, item.title, item.values, own)];
    case "boolean":
      return [
        coded(
          base,
          item.title,
          [
            { value: item.noValue, text: item.no },
            { value: item.yesValue, text: item.yes },
          ],
          own,
        ),
      ];
    case "matrix":
      return item.rows.map(({ value, text }) =>
        coded(named(task, value), joined(item.title, text), item.columns, inside(value)),
      );
    case "multipletext":
      return item.fields.map(({ name, title, input }) =>
        plain(input === "number" ? "number" : "text", named(name), joined(item.title, title), inside(name)),
      );
    case "slider":
      return [plain("number", base, item.title, own)];
    case "text":
      return [plain(item.input === "number" ? "number" : "text", base, item.title, own)];
    case "comment":
      return [plain("text", base, item.title, own)];
    case "file":
      return [
        plain("text", base, item.title, (one) => {
          const names = fileNames(own(one));
          return names.length > 0 ? names.join("; ") : undefined;
        }),
      ];
    case "statement":
    case "display":
      return [];
    default:
      return [
        plain("text", base, item.title, (one) => {
          const answer = own(one);
          return answer === undefined ? undefined : JSON.stringify(answer);
        }),
      ];
  }
}

const about = (
  name: string,
  zh: string,
  en: string,
  read: Column["read"],
  kind: Variable["kind"] = "text",
  codes: readonly Code[] = [],
): Column => ({
  name,
  label: { "zh-CN": zh, en },
  kind,
  level: kind === "instant" ? "scale" : "nominal",
  codes,
  read,
});

const who: readonly Column[] = [
  about("response", "答卷编号", "Response", ({ id }) => id),
  about("role", "角色", "Role", ({ role }) => role),
  about("company", "公司", "Company", ({ companyName }) => companyName),
  about("company-size", "公司规模", "Company size", ({ companySize }) => companySize),
  about("company-industry", "行业", "Industry", ({ companyIndustry }) => companyIndustry),
  about("company-region", "地区", "Region", ({ companyRegion }) => companyRegion),
  { ...about("wave", "轮次", "Wave", ({ wave }) => wave, "number"), level: "ordinal" },
  about("started", "开始时间", "Started", ({ startedAt }) => startedAt, "instant"),
  about(
    "completed",
    "完成时间",
    "Completed",
    ({ completedAt, outcome }) => (outcome ? null : completedAt),
    "instant",
  ),
  about("outcome", "结果", "Outcome", ({ outcome }) => outcome ?? "complete", "coded", [
    { code: 1, value: "complete", text: { "zh-CN": "完整答卷", en: "Complete" } },
    { code: 2, value: "screened-out", text: { "zh-CN": "被甄别", en: "Screened out" } },
    { code: 3, value: "over-quota", text: { "zh-CN": "配额已满", en: "Over quota" } },
  ]),
];

/** Codes of both, those of the later version first; a value keeps one code over all versions. */
function merged(known: Variable, later: Variable): Variable {
  const values = new Set(known.codes.map(({ value }) => value));
  const fresh = later.codes.filter(({ value }) => !values.has(value));
  const taken = new Set(known.codes.map(({ code }) => code));
  let next = Math.max(0, ...[...taken].filter((code) => code < 90)) + 1;
  const added = fresh.map((code) => (taken.has(code.code) ? { ...code, code: next++ } : code));
  const texts = new Map(later.codes.map(({ value, text }) => [value, text]));
  return {
    ...known,
    label: later.label,
    kind: known.kind === later.kind ? known.kind : "text",
    codes: [...known.codes.map((code) => ({ ...code, text: texts.get(code.value) ?? code.text })), ...added],
  };
}

/** What readers found, under the title of the question they read. */
function themeVariable(
  { name, question, theme, reader, found }: ThemeColumn,
  titles: ReadonlyMap<string, LocalText>,
): Column {
  const title = titles.get(question) ?? { "zh-CN": question, en: question };
  const by = { "zh-CN": reader ? `（读者 ${reader}）` : "", en: reader ? ` (reader ${reader})` : "" };
  return {
    ...{ name, kind: "coded", level: "nominal", read: ({ id }) => found.get(id) },
    label: joined(title, { "zh-CN": `主题：${theme}${by["zh-CN"]}`, en: `Theme: ${theme}${by.en}` }),
    codes: foundOrNot,
  };
}

/** A value as it is stored in a coded file: a number, a text, or null for no answer. */
export type Coded = number | string | null;

export type CodedData = {
  variables: readonly Variable[];
  /** The answers as they were stored, and as codes; a row a response, in the order of the variables. */
  raw: readonly (readonly Coded[])[];
  coded: readonly (readonly Coded[])[];
};

const asText = (answer: Answer | null | undefined): Coded => {
  if (answer === null || answer === undefined) return null;
  if (typeof answer === "number" || typeof answer === "string") return answer;
  return typeof answer === "boolean" ? String(answer) : JSON.stringify(answer);
};

/** The words of an answer: of a coded one its label, else what was written. */
function wordsOf(variable: Variable, answer: Coded, language: Language): Coded {
  if (variable.kind !== "coded" || answer === null) return answer;
  return variable.codes.find(({ value }) => value === String(answer))?.text[language] ?? answer;
}

function codeOf(variable: Variable, answer: Coded): Coded {
  if (answer === null) return null;
  if (variable.kind === "coded")
    return variable.codes.find(({ value }) => value === String(answer))?.code ?? null;
  if (variable.kind === "text") return String(answer);
  const number = Number(answer);
  return Number.isFinite(number) ? number : null;
}

/**
 * Every response as a row of answers in words (`raw`, in `language`) and of codes (`coded`), with the variables that
 * explain them. Versions and roles stand side by side; a question that was not asked is null. A checkbox is a variable
 * an option (1 chosen, 0 not), a ranking a variable an option with its place, a matrix a variable a row; a theme that
 * readers found is a variable, too (1 found, 0 not).
 */
export function codedData(
  evidence: readonly Exported[],
  language: Language,
  themes: readonly ThemeColumn[] = [],
): CodedData {
  const variables = new Map<string, Variable>();
  const readers = new Map<Compiled, Map<string, Column["read"]>>();
  for (const { name, read: _, ...variable } of who) variables.set(name, { name, ...variable });
  for (const compiled of new Set(evidence.map((one) => one.compiled))) {
    const own = new Map<string, Column["read"]>();
    readers.set(compiled, own);
    for (const { read, ...variable } of itemsOf(compiled).flatMap(columnsOf)) {
      const known = variables.get(variable.name);
      variables.set(variable.name, known ? merged(known, variable) : variable);
      if (!own.has(variable.name)) own.set(variable.name, read);
    }
  }
  const titles = new Map(
    [...readers.keys()].flatMap(itemsOf).flatMap(({ measure, title }) => (measure ? [[measure, title]] : [])),
  );
  const coded = themes.map((column) => themeVariable(column, titles));
  for (const { read: _, ...variable } of coded) variables.set(variable.name, variable);
  const list = [...variables.values()];
  const common = new Map([...who, ...coded].map(({ name, read }) => [name, read]));
  const answers = evidence.map((one) => {
    const own = readers.get(one.compiled);
    return list.map(({ name }) => asText((common.get(name) ?? own?.get(name))?.(one)));
  });
  return {
    variables: list,
    raw: answers.map((row) => row.map((answer, at) => wordsOf(list[at]!, answer, language))),
    coded: answers.map((row) => row.map((answer, at) => codeOf(list[at]!, answer))),
  };
}
