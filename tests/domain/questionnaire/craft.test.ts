import { describe, expect, test } from "vitest";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { accept, acceptedIn, keyOfFinding, takeBack } from "~/domain/questionnaire/accepted";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { type CraftContext, checkCraft } from "~/domain/questionnaire/craft";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";

const context: CraftContext = {
  ...{
    role: "user",
    languages: ["zh-CN", "en"],
    fromBank: null,
    compiled: null,
    published: [],
    others: [],
  },
};
const kindsOf = (element: object, more: Partial<CraftContext> = {}) =>
  checkCraft(
    { pages: [{ name: "p", elements: [{ name: "q", measure: "m", ...element }] }] },
    { ...context, ...more },
  ).map(({ kind }) => kind);
const rating = { type: "rating", minRateDescription: "low", maxRateDescription: "high" };
const title = (zh: string, en: string) => ({ "zh-cn": zh, default: en, en });

describe("how a question is put", () => {
  test.each([
    ["How fast and reliable is the product?", ["double-barrelled"]],
    ["Is support friendly as well as quick?", ["double-barrelled"]],
    ["How easy is it? Would you buy again?", ["double-barrelled"]],
    ["How satisfied are you with the price?", []],
    ["How well do you and your team work together?", []],
    ["How many people work between 9 and 5?", []],
    ["Don’t you think the price is fair?", ["leading"]],
    ["How much do you love our product?", ["leading"]],
    ["How useful is our award-winning dashboard?", ["leading"]],
  ])("%s", (en, kinds) => {
    expect(kindsOf({ ...rating, title: title("您怎么看？", en) })).toEqual(kinds);
  });
  test.each([
    ["产品的速度和稳定性怎么样？", ["double-barrelled"]],
    ["客服是否友好并且及时？", ["double-barrelled"]],
    ["您和同事多久用一次？", []],
    ["与其他产品相比，价格怎么样？", []],
    ["您是否同意这个价格很划算？", ["leading"]],
    ["我们领先的报表对您有多大帮助？", ["leading"]],
    ["您对价格满意吗？", []],
  ])("%s", (zh, kinds) => {
    expect(kindsOf({ ...rating, title: title(zh, "What do you think?") })).toEqual(kinds);
  });
  test("an open question may ask for two things", () => {
    expect(kindsOf({ type: "comment", title: "What works and what does not?" })).toEqual([]);
  });
});

describe("scales", () => {
  const scale = (...choices: string[]) => ({ type: "radiogroup", title: "T", choices });
  test.each([
    [scale("Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"), []],
    [scale("Very satisfied", "Satisfied", "Rather satisfied", "Dissatisfied"), ["unbalanced-scale"]],
    [scale("Excellent", "Very good", "Good", "Poor"), ["unbalanced-scale"]],
    [scale("非常满意", "满意", "一般", "不满意", "非常不满意"), []],
    [scale("非常满意", "满意", "比较满意", "不满意"), ["unbalanced-scale"]],
    [scale("Extremely important", "Important", "Not at all important"), []],
    [{ type: "rating", title: "T", rateMax: 7 }, ["unlabelled-scale"]],
    [
      {
        type: "rating",
        title: "T",
        rateValues: [
          { value: 1, text: "Bad" },
          { value: 2, text: "Good" },
        ],
      },
      [],
    ],
  ])("%#", (element, kinds) => {
    expect(kindsOf(element)).toEqual(kinds);
  });
});

test.each([
  [{ type: "radiogroup", title: "T", isRequired: true, choices: ["a", "b", "c"] }, ["no-dont-know"]],
  [{ type: "radiogroup", title: "T", choices: ["a", "b", "c"] }, []],
  [
    { type: "radiogroup", title: "T", isRequired: true, choices: ["a", "b", "c"], showDontKnowItem: true },
    [],
  ],
  [
    {
      type: "radiogroup",
      title: "T",
      isRequired: true,
      choices: ["a", "b", { value: "x", text: title("不清楚", "Not sure") }],
    },
    [],
  ],
  [{ type: "comment", title: "x".repeat(141) }, ["long-title"]],
  [
    { type: "checkbox", title: "T", choices: Array.from({ length: 13 }, (_, at) => `c${at}`) },
    ["many-choices"],
  ],
  [{ type: "dropdown", title: "T", choices: Array.from({ length: 13 }, (_, at) => `c${at}`) }, []],
  [{ type: "radiogroup", title: "T", choices: ["a", "b".repeat(71)] }, ["long-choice"]],
  [
    {
      type: "matrix",
      title: "T",
      rows: Array.from({ length: 11 }, (_, at) => at),
      columns: [1, 2, 3, 4, 5, 6, 7, 8],
    },
    ["many-columns", "many-rows"],
  ],
  [{ type: "comment", title: "T", measure: undefined }, ["no-measure"]],
  [{ type: "html", html: "T", measure: undefined }, []],
])("what people and phones can take: %#", (element, kinds) => {
  expect(kindsOf(element)).toEqual(kinds);
});

describe("comparability", () => {
  const question = {
    type: "radiogroup",
    name: "q",
    measure: "m",
    title: title("问", "Ask"),
    choices: ["a", "b"],
  };
  const draftOf = (...elements: object[]) => ({ pages: [{ name: "p", elements }] });
  const since = (element: object | null) =>
    checkCraft(element ? draftOf(element) : draftOf(), {
      ...context,
      published: [{ number: 3, json: draftOf(question) }],
    }).map(({ kind, values }) => [kind, values.since]);
  test.each([
    [question, []],
    [{ ...question, choices: ["b", "a"], isRequired: true, visibleIf: "{x} = 1" }, []],
    [{ ...question, title: title("问 ", "Ask") }, []],
    [{ ...question, title: title("问", "Asked") }, [["wording-changed", 3]]],
    [{ ...question, choices: ["a", "b", "c"] }, [["choices-changed", 3]]],
    [{ ...question, showDontKnowItem: true }, [["choices-changed", 3]]],
    [{ ...question, type: "checkbox" }, [["type-changed", 3]]],
    [null, [["question-removed", 3]]],
  ])("%#", (element, found) => {
    expect(since(element)).toEqual(found);
  });
  test("with every published wave: each question once, with the newest version it differs from", () => {
    const other = { ...question, name: "r", measure: "n", title: title("另", "Other") };
    const found = checkCraft(draftOf(question, other), {
      ...context,
      published: [
        { number: 3, json: draftOf(question, { ...other, title: title("旧", "Old") }) },
        { number: 2, json: draftOf({ ...question, choices: ["a"] }, { ...other, type: "checkbox" }) },
        { number: 1, json: draftOf({ ...question, title: title("最初", "First") }) },
      ],
    }).map(({ kind, place, values }) => [place.question, kind, values.since]);
    expect(found).toEqual([
      ["r", "wording-changed", 3],
      ["q", "choices-changed", 2],
    ]);
  });
  test("the anchor block and lost measures are told too", () => {
    const bank = buildQuestionnaire("decider", sampleBrief);
    const other = JSON.parse(
      JSON.stringify(buildQuestionnaire("user", sampleBrief)).replaceAll(
        "anchor_importance",
        "anchor_importance",
      ),
    );
    const page = bank.pages.find(({ elements }) =>
      elements.some(({ measure }) => measure === "anchor.importance"),
    );
    const changed = {
      ...bank,
      pages: bank.pages.map((one) =>
        one !== page
          ? one
          : {
              ...one,
              elements: one.elements.map((element) =>
                element.measure === "anchor.importance"
                  ? { ...element, title: title("改了", "Changed") }
                  : element,
              ),
            },
      ),
    };
    const kinds = checkCraft(changed, {
      ...context,
      role: "decider",
      others: [{ role: "user", draft: other }],
    });
    expect(kinds.filter(({ kind }) => kind === "anchor-differs").map(({ values }) => values)).toEqual([
      { measure: "anchor.importance", roles: "user" },
    ]);
    const lost = checkCraft(draftOf(question), { ...context, fromBank: bank });
    expect(lost.filter(({ kind }) => kind === "measure-missing").length).toBeGreaterThan(5);
  });
});

/** What the bank's questionnaires ask for with open eyes. */
const known: Partial<Record<ChainRole, string[]>> = {
  decider: ["too-long undefined"],
  user: ["too-long undefined"],
  requester: ["double-barrelled requester_compared"],
};

test.each(chainRoles)(
  "the bank's own questionnaire for %s stands up to its checks",
  async (role: ChainRole) => {
    const draft = buildQuestionnaire(role, sampleBrief);
    const made = await compileQuestionnaire(draft);
    const compiled = made.ok ? made.compiled : null;
    const found = checkCraft(draft, { ...context, role, compiled, fromBank: draft });
    expect(found.map(({ kind, place }) => `${kind} ${place.question}`)).toEqual(known[role] ?? []);
  },
);

test("a finding is kept with its reason until its words change, and taken back", () => {
  const draft = { odd: 1, pages: [] };
  const finding = {
    kind: "leading",
    place: { path: "pages[0].elements[0].title", question: "q" },
    values: { word: "obviously" },
  };
  const key = keyOfFinding(finding);
  const kept = accept(draft, { finding: key, reason: "It is quoted", by: "m1", at: 5 });
  expect(acceptedIn(kept).get(key)).toMatchObject({ reason: "It is quoted", by: "m1" });
  expect(acceptedIn(kept).has(keyOfFinding({ ...finding, values: { word: "surely" } }))).toBe(false);
  const again = accept(kept, { finding: key, reason: "Better", by: "m2", at: 6 });
  expect([...acceptedIn(again).values()].map(({ reason }) => reason)).toEqual(["Better"]);
  expect(takeBack(again, key)).toEqual(draft);
  expect(takeBack(draft, key)).toBeNull();
});
