import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Compiled, Item } from "~/domain/questionnaire/compiled";

/** The compiled form of a questionnaire that must be good. */
export async function compiledOf(json: unknown): Promise<Compiled> {
  const result = await compileQuestionnaire(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
}

/** A questionnaire of one page `p`. */
export const onePage = (...elements: object[]) => ({ pages: [{ name: "p", elements }] });

/** The first item of a page with this element. */
export const itemOf = async (element: object): Promise<Item> =>
  (await compiledOf(onePage({ name: "q", ...element }))).pages[0]!.items[0]!;
