/** The state of a condition being built: its parts with keys of their own, so that menus keep their focus. */
import { type Askable, askableAt } from "~/domain/questionnaire/condition-questions";
import {
  type Clause,
  type ClauseOperator,
  clauseOperators,
  type Group,
  isGroup,
  type Join,
  type Rule,
  takesList,
  takesNothing,
} from "~/domain/questionnaire/condition-rule";

export type KeyedClause = Clause & { key: number };
export type KeyedGroup = Omit<Group, "clauses"> & { key: number; clauses: KeyedClause[] };
export type Building = { join: Join; parts: (KeyedClause | KeyedGroup)[]; next: number };

const blank: Clause = { question: "", operator: "equal" };

export const startBuilding = (rule: Rule | null): Building => {
  let next = 0;
  const keyed = (clause: Clause): KeyedClause => ({ ...clause, key: next++ });
  const parts = (rule?.parts ?? [blank]).map((part) =>
    isGroup(part) ? { ...part, key: next++, clauses: part.clauses.map(keyed) } : keyed(part),
  );
  return { join: rule?.join ?? "and", parts, next };
};

export const builtRule = ({ join, parts }: Building): Rule => ({ join, parts });

export const withClause = (building: Building, group?: number): Building => {
  const clause = { ...blank, key: building.next };
  const parts =
    group === undefined
      ? [...building.parts, clause]
      : building.parts.map((part) =>
          part.key === group && isGroup(part)
            ? { ...part, clauses: [...(part.clauses as KeyedClause[]), clause] }
            : part,
        );
  return { ...building, parts, next: building.next + 1 };
};

export const withGroup = (building: Building): Building => {
  const [first, second] = [building.next + 1, building.next + 2];
  const clauses = [first, second].map((key) => ({ ...blank, key }));
  const join: Join = building.join === "and" ? "or" : "and";
  return { ...building, parts: [...building.parts, { key: building.next, join, clauses }], next: second + 1 };
};

/** The building with one clause or group changed, or taken out where `change` gives null. */
export function changed(
  building: Building,
  key: number,
  change: (part: KeyedClause) => KeyedClause | null,
): Building {
  const inside = (clause: KeyedClause) => (clause.key === key ? change(clause) : clause);
  const parts = building.parts.flatMap((part): (KeyedClause | KeyedGroup)[] => {
    if (!isGroup(part)) return [inside(part)].filter((clause) => clause !== null);
    const clauses = (part.clauses as KeyedClause[]).flatMap((clause) => inside(clause) ?? []);
    return clauses.length > 0 ? [{ ...part, clauses }] : [];
  });
  return { ...building, parts };
}

export const withoutPart = (building: Building, key: number): Building => ({
  ...building,
  parts: building.parts.filter((part) => part.key !== key),
});

export const joined = (building: Building, join: Join, group?: number): Building =>
  group === undefined
    ? { ...building, join }
    : {
        ...building,
        parts: building.parts.map((part) => (part.key === group && isGroup(part) ? { ...part, join } : part)),
      };

const ordered: readonly ClauseOperator[] = ["greater", "greaterorequal", "less", "lessorequal"];
const offered: Record<Askable["kind"], readonly ClauseOperator[]> = {
  one: ["equal", "notequal", "anyof", "noneof", "notempty", "empty"],
  many: ["contains", "notcontains", "anyof", "allof", "noneof", "notempty", "empty"],
  number: ["equal", "notequal", ...ordered, "notempty", "empty"],
  text: ["notempty", "empty", "equal", "notequal", "contains", "notcontains"],
  "yes-no": ["equal", "notempty", "empty"],
};

/** The comparisons that make sense for a question; the one in use is always among them. */
export function operatorsFor(askable: Askable | null, current: ClauseOperator): ClauseOperator[] {
  const own = offered[askable?.kind ?? "text"];
  const scale = askable?.kind === "one" && askable.values.every(({ value }) => typeof value === "number");
  return clauseOperators.filter(
    (one) => one === current || own.includes(one) || (scale && ordered.includes(one)),
  );
}

/** The clause about another question: its first comparison, nothing to compare with yet. */
export function askingAbout(
  clause: KeyedClause,
  question: string,
  askables: readonly Askable[],
): KeyedClause {
  const askable = askableAt(askables, question);
  const [operator = "equal"] = askable ? offered[askable.kind] : [];
  return { key: clause.key, question, operator };
}

/** The clause with another comparison; what was chosen stays as far as it fits. */
export function comparing({ value, ...clause }: KeyedClause, operator: ClauseOperator): KeyedClause {
  if (takesNothing(operator)) return { ...clause, operator };
  const first = Array.isArray(value) ? value[0] : value;
  if (!takesList(operator)) return { ...clause, operator, ...(first === undefined ? {} : { value: first }) };
  return { ...clause, operator, value: Array.isArray(value) ? value : value === undefined ? [] : [value] };
}
