import type { SingleAnswer } from "./flatten-answers";

/** What one person answered in one of their roles, by item. */
export type RoleAnswers<Role extends string> = {
  role: Role;
  answers: Readonly<Record<string, SingleAnswer>>;
};

export type Contradiction<Role extends string> = {
  item: string;
  roles: readonly [Role, Role];
  values: readonly [SingleAnswer, SingleAnswer];
};

/**
 * Items that one person answered differently in two of their roles, although the wording is the same in both: ratings at
 * least `minGap` points apart, or another choice. Only items that both answered are compared.
 */
export function roleContradictions<Role extends string>(
  person: readonly RoleAnswers<Role>[],
  minGap = 2,
): Contradiction<Role>[] {
  return person.flatMap((first, index) =>
    person.slice(index + 1).flatMap((second) =>
      Object.entries(first.answers).flatMap(([item, own]) => {
        const other = second.answers[item];
        if (other === undefined || !contradict(own, other, minGap)) return [];
        return [{ item, roles: [first.role, second.role] as const, values: [own, other] as const }];
      }),
    ),
  );
}

function contradict(one: SingleAnswer, other: SingleAnswer, minGap: number): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) >= minGap;
  return one !== other;
}
