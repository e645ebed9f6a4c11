import { expect, test } from "vitest";
import { parseRules } from "~/domain/questionnaire/compile-condition";
import { checkConditions } from "~/domain/questionnaire/condition-check";
import { changeRule, rulesOf, setRule } from "~/domain/questionnaire/draft-rules";

const choices = ["s", "m", "l"];
const draftWith = (visibleIf: string, more: object = {}) => ({
  draws: [{ name: "start", max: 4 }],
  pages: [
    {
      name: "one",
      elements: [
        { type: "radiogroup", name: "size", choices },
        { type: "checkbox", name: "roles", choices: ["d", "u", "r"] },
        { type: "text", inputType: "number", name: "price", min: 0 },
        { type: "matrix", name: "fit", rows: ["speed"], columns: [1, 2, 3] },
      ],
    },
    { name: "two", elements: [{ type: "comment", name: "why", visibleIf, ...more }] },
    { name: "three", elements: [{ type: "text", name: "last" }] },
  ],
});
const kinds = async (draft: unknown) =>
  checkConditions(draft, await parseRules(draft)).map(({ kind }) => kind);

test.each([
  ["{size} = 's'", []],
  ["{size} = 's' and {size} = 'm'", ["never"]],
  ["{size} anyof ['s', 'm', 'l'] or {size} empty", ["always"]],
  ["{size} = 'xl'", ["unknown-value"]],
  ["{colour} = 'red'", ["unknown-question"]],
  ["{last} notempty", ["asked-later"]],
  ["{price} > 10 and {price} < 5", ["never"]],
  ["{price} > 10 and {price} < 11", []],
  ["{price} < 0", ["never"]],
  ["{price} > 10 or {price} <= 10 or {price} empty", ["always"]],
  ["{roles} contains 'd' and {roles} contains 'u'", []],
  ["{roles} contains 'd' and {roles} notcontains 'd'", ["never"]],
  ["{roles.length} > 1", []],
  ["{fit.speed} = 2 and {fit.speed} = 3", ["never"]],
  ["{start} > 4", ["never"]],
  ["{price} + 1 > 3", []],
  ["{size} = ", ["unreadable"]],
  ["{why} notempty", ["circular"]],
])("%s", async (visibleIf, expected) => {
  expect(await kinds(draftWith(visibleIf))).toEqual(expected);
});

test("questions that wait for each other are told once, with both names", async () => {
  const draft = {
    pages: [
      {
        name: "p",
        elements: [
          { type: "text", name: "a", visibleIf: "{b} notempty" },
          { type: "text", name: "b", visibleIf: "{a} notempty" },
          { type: "text", name: "c", visibleIf: "{a} notempty" },
        ],
      },
    ],
  };
  const findings = checkConditions(draft, await parseRules(draft));
  expect(findings).toEqual([
    {
      place: { path: "pages[0].elements[0].visibleIf", question: "a", page: 0 },
      kind: "circular",
      values: { names: "a, b" },
    },
  ]);
});

test("rules are made, changed and taken away; everything else stays", () => {
  const draft = { odd: { kept: true }, ...draftWith("{size} = 's'", { unknown: [1] }) };
  const skipping = setRule(draft, { kind: "skip", path: ["pages", 2] }, "!({size} = 's')");
  const ended = setRule(skipping, { kind: "screen-out", path: ["pages", 0] }, "{size} = 'l'");
  expect(rulesOf(ended).map(({ kind, owner }) => [kind, owner.kind, owner.name])).toEqual([
    ["show", "question", "why"],
    ["skip", "page", "three"],
    ["screen-out", "page", "one"],
  ]);
  const changed = changeRule(ended, "pages[1].elements[0].visibleIf", "{size} = 'm'");
  expect(rulesOf(changed)[0]?.text).toBe("{size} = 'm'");
  const none = [
    ["endings[0].if", ""],
    ["pages[2].visibleIf", ""],
    ["pages[1].elements[0].visibleIf", "{size} = 's'"],
  ].reduce<unknown>((edited, [place = "", text = ""]) => changeRule(edited, place, text), changed);
  expect(none).toEqual(draft);
  expect(changeRule(draft, "pages[9].visibleIf", "")).toBeNull();
  expect(setRule(draft, { kind: "show", path: ["pages", 7] }, "{a} = 1")).toBeNull();
});
