/** The answers of a study gathered by question, whatever role or version asked it. */
import { type ChainRole, chainRoles } from "../chain/role";
import type { LocalText } from "../language";
import { itemsOf } from "../questionnaire/by-measure";
import type { Answer, Compiled, Item } from "../questionnaire/compiled";
import { asProperty, type Evidence, numberCompanies } from "./evidence";
import type { Given } from "./tallies";

export type Option = { value: string; text: LocalText };

export type Asked = {
  key: string;
  /** The question in every version that asked it with the same kind of answer, the newest last. */
  items: [Item, ...Item[]];
  roles: ChainRole[];
  given: Map<ChainRole, Given[]>;
  /** By company number: whether a company that was named has answered. */
  companies: boolean[];
};

/** The wording of the newest version. */
export const newest = ({ items }: Asked): Item => items.at(-1) ?? items[0];

/** Questions that share a measure and differ by their subject, or by what a best-worst task shows, stand apart. */
function keyOf(role: ChainRole, item: Item): string {
  if (!item.measure) return `${role}/${item.name}`;
  const task = item.kind === "matrix" && item.uniqueColumns ? item.name : undefined;
  return [item.measure, item.subject, task].filter(Boolean).join("/");
}

/**
 * Questions in the order of the questionnaires. Those with the same measure key and subject are one
 * question; others stand by role and name. Where a later version asks for another kind of answer, the
 * answers to the earlier kind are left out. Versions are taken in the order of their first response.
 */
export function askedQuestions(evidence: readonly Evidence[], wanted: (item: Item) => boolean): Asked[] {
  const asked = new Map<string, Asked>();
  type Slot = { name: string; given: Given[]; companies: boolean[] };
  const slots = new Map<Compiled, Map<ChainRole, Slot[]>>();

  const slotOf = (role: ChainRole, item: Item): Slot => {
    const key = keyOf(role, item);
    const known = asked.get(key);
    const same = known && newest(known).kind === item.kind ? known : undefined;
    const question: Asked = same ?? { key, items: [item], roles: [], given: new Map(), companies: [] };
    asked.set(key, question);
    if (same) same.items.push(item);
    const given = question.given.get(role) ?? [];
    question.given.set(role, given);
    question.roles = chainRoles.filter((each) => question.given.has(each));
    return { name: asProperty(item.name), given, companies: question.companies };
  };

  const numberOf = numberCompanies();
  for (const one of evidence) {
    const company = numberOf(one);
    const ofVersion = slots.get(one.compiled) ?? new Map<ChainRole, Slot[]>();
    slots.set(one.compiled, ofVersion);
    let own = ofVersion.get(one.role);
    if (!own) {
      own = itemsOf(one.compiled)
        .filter(wanted)
        .map((item) => slotOf(one.role, item));
      ofVersion.set(one.role, own);
    }
    for (const { name, given, companies } of own) {
      const answer = one.answers[name];
      if (answer === undefined) continue;
      given.push({ one, company, answer });
      if (one.companyId !== null) companies[company] = true;
    }
  }
  return [...asked.values()];
}

/** What every version offered, in the order of the newest; what only earlier ones had comes after. */
function union(versions: readonly (readonly { value: Answer; text: LocalText }[])[]): Option[] {
  const known = new Map<string, Option>();
  for (const options of versions.toReversed())
    for (const { value, text } of options)
      if (!known.has(String(value))) known.set(String(value), { value: String(value), text });
  return [...known.values()];
}

function optionsIn(item: Item): { value: Answer; text: LocalText }[] {
  switch (item.kind) {
    case "radio":
    case "dropdown":
    case "checkbox":
    case "ranking":
    case "image":
      return item.choices;
    case "rating":
      return item.values;
    case "matrix":
      return item.columns;
    case "boolean":
      return [
        { value: item.yesValue, text: item.yes },
        { value: item.noValue, text: item.no },
      ];
    default:
      return [];
  }
}

/** The options (of a matrix: its columns) of a question. */
export const optionsOf = ({ items }: Pick<Asked, "items">): Option[] => union(items.map(optionsIn));

/** The rows of a matrix, or the fields of several texts. */
export const partsOf = ({ items }: Pick<Asked, "items">): Option[] =>
  union(
    items.map((item) => {
      if (item.kind === "matrix") return item.rows;
      return item.kind === "multipletext"
        ? item.fields.map(({ name, title }) => ({ value: name, text: title }))
        : [];
    }),
  );
