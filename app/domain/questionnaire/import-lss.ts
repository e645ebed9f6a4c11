/** Reads a questionnaire out of LimeSurvey's `.lss`: groups become pages, question types their SurveyJS ones. */
import { XMLParser } from "fast-xml-parser";
import { cleanHtml } from "./clean-html";
import { isGoodName } from "./compile-context";
import { isObject, type JsonObject } from "./draft-tree";
import { lssCondition } from "./import-lss-condition";

export type LssNote =
  | { kind: "type-unknown"; code: string; type: string }
  | { kind: "condition-lost"; code: string; text: string };
export type ReadLss =
  | { ok: true; json: JsonObject; questions: number; notes: LssNote[] }
  | { ok: false; reason: "empty" | "not-lss" | "no-questions" | "too-large" };

const largest = 10_000_000;

type Row = Record<string, string>;

/** The rows of one of the file's tables; every field as text. */
function rowsOf(document: JsonObject, table: string): Row[] {
  const found = document[table];
  const rows = isObject(found) && isObject(found.rows) ? found.rows.row : undefined;
  return (Array.isArray(rows) ? rows : rows === undefined ? [] : [rows])
    .filter(isObject)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, typeof value === "object" ? "" : String(value)]),
      ),
    );
}

const entities: Record<string, string> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
/** Texts of LimeSurvey are HTML; titles are plain. */
const plain = (html: string): string =>
  cleanHtml(html)
    .replace(/<br>|<\/p>|<\/li>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();

const localeOf = (language: string): "zh-cn" | "default" | string => {
  if (/^zh/i.test(language)) return "zh-cn";
  return /^en/i.test(language) ? "default" : language.toLowerCase();
};

/** Texts by language as SurveyJS keeps them; English is its default, or the file's own language is where there is no English. */
function localized(texts: readonly { language: string; text: string }[]): unknown {
  const filled = texts.filter(({ text }) => text !== "");
  const entries = filled.map(({ language, text }) => [localeOf(language), text] as const);
  const object: Record<string, string> = Object.fromEntries(entries);
  const [first] = filled;
  if (!first) return undefined;
  if (Object.keys(object).length === 1 && !("zh-cn" in object)) return first.text;
  return object;
}

/** One thing in several languages: older files repeat its row, newer ones keep texts in a table of their own. */
class Texts {
  private readonly byId = new Map<string, { language: string; row: Row }[]>();
  constructor(own: readonly Row[], apart: readonly Row[], id: string) {
    for (const row of [...own, ...apart]) {
      const key = row[id] ?? "";
      const language = row.language ?? "";
      if (language !== "") this.byId.set(key, [...(this.byId.get(key) ?? []), { language, row }]);
    }
  }
  of(id: string, field: string, read: (html: string) => string = plain): unknown {
    const texts = (this.byId.get(id) ?? []).map(({ language, row }) => ({
      language,
      text: read(row[field] ?? ""),
    }));
    return localized(texts);
  }
}

const some = (key: string, value: unknown): JsonObject => (value === undefined ? {} : { [key]: value });
const byOrder = (field: string) => (a: Row, b: Row) => Number(a[field] ?? 0) - Number(b[field] ?? 0);
const unique = (rows: Row[], id: string): Row[] => [
  ...new Map(rows.map((row) => [row[id] ?? "", row])).values(),
];

/** The questions of an `.lss` file; what cannot be carried over is noted, and its place is an open question. */
export function readLss(xml: string): ReadLss {
  if (xml.trim() === "") return { ok: false, reason: "empty" };
  if (xml.length > largest) return { ok: false, reason: "too-large" };
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return { ok: false, reason: "not-lss" };
  let root: unknown;
  try {
    root = new XMLParser({ parseTagValue: false, trimValues: true, processEntities: true }).parse(xml);
  } catch {
    return { ok: false, reason: "not-lss" };
  }
  const document = isObject(root) && isObject(root.document) ? root.document : null;
  if (!document || !isObject(document.questions)) return { ok: false, reason: "not-lss" };
  const table = (name: string) => rowsOf(document, name);
  const read = new Reader(table);
  const json = read.survey();
  if (read.questions === 0) return { ok: false, reason: "no-questions" };
  return { ok: true, json, questions: read.questions, notes: read.notes };
}

class Reader {
  readonly notes: LssNote[] = [];
  questions = 0;
  private readonly groups: Row[];
  private readonly asked: Row[];
  private readonly subs: Row[];
  private readonly answers: Row[];
  private readonly settings: Row[];
  private readonly groupTexts: Texts;
  private readonly questionTexts: Texts;
  private readonly answerTexts: Texts;
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(private readonly table: (name: string) => Row[]) {
    const questions = table("questions");
    this.groups = unique(table("groups"), "gid").sort(byOrder("group_order"));
    const all = unique([...questions, ...table("subquestions")], "qid").sort(byOrder("question_order"));
    this.asked = all.filter((row) => (row.parent_qid ?? "0") === "0");
    this.subs = all.filter((row) => (row.parent_qid ?? "0") !== "0");
    this.answers = table("answers").sort(byOrder("sortorder"));
    this.settings = table("question_attributes");
    this.groupTexts = new Texts(table("groups"), table("group_l10ns"), "gid");
    this.questionTexts = new Texts([...questions, ...table("subquestions")], table("question_l10ns"), "qid");
    const own = table("answers").map((row) => ({ ...row, aid: row.aid ?? `${row.qid}/${row.code}` }));
    this.answerTexts = new Texts(own, table("answer_l10ns"), "aid");
    for (const row of this.asked) this.names.set(row.qid ?? "", this.nameFor(row));
  }

  private nameFor({ title = "", qid = "" }: Row): string {
    const name = isGoodName(title) && !this.taken.has(title.toLowerCase()) ? title : `q${qid}`;
    this.taken.add(name.toLowerCase());
    return name;
  }

  survey(): JsonObject {
    const texts = this.table("surveys_languagesettings");
    const title = localized(
      texts.map((row) => ({ language: row.surveyls_language ?? "", text: plain(row.surveyls_title ?? "") })),
    );
    const description = localized(
      texts.map((row) => ({
        language: row.surveyls_language ?? "",
        text: plain(row.surveyls_description ?? ""),
      })),
    );
    const pages = this.groups.flatMap((group, at): JsonObject[] => {
      const gid = group.gid ?? "";
      const elements = this.asked.filter((row) => row.gid === gid).map((row) => this.question(row));
      if (elements.length === 0) return [];
      return [
        {
          name: `group${at + 1}`,
          ...some("title", this.groupTexts.of(gid, "group_name")),
          ...some("description", this.groupTexts.of(gid, "description")),
          ...this.condition(group.grelevance, `group${at + 1}`),
          elements,
        },
      ];
    });
    return { ...some("title", title), ...some("description", description), pages };
  }

  private setting(qid: string, name: string): string {
    return this.settings.find((row) => row.qid === qid && row.attribute === name)?.value ?? "";
  }

  private condition(relevance: string | undefined, code: string): JsonObject {
    const text = (relevance ?? "").trim();
    if (text === "" || text === "1") return {};
    const written = lssCondition(text, new Set(this.names.values()));
    if (written === null) this.notes.push({ kind: "condition-lost", code, text: text.slice(0, 200) });
    return written === null ? {} : { visibleIf: written };
  }

  private choices(qid: string, scale = "0"): JsonObject[] {
    const own = this.answers.filter((row) => row.qid === qid && (row.scale_id ?? "0") === scale);
    const codes = new Map(own.map((row) => [row.code ?? "", row]));
    return [...codes].map(([value, row]) => ({
      value,
      ...some("text", this.answerTexts.of(row.aid ?? `${qid}/${value}`, "answer")),
    }));
  }

  private parts(qid: string, scale = "0"): { value: string; text: JsonObject }[] {
    return this.subs
      .filter((row) => row.parent_qid === qid && (row.scale_id ?? "0") === scale)
      .map((row) => ({
        value: row.title ?? row.qid ?? "",
        text: some("text", this.questionTexts.of(row.qid ?? "", "question")),
      }));
  }

  private question(row: Row): JsonObject {
    this.questions += 1;
    const qid = row.qid ?? "";
    const name = this.names.get(qid) ?? `q${qid}`;
    const shared: JsonObject = {
      name,
      ...some("title", this.questionTexts.of(qid, "question")),
      ...some("description", this.questionTexts.of(qid, "help")),
      ...(row.mandatory === "Y" ? { isRequired: true } : {}),
      ...this.condition(row.relevance, name),
    };
    const other = row.other === "Y" ? { showOtherItem: true } : {};
    const { type, ...kind } = this.kind(row.type ?? "", qid, name);
    const element: JsonObject = { type, ...shared, ...kind, ...(Array.isArray(kind.choices) ? other : {}) };
    if (type === "html") {
      const { title: _, isRequired: __, ...rest } = element;
      return { ...rest, html: this.questionTexts.of(qid, "question", cleanHtml) ?? "" };
    }
    return element;
  }

  private matrix(qid: string, columns: unknown[]): JsonObject {
    const rows = this.parts(qid).map(({ value, text }) => ({ value, ...text }));
    return { type: "matrix", rows, columns };
  }

  private fields(qid: string, inputType?: string): JsonObject {
    const items = this.parts(qid).map(({ value, text }) => ({
      ...{ name: value, ...("text" in text ? { title: text.text } : {}) },
      ...(inputType ? { inputType } : {}),
    }));
    return { type: "multipletext", items };
  }

  private kind(type: string, qid: string, code: string): JsonObject & { type: string } {
    const scale = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const words = (...values: [string, string, string][]) =>
      values.map(([value, en, zh]) => ({ value, text: { default: en, "zh-cn": zh } }));
    const yes: [string, string, string] = ["Y", "Yes", "是"];
    const no: [string, string, string] = ["N", "No", "否"];
    const withType = (made: JsonObject) => ({ ...made, type: String(made.type) });
    switch (type) {
      case "L":
      case "O":
        return {
          type: "radiogroup",
          choices: this.choices(qid),
          ...(type === "O" ? { showCommentArea: true } : {}),
        };
      case "!":
        return { type: "dropdown", choices: this.choices(qid) };
      case "M":
      case "P":
        return { type: "checkbox", choices: this.parts(qid).map(({ value, text }) => ({ value, ...text })) };
      case "R":
        return { type: "ranking", choices: this.choices(qid) };
      case "5":
        return { type: "rating", rateMin: 1, rateMax: 5 };
      case "Y":
        return { type: "boolean", valueTrue: "Y", valueFalse: "N" };
      case "G":
        return { type: "radiogroup", choices: words(["F", "Female", "女"], ["M", "Male", "男"]) };
      case "N":
        return { type: "text", inputType: "number", ...this.limits(qid) };
      case "D":
        return { type: "text", inputType: "date" };
      case "S":
        return { type: "text" };
      case "T":
      case "U":
        return { type: "comment" };
      case "X":
        return { type: "html" };
      case "Q":
        return withType(this.fields(qid));
      case "K":
        return withType(this.fields(qid, "number"));
      case "F":
        return withType(this.matrix(qid, this.choices(qid)));
      case "A":
        return withType(this.matrix(qid, scale(1, 5)));
      case "B":
        return withType(this.matrix(qid, scale(1, 10)));
      case "C":
        return withType(this.matrix(qid, words(yes, ["U", "Uncertain", "不确定"], no)));
      case "E":
        return withType(
          this.matrix(
            qid,
            words(["I", "Increase", "增加"], ["S", "Same", "不变"], ["D", "Decrease", "减少"]),
          ),
        );
      case "H": {
        const rows = this.choices(qid);
        const columns = this.parts(qid).map(({ value, text }) => ({ value, ...text }));
        return { type: "matrix", rows, columns, transposeData: true };
      }
      default:
        this.notes.push({ kind: "type-unknown", code, type });
        return { type: "comment" };
    }
  }

  private limits(qid: string): JsonObject {
    const [min, max] = [this.setting(qid, "min_num_value_n"), this.setting(qid, "max_num_value_n")];
    const number = (text: string) =>
      text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
    return { ...some("min", number(min)), ...some("max", number(max)) };
  }
}

/** Whether a text looks like an `.lss` file. */
export const looksLikeLss = (text: string): boolean =>
  /^\s*(\ufeff)?<\?xml/.test(text) && /<LimeSurveyDocType>|<document>/.test(text.slice(0, 4000));
