/**
 * The compiled form of a published questionnaire: what the light page draws, the validator checks
 * and the analysis reads. Plain JSON, stored with the version, so that nothing of SurveyJS is needed
 * to answer or to validate.
 */
import type { LocalText } from "../language";
import type { FileGroup } from "./answer-files";
import type { EndKind } from "./endings";

/** An answer as SurveyJS stores it: `"a"`, `3`, `true`, `["a","b"]`, `{row: 4}`. */
export type Answer = string | number | boolean | Answer[] | { [key: string]: Answer };
/** All answers of a response by item name; the free text beside "other" sits under `<name>-Comment`. */
export type Answers = { [name: string]: Answer };

/** A condition or calculation, parsed by survey-core when published and evaluated by `evaluate`. */
export type Expression =
  | { op: "constant"; value: Answer | null }
  | { op: "variable"; path: string }
  | { op: "array"; of: Expression[] }
  | { op: "unary"; name: string; of: Expression }
  /** `strict`: a ranking is compared, so the order of its values counts. */
  | { op: "binary"; name: string; left: Expression; right: Expression; strict?: true }
  | { op: "call"; name: string; args: Expression[] };

export type Choice = {
  value: string | number;
  text: LocalText;
  /** Picking it lets the respondent write an own answer, stored under `<item>-Comment`. */
  other?: true;
  /** Cannot stand beside another choice (none, don't know, refused). */
  exclusive?: true;
  /** Keeps its place when the others are shuffled (SurveyJS's `randomize: false`). */
  pinned?: true;
  visibleIf?: Expression;
  image?: string;
};

/** A check that must be true of a given answer; `message` is the author's own wording, if any. */
export type Check =
  | { kind: "expression"; expression: Expression; message?: LocalText }
  | { kind: "pattern"; pattern: string; message?: LocalText }
  | { kind: "email"; message?: LocalText };

export type TextInput =
  | "text"
  | "number"
  | "email"
  | "date"
  | "tel"
  | "url"
  | "datetime-local"
  | "month"
  | "week"
  | "time"
  | "color"
  | "password";
export type Field = {
  name: string;
  title: LocalText;
  input: TextInput;
  required: boolean;
  min?: number;
  max?: number;
  step?: number;
  maxLength: number;
};

/** Fills an item's answer in when what it waits for changes; without `to` it takes the answer away. */
export type SetValue = { if?: Expression; to?: Expression };

type Common = {
  name: string;
  /** Stable key by which the analysis finds the item whatever its wording. */
  measure?: string;
  /** What the measure is asked about where one measure occurs several times, for example a competitor. */
  subject?: string;
  title: LocalText;
  description?: LocalText;
  required: boolean;
  requiredIf?: Expression;
  visibleIf?: Expression;
  /** While it does not hold, the item is shown but not to be answered; an answer it has stays. */
  enableIf?: Expression;
  set?: SetValue;
  checks: Check[];
  /** A free text beside the question, whatever the answer, stored under `<item>-Comment`; not light. */
  comment?: true;
};

type Choices = { choices: Choice[]; randomOrder: boolean };

/** The kinds the light page can draw. */
export type LightItem = Common &
  (
    | ({ kind: "text" } & Pick<Field, "input" | "min" | "max" | "step" | "maxLength"> & {
          placeholder?: LocalText;
          unit?: LocalText;
        })
    | { kind: "comment"; maxLength: number; placeholder?: LocalText }
    | ({ kind: "radio" } & Choices)
    | ({ kind: "dropdown" } & Choices)
    | ({ kind: "checkbox"; minSelected?: number; maxSelected?: number } & Choices)
    | { kind: "rating"; values: { value: number; text: LocalText }[]; low?: LocalText; high?: LocalText }
    | {
        kind: "matrix";
        rows: { value: string; text: LocalText; visibleIf?: Expression }[];
        columns: { value: string | number; text: LocalText; exclusive?: true }[];
        everyRow: boolean;
        /** No column may be picked twice (best and worst of one task). */
        uniqueColumns: boolean;
        randomOrder: boolean;
      }
    | ({ kind: "ranking"; maxRanked?: number; minRanked?: number } & Choices)
    | { kind: "boolean"; yes: LocalText; no: LocalText; yesValue: Answer; noValue: Answer }
    | {
        kind: "multipletext";
        fields: Field[] /** The fields' numbers must add up to this (100-point split). */;
        total?: number;
      }
    | ({ kind: "image"; multiple: boolean } & Choices)
    /** Files, stored apart; `maxSize` in bytes. `camera`: a phone offers to take a photo. */
    | { kind: "file"; groups: FileGroup[]; maxFiles: number; maxSize: number; camera: boolean }
    | {
        kind: "statement" /** Plain paragraphs or safe HTML already sanitised when compiled. */;
        html: LocalText;
      }
  );

/** Kinds that only survey-react-ui draws; they are validated all the same. */
export type RichItem = Common &
  (
    | { kind: "matrixdropdown"; rows: { value: string }[]; columns: Item[] }
    | { kind: "matrixdynamic"; minRows: number; maxRows: number; columns: Item[] }
    | { kind: "paneldynamic"; minPanels: number; maxPanels: number; items: Item[] }
    | { kind: "slider"; min: number; max: number; step?: number; range: boolean }
    /** Drawn, never answered (images, calculated text). */
    | { kind: "display" }
  );

export type Item = LightItem | RichItem;
export type ItemKind = Item["kind"];

export type Page = {
  name: string;
  title?: LocalText;
  description?: LocalText;
  visibleIf?: Expression;
  items: Item[];
};

/** An early end: who meets the condition after this page is asked nothing more. */
export type End = {
  after: string;
  if: Expression;
  as: EndKind;
  /** Of a quota: so many complete responses may meet the condition. */
  most?: number;
  /** What the person reads instead of the ordinary words. */
  text?: LocalText;
};

export type Compiled = {
  /** Raised when the shape of this type changes, so that old versions are compiled anew. */
  format: 1;
  title: LocalText;
  description?: LocalText;
  pages: Page[];
  /** True when every item can be drawn by the light page. */
  light: boolean;
  /** Numbers drawn once per response (1..max) and readable in conditions, for example the ladder's first price. */
  draws: { name: string; max: number }[];
  /** Absent where nothing ends early, as in every version published before there were such ends. */
  ends?: End[];
};
