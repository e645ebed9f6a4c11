/** Random answers to a compiled questionnaire: valid ones, gaps, and numbers that miss their range. */
import fc from "fast-check";
import type { Answer, Answers, Choice, Compiled, Field, Item } from "~/domain/questionnaire/compiled";

type Given = fc.Arbitrary<Answer | undefined>;
const gap = fc.constant(undefined);

const often = (answer: fc.Arbitrary<Answer>): Given =>
  fc.oneof({ weight: 60, arbitrary: answer }, { weight: 1, arbitrary: gap });

const field = ({ input, min, max }: Pick<Field, "input" | "min" | "max">): fc.Arbitrary<Answer> => {
  if (input === "number") {
    const [least, most] = [min ?? 0, max ?? 1000];
    return fc.oneof(
      { weight: 30, arbitrary: fc.integer({ min: least, max: most }) },
      { weight: 1, arbitrary: fc.constantFrom(least - 1, most + 1) },
    );
  }
  if (input === "email") return fc.constant("li@example.com");
  if (input === "date") return fc.constant("2024-02-29");
  return fc.constantFrom("获客成本太高", "too slow", "1,5", "true", "0");
};

const oneOf = (choices: readonly { value: Answer }[]) =>
  fc.constantFrom(...choices.map(({ value }) => value));

const several = (choices: Choice[], minimum: number, maximum: number): fc.Arbitrary<Answer> =>
  fc.oneof(
    fc
      .shuffledSubarray(
        choices.filter(({ exclusive }) => !exclusive).map(({ value }) => value),
        { minLength: Math.min(minimum, choices.length) },
      )
      .map((picked) => picked.slice(0, maximum)),
    ...choices.filter(({ exclusive }) => exclusive).map(({ value }) => fc.constant<Answer>([value])),
  );

const parts = (names: string[], part: Given): fc.Arbitrary<Answer> =>
  fc
    .tuple(...names.map(() => part))
    .map((values) =>
      Object.fromEntries(names.flatMap((name, at) => (values[at] === undefined ? [] : [[name, values[at]]]))),
    );

function shares(names: string[], total: number): fc.Arbitrary<Answer> {
  return fc
    .array(fc.integer({ min: 0, max: total }), { minLength: names.length - 1, maxLength: names.length - 1 })
    .map((cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), total];
      return Object.fromEntries(names.map((name, at) => [name, (edges[at + 1] ?? 0) - (edges[at] ?? 0)]));
    });
}

function answerTo(item: Item): Given {
  switch (item.kind) {
    case "text":
      return often(field(item));
    case "comment":
      return often(fc.constantFrom("老板说获客成本太高", "no"));
    case "radio":
    case "dropdown":
      return often(oneOf(item.choices));
    case "rating":
      return often(oneOf(item.values));
    case "boolean":
      return often(oneOf([{ value: item.yesValue }, { value: item.noValue }]));
    case "checkbox":
      return often(several(item.choices, item.minSelected ?? 1, item.maxSelected ?? 99));
    case "ranking":
      return often(several(item.choices, item.minRanked ?? item.choices.length, item.maxRanked ?? 99));
    case "matrix": {
      const rows = item.rows.map(({ value }) => value);
      if (item.uniqueColumns)
        return often(
          fc
            .shuffledSubarray(
              item.columns.map(({ value }) => value),
              { minLength: rows.length, maxLength: rows.length },
            )
            .map((picked) => Object.fromEntries(rows.map((row, at) => [row, picked[at] as Answer]))),
        );
      return often(
        parts(rows, fc.oneof({ weight: 300, arbitrary: oneOf(item.columns) }, { weight: 1, arbitrary: gap })),
      );
    }
    case "multipletext":
      return item.total === undefined
        ? often(
            parts(
              item.fields.map(({ name }) => name),
              often(field(item.fields[0]!)),
            ),
          )
        : often(
            shares(
              item.fields.map(({ name }) => name),
              item.total,
            ),
          );
    default:
      return gap;
  }
}

const isEmpty = (value: Answer | undefined) =>
  value === undefined || (typeof value === "object" && Object.keys(value).length === 0);

/** Answers to all items, hidden ones too, with the text beside "other" now and then forgotten. */
export const answersTo = (compiled: Compiled): fc.Arbitrary<Answers> => {
  const items = compiled.pages.flatMap((page) => page.items);
  return fc
    .tuple(
      fc.tuple(...items.map(answerTo)),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([values, luck]) => {
      const answers: Answers = {};
      items.forEach((item, at) => {
        const value = values[at];
        if (value === undefined || isEmpty(value)) return;
        answers[item.name] = value;
        const isOther = value === "other" || (Array.isArray(value) && value.includes("other"));
        const other = "choices" in item && item.choices.some((choice) => choice.other);
        if (isOther && other && luck[at % 3] !== 0) answers[`${item.name}-Comment`] = "别的原因";
      });
      if (luck[0] !== 1) inOrder(compiled, answers);
      return answers;
    });
};

/** Amounts asked on one page rise, as the four prices of one person should. */
function inOrder(compiled: Compiled, answers: Answers): void {
  for (const { items } of compiled.pages) {
    const asked = items.filter(
      (item) => item.kind === "text" && item.input === "number" && item.name in answers,
    );
    const amounts = asked.map(({ name }) => Number(answers[name])).sort((a, b) => a - b);
    asked.forEach(({ name }, at) => {
      answers[name] = amounts[at] ?? 0;
    });
  }
}
