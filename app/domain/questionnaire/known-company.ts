/** What is known of an invited person's company, as answers they need not give. */
import { itemsMeasuring } from "./by-measure";
import type { Answers, Compiled, Item } from "./compiled";
import type { MeasureKey } from "./measures";

type KnownCompany = { name: string; size: string | null; industry: string | null };

const offers = (item: Item, value: string): boolean =>
  "choices" in item && item.choices.some((choice) => choice.value === value);

/**
 * Answers to the questions about the company that its record holds: name, size and industry, where the questionnaire asks
 * them and offers the value. They can still be changed on the way back through the pages; whose company it is stays.
 */
export function companyAnswers(compiled: Compiled, company: KnownCompany): Answers {
  const known: [MeasureKey, string | null][] = [
    ["gate.company", company.name.slice(0, 200)],
    ["gate.size", company.size],
    ["gate.industry", company.industry],
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
