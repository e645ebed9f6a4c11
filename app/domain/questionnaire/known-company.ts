/** A company between its record and the answers about it. */
import { itemsMeasuring, textTo } from "./by-measure";
import type { Answers, Compiled, Item } from "./compiled";
import type { MeasureKey } from "./measures";

type KnownCompany = { name: string; size: string | null; industry: string | null; region: string | null };

/** The company as somebody tells it in their answers; null where they do not, or were not asked. */
export const toldCompany = (compiled: Compiled, answers: Answers) => ({
  name: textTo(compiled, answers, "gate.company"),
  size: textTo(compiled, answers, "gate.size"),
  industry: textTo(compiled, answers, "gate.industry"),
  region: textTo(compiled, answers, "gate.region"),
});
export type ToldCompany = ReturnType<typeof toldCompany>;

const offers = (item: Item, value: string): boolean =>
  "choices" in item && item.choices.some((choice) => choice.value === value);

/**
 * Answers to the questions about the company that its record holds: name, size, industry and region, where the questionnaire asks
 * them and offers the value. They can still be changed on the way back through the pages; whose company it is stays.
 */
export function companyAnswers(compiled: Compiled, company: KnownCompany): Answers {
  const known: [MeasureKey, string | null][] = [
    ["gate.company", company.name.slice(0, 200)],
    ["gate.size", company.size],
    ["gate.industry", company.industry],
    ["gate.region", company.region],
  ];
  return Object.fromEntries(
    known.flatMap(([key, value]) =>
      value === null
        ? []
        : itemsMeasuring(compiled, key)
            .filter((item) => item.kind === "text" || offers(item, value))
            .map(({ name }) => [name, value]),
    ),
  );
}
