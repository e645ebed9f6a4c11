import { describe, expect, test } from "vitest";
import { askablesOf } from "~/domain/questionnaire/condition-questions";
import { changeRule, rulesOf, setRule } from "~/domain/questionnaire/draft-rules";
import { pathText } from "~/domain/questionnaire/draft-tree";
import {
  filledWith,
  type RuleTyped,
  readChangedRule,
  readNewRule,
  removalOf,
  restoreRule,
  saveRule,
  typedRule,
} from "~/domain/questionnaire/rule-form";

const draft = {
  odd: "kept",
  pages: [
    {
      name: "one",
      elements: [
        { type: "radiogroup", name: "size", choices: ["s", { value: "l", extra: 1 }] },
        { type: "matrix", name: "grid", rows: ["price"], columns: [1, 2] },
        { type: "text", name: "seats", inputType: "number" },
      ],
    },
    { name: "two", elements: [{ type: "comment", name: "why" }] },
    { name: "three", elements: [{ type: "text", name: "last" }] },
  ],
};
const typed = (given: Partial<RuleTyped>): RuleTyped => ({
  ...typedRule(() => ""),
  condition: "{size} = 'l'",
  ...given,
});
const made = (given: Partial<RuleTyped>, on: unknown = draft) => {
  const read = readNewRule(on, typed(given), askablesOf(on));
  return read.ok ? setRule(on, read.target, read.text, read.detail) : read.problem;
};

const cases: [string, Partial<RuleTyped>, string, unknown][] = [
  [
    "jump",
    { kind: "jump", target: "pages[0]", to: "three" },
    "jumps",
    [{ after: "one", if: "{size} = 'l'", to: "three" }],
  ],
  [
    "quota",
    { kind: "quota", target: "pages[0]", most: "30", zh: "满了", en: "Full" },
    "endings",
    [
      {
        ...{ after: "one", if: "{size} = 'l'", as: "over-quota", most: 30 },
        text: { default: "Full", en: "Full", "zh-cn": "满了" },
      },
    ],
  ],
  [
    "screen-out",
    { kind: "screen-out", target: "pages[0]" },
    "endings",
    [{ after: "one", if: "{size} = 'l'" }],
  ],
  [
    "early end",
    { kind: "finish", target: "pages[1]" },
    "endings",
    [{ after: "two", if: "{size} = 'l'", as: "complete" }],
  ],
];

describe("a rule behind a page", () => {
  test.each(cases)("%s is made, removed and put back", (_, given, list, expected) => {
    const after = made(given);
    expect(after).toEqual({ ...draft, [list]: expected });
    const [rule] = rulesOf(after).filter(({ path }) => path[0] === list);
    const place = pathText(rule?.path ?? []);
    const removed = removalOf(after, place);
    const without = changeRule(after, place, "");
    expect(without).toEqual(draft);
    expect(removed && restoreRule(without, removed)).toEqual(after);
  });

  test("a second one stands beside the first, and each keeps what it does not know when it is changed", () => {
    const first = setRule(draft, { kind: "quota", path: ["pages", 0] }, "{size} = 's'", {
      most: 1,
    }) as object;
    const own = {
      ...first,
      endings: [{ after: "one", if: "{size} = 's'", as: "over-quota", most: 1, x: [1] }],
    };
    const both = made({ kind: "quota", target: "pages[0]", most: "2" }, own);
    const read = readChangedRule(both, "endings[0].if", typed({ most: "9", en: "E" }), askablesOf(both));
    expect(read?.ok && saveRule(both, "endings[0].if", read)).toMatchObject({
      endings: [{ most: 9, x: [1], if: "{size} = 'l'", text: { en: "E" } }, { most: 2 }],
    });
  });
});

describe("a rule of a question", () => {
  test("offers one choice or row to some, also one that was a bare value", () => {
    const offer = { kind: "offer", target: "pages[0].elements[0]" } as const;
    const elements = (given: unknown) => (given as typeof draft).pages[0]?.elements;
    expect(elements(made({ ...offer, option: "choices[0]" }))).toMatchObject([
      {
        choices: [
          { value: "s", visibleIf: "{size} = 'l'" },
          { value: "l", extra: 1 },
        ],
      },
      ...(draft.pages[0]?.elements.slice(1) ?? []),
    ]);
    const row = made({ ...offer, target: "pages[0].elements[1]", option: "rows[0]" });
    expect(elements(row)?.[1]).toMatchObject({ rows: [{ value: "price", visibleIf: "{size} = 'l'" }] });
  });

  test.each([
    ["pages[0].elements[0]", '"l"', "'l'", "l"],
    ["pages[0].elements[2]", " 12 ", "12", 12],
    ["pages[1].elements[0]", "it's {x}", "'it\\'s {x}'", null],
    ["pages[1].elements[0]", "it's", "'it\\'s'", "it's"],
  ])("%s is filled in with %s", (target, value, expression, read) => {
    const after = made({ kind: "set", target, value });
    const [rule] = rulesOf(after);
    expect(rule).toMatchObject({ kind: "set", detail: { value: expression } });
    expect(filledWith(rule?.detail ?? {})).toBe(read);
    const place = pathText(rule?.path ?? []);
    const removed = removalOf(after, place);
    expect(changeRule(after, place, "")).toEqual(draft);
    expect(removed && restoreRule(draft, removed)).toEqual(after);
  });

  test("a computed value stays when only the condition is changed", () => {
    const after = setRule(draft, { kind: "set", path: ["pages", 1, "elements", 0] }, "{size} = 's'", {
      value: "{seats} * 2",
    });
    const place = "pages[1].elements[0].setValueIf";
    const read = readChangedRule(after, place, typed({}), askablesOf(after));
    expect(read?.ok && read.detail).toEqual({ value: "{seats} * 2" });
  });
});

test.each([
  [{ kind: "jump", target: "pages[1]", to: "one" }, "to-missing"],
  [{ kind: "jump", target: "pages[0].elements[0]", to: "three" }, "page-only"],
  [{ kind: "quota", target: "pages[0]", most: "many" }, "most-missing"],
  [{ kind: "quota", target: "pages[0]", most: "999999" }, "most-missing"],
  [{ kind: "set", target: "pages[0].elements[0]", value: '"xl"' }, "value-missing"],
  [{ kind: "set", target: "pages[1].elements[0]", value: " " }, "value-missing"],
  [{ kind: "set", target: "pages[1]", value: "x" }, "no-require"],
  [{ kind: "offer", target: "pages[0].elements[0]", option: "choices[7]" }, "option-missing"],
  [{ kind: "offer", target: "pages[0].elements[0]", option: "name" }, "option-missing"],
] as const)("%j lacks %s", (given, problem) => {
  expect(made(given)).toBe(problem);
});

test.each([
  { target: "endings", property: "way", text: "nothing" },
  { target: "pages", property: "way", text: '{"after":"one","if":"{size} = 1"}' },
  { target: "endings", property: "way", text: '{"after":"gone","if":"{size} = 1"}' },
  { target: "pages[0].elements[0]", property: "title", text: "{size} = 1" },
])("%j puts nothing back", (removed) => {
  expect(restoreRule(draft, removed)).toBeNull();
});
