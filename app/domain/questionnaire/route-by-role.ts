/** Which questionnaire of a study a person is asked, by the roles they named at the gate. */
import { type ChainRole, chainRoles } from "../chain/role";
import type { GateRole } from "./answer-options";
import { answerTo } from "./by-measure";
import type { Answers, Compiled } from "./compiled";
import type { Variables } from "./evaluate";
import { visibleItems } from "./flow";
import { gateRoleToChainRole } from "./templates";

const isGateRole = (value: unknown): value is GateRole =>
  typeof value === "string" && Object.hasOwn(gateRoleToChainRole, value);

/**
 * The chain roles of a respondent, the main one first, then the others in the order of the roles. Empty
 * when the gate was not answered.
 */
export function rolesAtGate(gate: Compiled, answers: Answers): ChainRole[] {
  const held = answerTo(gate, answers, "gate.roles");
  const primary = answerTo(gate, answers, "gate.primary-role");
  const named = (Array.isArray(held) ? held : []).filter(isGateRole).map((role) => gateRoleToChainRole[role]);
  const main = isGateRole(primary) ? gateRoleToChainRole[primary] : undefined;
  return [...new Set([main, ...chainRoles].filter((role) => role !== undefined))].filter(
    (role) => role === main || named.includes(role),
  );
}

/** The gate's answers that the role's questionnaire asks too, by their names. */
export function carriedInto(compiled: Compiled, gate: Answers): Answers {
  const names = new Set(compiled.pages.flatMap(({ items }) => items.map(({ name }) => name)));
  return Object.fromEntries(
    Object.entries(gate).filter(([name]) => names.has(name.replace(/-Comment$/, ""))),
  );
}

/** The first page on which something is still to be asked; the first one of all when nothing was answered. */
export function firstOpenPage(compiled: Compiled, answers: Answers, variables: Variables): string {
  const context = { answers, variables };
  const open = compiled.pages.find((page) =>
    visibleItems(page, context).some(({ name, kind }) => kind !== "statement" && answers[name] === undefined),
  );
  return (open ?? compiled.pages[0])?.name ?? "";
}
