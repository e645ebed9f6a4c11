import type { ItemKind } from "~/domain/questionnaire/own-bank/item";
import { plural } from "../format";

export const bank = {
  title: "Question bank",
  lead: "Questions, pages and blocks to use again, in every study of the workspace. The product's own stand beside yours.",
  kind: { question: "Question", page: "Page", block: "Block" } satisfies Record<ItemKind, string>,
  source: { own: "Yours", "built-in": "Built in" },
  filter: {
    search: "Search",
    searchHint: "Words in either language, a measure key, a tag",
    type: "Type",
    role: "Role",
    source: "Source",
    wordedFor: "Built-in ones worded for",
    any: "All",
    apply: "Show",
    clear: "Show all",
  },
  found: ({ n }: { n: number }) => plural(n, "item", "items"),
  nothingFound: "Nothing matches.",
  noneTitle: "Nothing of yours yet",
  none: "Open a questionnaire in the editor, select a question or a page and choose “Save to bank”. The built-in items below can be used right away.",
  uses: ({ n }: { n: number }) =>
    n === 0 ? "not used yet" : `used in ${plural(n, "questionnaire", "questionnaires")}`,
  saved: ({ date, by }: { date: string; by: string }) => `saved ${date}${by ? ` by ${by}` : ""}`,
  somebody: "somebody who has left",
  measures: ({ keys }: { keys: string }) => `Measures: ${keys}`,
  yourProduct: "[product]",
  item: {
    facts: "About this item",
    kind: "Kind",
    types: "Types of question",
    questions: "Questions",
    measures: "Measure keys",
    noMeasures: "None: answers are shown, not analysed",
    roles: "Roles",
    tags: "Tags",
    wording: "Wording",
    wordingOf: ({ n, date, by }: { n: number; date: string; by: string }) =>
      `no. ${n}, saved ${date} by ${by}`,
    builtIn:
      "This item is the product's own. It is kept as it is, so that answers can be compared between studies; insert it into a questionnaire to change a copy.",
    productHint:
      "[product] stands for the name of the product: each study puts in its own when the item is inserted.",
    usedTitle: "Where it is used",
    usedLead: "Copies stay as they are, whatever happens to the item here.",
    usedByMeasure: "Questionnaires that ask one of its measures.",
    notUsed: "In no questionnaire yet.",
    study: "Study",
    questionnaire: "Questionnaire",
    draft: "Draft",
    published: "Published",
    inDraft: "yes",
    notInDraft: "not any more",
    version: ({ n }: { n: string }) => `v${n}`,
    state: { same: "as in the bank", older: "older wording", changed: "changed there" },
    openAt: ({ role, study }: { role: string; study: string }) => `Open in the editor: ${role}, ${study}`,
    open: "Open in the editor",
    editTitle: "Change the wording",
    editLead:
      "The wording is changed in the editor, where it can be checked: open a questionnaire that has the item, change it there, and choose “Save to bank” again. Questionnaires with a copy are then offered the newer wording.",
    editUnused:
      "No questionnaire has it yet: insert it into one with “From bank”, change it there, and choose “Save to bank” again.",
    nameTitle: "Name and tags",
    name: "Name",
    tagsField: "Tags",
    tagsHint: "With commas between them.",
    nameMissing: "Give it a name.",
    nameLong: ({ most }: { most: number }) => `At most ${most} characters.`,
    renamed: "Saved.",
    delete: "Delete from the bank",
    deleted: ({ name }: { name: string }) => `“${name}” is deleted from the bank. Copies stay as they are.`,
    restored: ({ name }: { name: string }) => `“${name}” is back in the bank.`,
    gone: "This item was deleted. Copies in questionnaires stay as they are.",
    restore: "Put it back",
  },
  save: {
    button: "Save to bank",
    title: "Save to the question bank",
    what: "What to save",
    questions: "Questions to save",
    pages: "Pages to save",
    nothing: "Choose at least one.",
    noPages: "Add a question first.",
    as: "Save as",
    asNewer: ({ name }: { name: string }) => `a newer wording of “${name}”`,
    asNewerHint: "Questionnaires with a copy are offered it; none is changed by itself.",
    asNew: "a new item",
    product: ({ product }: { product: string }) =>
      `Where it says “${product}”, other studies put in the name of their own product.`,
    leftOut: ({ n }: { n: number }) =>
      n === 1
        ? "One condition asks about a question that is not saved with it. It is left out."
        : `${n} conditions ask about questions that are not saved with it. They are left out.`,
    submit: "Save",
    done: ({ name }: { name: string }) => `“${name}” is in the question bank.`,
    again: ({ name }: { name: string }) => `The newer wording of “${name}” is in the question bank.`,
    see: "See it in the bank",
    changed:
      "Somebody saved another wording of it in the meantime. Take that over first, or save this as a new item.",
    failed: "It could not be saved. Check the connection and try again.",
    refused: "The bank does not take this: it is too large, or a part of it has no name.",
  },
  insert: {
    button: "From bank",
    title: "Insert from the question bank",
    search: "Search the bank",
    hint: "↑ ↓ to choose, Enter to insert behind what is selected.",
    list: "Items of the bank",
    loading: "Loading the bank …",
    failed: "The bank could not be loaded. Check the connection and try again.",
    retry: "Try again",
    submit: "Insert",
    tile: "From the question bank",
    tileWhat: "Your own saved questions, pages and blocks, and every question of the built-in bank.",
    renamed: ({ names }: { names: string }) =>
      `Names that are taken are changed, and conditions follow: ${names}.`,
    kept: ({ keys }: { keys: string }) =>
      `Measure keys come along, so that answers can be compared between studies: ${keys}.`,
    dropped: ({ keys }: { keys: string }) =>
      `Asked here already, and a measure counts once: ${keys}. The copy comes without that key.`,
    anchored: ({ n }: { n: number }) =>
      `${plural(n, "anchor question comes", "anchor questions come")} word for word as in this study's other questionnaires: agreement along the chain is computed on their being the same.`,
    twice:
      "Its anchor questions are in this questionnaire already. Asked twice, they would count twice, so it is not inserted.",
    leftOut: ({ n }: { n: number }) =>
      n === 1
        ? "One condition asks about a question that is not in this questionnaire. It is left out."
        : `${n} conditions ask about questions that are not in this questionnaire. They are left out.`,
    piped:
      "Its texts set in an answer to a question that is not in this questionnaire. Pick the question meant:",
    asWritten: ({ name }: { name: string }) => `None: respondents read {${name}}`,
    said: ({ name }: { name: string }) => `Inserted: ${name}. Undo takes it out.`,
  },
  copy: {
    from: "From the question bank",
    deleted: "From an item that is no longer in the question bank.",
    newerTitle: "A newer wording is in the bank",
    newer: ({ name }: { name: string }) =>
      `“${name}” was reworded in the question bank since it was inserted here.`,
    here: "Here",
    there: "In the bank",
    empty: "(empty)",
    more: ({ n }: { n: number }) => `and ${plural(n, "further text", "further texts")}`,
    otherwise: "Its texts are the same, or were changed here and stay; other answers and settings come.",
    stays: ({ n }: { n: number }) =>
      `${plural(n, "text that you changed here stays", "texts that you changed here stay")}.`,
    both: "Changed here and in the bank. Pick what holds here:",
    unknown:
      "The wording this copy was made from is not kept, so nobody can tell which side changed. Pick what holds here:",
    yes: "Yes",
    no: "No",
    anchor:
      "It belongs to the anchor block: take it over in every role's questionnaire, or roles can no longer be compared on it.",
    take: "Take it over",
    takeOf: ({ name }: { name: string }) => `Take it over: ${name}`,
    ignore: "Ignore",
    ignoreOf: ({ name }: { name: string }) => `Ignore: ${name}`,
    show: "Show",
    showOf: ({ name }: { name: string }) => `Show: ${name}`,
    taken: "Taken over. Undo brings the former wording back.",
    ignored: "This wording stays.",
  },
};
