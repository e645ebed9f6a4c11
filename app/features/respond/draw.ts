/** What every item needs to be drawn. */
import type { LocalText } from "~/domain/language";
import type { Choice, Item } from "~/domain/questionnaire/compiled";
import type { Context } from "~/domain/questionnaire/evaluate";
import { visibleChoices, visibleRows } from "~/domain/questionnaire/flow";
import { orderChoices } from "~/domain/questionnaire/order";
import { type Texts, textOf } from "~/i18n/text";
import { fillIn } from "./fill-in";
import { type FormValues, valuesOf } from "./form-values";
import type { PageView } from "./page-view";
import { problemText } from "./problem-text";

type Matrix = Extract<Item, { kind: "matrix" }>;
/** A choice or row in its place, with whether it is offered now. */
export type Offered<T> = T & { offered: boolean };

export type Draw = {
  language: PageView["language"];
  text: Texts<"respond">;
  values: FormValues;
  /** A text of the questionnaire in the respondent's language, earlier answers set in. */
  say: (text: LocalText) => string;
  errorsOf: (item: Item) => string[];
  choicesOf: (item: Item & { choices: Choice[]; randomOrder: boolean }) => Offered<Choice>[];
  rowsOf: (item: Matrix) => Offered<Matrix["rows"][number]>[];
  /** The question is the page's only one and stands as its headline. */
  alone: boolean;
  /** Where files are sent with the whole form by browsers that run no scripts; absent where nothing is stored. */
  upload?: string;
};

export const itemId = (item: Pick<Item, "name">) => `q-${item.name}`;
export const errorId = (item: Pick<Item, "name">) => `q-${item.name}-error`;
export const hintId = (item: Pick<Item, "name">) => `q-${item.name}-hint`;

export function drawOf(view: PageView): Draw {
  const { compiled, answers, variables, language, problems, seed } = view;
  const text = textOf(language, "respond");
  const context: Context = { answers, variables };
  return {
    language,
    text,
    values: valuesOf(view.form),
    say: (wording) => fillIn(wording[language], { compiled, answers, variables, language }),
    errorsOf: (item) =>
      problems
        .filter((problem) => problem.item === item.name)
        .map((problem) => problemText(problem, item, text.problem, language)),
    choicesOf: (item) => {
      const offered = new Set(visibleChoices(item, context));
      return orderChoices(item.choices, item.randomOrder, `${seed}/${item.name}`).map((choice) => ({
        ...choice,
        offered: offered.has(choice),
      }));
    },
    rowsOf: (item) => {
      const offered = new Set(visibleRows(item, context));
      return orderChoices<Matrix["rows"][number] & { other?: true; exclusive?: true }>(
        item.rows,
        item.randomOrder,
        `${seed}/${item.name}`,
      ).map((row) => ({ ...row, offered: offered.has(row) }));
    },
    alone: view.page.items.filter(({ kind }) => kind !== "statement").length === 1,
  };
}
