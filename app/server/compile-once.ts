/** Compiling takes tens of milliseconds, so that a questionnaire is compiled once in each of its states. */

import { NewestMap } from "~/domain/newest-map";
import { type CompileResult, compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Compiled } from "~/domain/questionnaire/compiled";

const compiled = new NewestMap<Promise<CompileResult>>(200);

function once(name: string, build: () => unknown): Promise<CompileResult> {
  const result = compiled.get(name) ?? compileQuestionnaire(build());
  compiled.set(name, result);
  return result;
}

/** A draft at its revision. */
export const compileDraft = (given: {
  id: string;
  revision: number;
  draft: unknown;
}): Promise<CompileResult> => once(`${given.id}/${given.revision}`, () => given.draft);

/** A questionnaire out of the bank, under a `name` of its own. */
export async function compileOnce(name: string, build: () => unknown): Promise<Compiled> {
  const result = await once(name, build);
  if (!result.ok) throw new Error(`The bank does not compile: ${JSON.stringify(result.problems)}`);
  return result.compiled;
}
