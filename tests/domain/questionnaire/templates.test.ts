import { ConditionsParser, Model, type QuestionRadiogroupModel, Serializer } from "survey-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import type { SurveyElement, SurveyJson, SurveyText } from "~/domain/questionnaire/bank/survey-json";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { registerSurveyProperties } from "~/domain/questionnaire/survey-properties";
import {
  buildGate,
  buildQuestionnaire,
  consentText,
  gateRoleToChainRole,
  thankYouText,
} from "~/domain/questionnaire/templates";
import { everyBrief, fullBrief } from "./briefs";

registerSurveyProperties(Serializer);

const everySurvey = everyBrief.flatMap(({ name, brief }) => [
  ...chainRoles.map((role) => ({ name: `${role}: ${name}`, brief, json: buildQuestionnaire(role, brief) })),
  { name: `gate: ${name}`, brief, json: buildGate(brief) },
]);
const elementsOf = (json: SurveyJson): SurveyElement[] => json.pages.flatMap(({ elements }) => elements);

/** Every object inside a value, itself included. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}
const isText = (value: Record<string, unknown>): value is SurveyText => "default" in value;
const textsIn = (json: SurveyJson): SurveyText[] => [...objectsIn(json)].filter(isText);
const expressionsIn = (json: SurveyJson): string[] =>
  [...objectsIn(json)].flatMap((object) =>
    ["visibleIf", "requiredIf", "expression"].flatMap((key) =>
      typeof object[key] === "string" ? [object[key]] : [],
    ),
  );

/** Texts that SurveyJS would draw from a plain string, the same in every language. */
const textKeys =
  /^(title|text|description|.*Text|minRateDescription|maxRateDescription|unit|labelTrue|labelFalse)$/;

let complaints: unknown[][] = [];
beforeEach(() => {
  complaints = [];
  for (const method of ["warn", "error"] as const)
    vi.spyOn(console, method).mockImplementation((...given) => void complaints.push(given));
});
afterEach(() => vi.restoreAllMocks());

const modelOf = (json: SurveyJson, data: Record<string, unknown> = {}): Model => {
  const model = new Model(json);
  model.data = data;
  return model;
};
const visible = (model: Model): string[] =>
  model
    .getAllQuestions()
    .filter((question) => question.isVisible && question.page.isVisible)
    .map(({ name }) => name);

describe("every template", () => {
  test.each(everySurvey)("$name loads in survey-core in both languages", ({ json }) => {
    const model = new Model(json);
    expect((model.jsonErrors ?? []).map(({ message }) => message)).toEqual([]);
    const asked = model.getAllQuestions();
    expect(asked.map(({ name }) => name)).toEqual(elementsOf(json).map(({ name }) => name));
    expect(asked.map((question) => question.getPropertyValue("measure"))).toEqual(
      elementsOf(json).map(({ measure }) => measure),
    );
    for (const locale of ["en", "zh-cn"] as const) {
      model.locale = locale;
      expect(model.locTitle.renderedHtml).toBe(json.title[locale]);
      expect(asked.map(({ locTitle }) => locTitle.pureText)).toEqual(
        elementsOf(json).map(({ title }) => title[locale]),
      );
    }
    expect(complaints).toEqual([]);
  });

  test.each(everySurvey)("$name compiles without a warning and for the light page", async ({ json }) => {
    const result = await compileQuestionnaire(json);
    expect(result).toMatchObject({ ok: true, warnings: [], compiled: { light: true } });
  });

  test.each(everySurvey)("$name has names of its own, short pages and readable expressions", ({ json }) => {
    const names = elementsOf(json).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const pages = json.pages.map(({ name }) => name);
    expect(new Set(pages).size).toBe(pages.length);
    for (const { name, elements } of json.pages) expect(elements.length, name).toBeLessThanOrEqual(5);

    const known = new Set([...names, ...(json.draws ?? []).map((draw) => draw.name)]);
    const parser = new ConditionsParser();
    for (const expression of expressionsIn(json)) {
      const parsed = parser.parseExpression(expression);
      expect(parsed, expression).not.toBeNull();
      const variables: string[] = [];
      parsed.setVariables(variables);
      for (const variable of variables) expect(known, expression).toContain(variable.split(".")[0]);
    }
  });

  test.each(everySurvey)("$name is worded in both languages, by the house's rules", ({ json }) => {
    for (const object of objectsIn(json))
      if (!isText(object))
        for (const [key, value] of Object.entries(object))
          if (textKeys.test(key))
            expect(typeof value, `${key} of ${object.name ?? object.value}`).toBe("object");

    for (const text of textsIn(json)) {
      const zh = text["zh-cn"];
      expect(text.default).toBe(text.en);
      expect(zh.trim(), JSON.stringify(text)).not.toBe("");
      expect(text.en.trim()).not.toBe("");
      expect(`${zh}${text.en}`).not.toMatch(/[<>]|您好|undefined|\s{2}|\bnull\b/);
      expect(`${zh}${text.en}`).not.toMatch(/[?？]\s*[?？]/u);
      expect(zh, "half-width punctuation beside Chinese").not.toMatch(
        /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u,
      );
      expect(zh, "a Latin sentence in Chinese").not.toMatch(/[a-z]+(\s+[a-z]+){2}/i);
      expect(zh).not.toMatch(/你/);
      expect(text.en, "Chinese in English").not.toMatch(/\p{Script=Han}|[，。？（）]/u);
    }
  });
});

describe("the anchor block", () => {
  test.each(everyBrief)("is the same in every role: $name", ({ brief }) => {
    const anchorOf = (role: (typeof chainRoles)[number]) => {
      const { pages } = buildQuestionnaire(role, brief);
      const first = pages.findIndex(({ name }) => name.startsWith("anchor"));
      return { first, pages: pages.filter(({ name }) => name.startsWith("anchor")) };
    };
    const decider = anchorOf("decider");
    expect(decider.pages.flatMap(({ elements }) => elements.map(({ measure }) => measure))).toEqual([
      "anchor.importance",
      "anchor.satisfaction",
      "anchor.problems",
      "anchor.problem-other",
      "anchor.choice",
      "anchor.problem-text",
    ]);
    for (const role of chainRoles) expect(anchorOf(role)).toEqual(decider);
  });

  test("offers us, each competitor, the present state and don't know", () => {
    const model = modelOf(buildQuestionnaire("finance", fullBrief()));
    const choice = model.getQuestionByName("anchor_choice") as QuestionRadiogroupModel;
    expect(choice.choices.map(({ value }) => value).sort()).toEqual(
      [
        "us",
        "status-quo",
        "dont-know",
        "0190a1b2-0000-7000-8000-000000000001",
        "0190a1b2-0000-7000-8000-000000000002",
      ].sort(),
    );
  });
});

describe("the PMF block", () => {
  const followUps = ["pmf_benefit", "pmf_beneficiary", "pmf_improve", "pmf_alternative", "pmf_recommend"];
  const shown = (role: "user" | "decider", data: Record<string, unknown>, brief = fullBrief()) =>
    visible(modelOf(buildQuestionnaire(role, brief), data)).filter((name) => /^pmf|core_uses/.test(name));

  test("is asked of users who know the product, the follow-ups of those who use it enough", () => {
    expect(shown("user", { gate_relation: "none" })).toEqual([]);
    expect(shown("user", { gate_relation: "former", user_core_uses: "0" })).toEqual([
      "user_core_uses",
      "pmf_disappointment",
    ]);
    const uses = (band: string, answer: string) =>
      shown("user", { gate_relation: "trial", user_core_uses: band, pmf_disappointment: answer });
    expect(uses("1", "very")).toEqual(["user_core_uses", "pmf_frequency", "pmf_disappointment"]);
    expect(uses("2-4", "very")).toEqual([
      "user_core_uses",
      "pmf_frequency",
      "pmf_disappointment",
      ...followUps,
    ]);
    expect(uses("2-4", "na")).not.toContain("pmf_benefit");
  });

  test("is asked of deciders only when their company pays or has paid", () => {
    expect(shown("decider", { gate_relation: "trial" })).toEqual([]);
    expect(shown("decider", { gate_relation: "customer" })).toEqual(["user_core_uses", "pmf_disappointment"]);
  });

  test("takes the number of uses from the study's rule", () => {
    const answers = { gate_relation: "customer", pmf_disappointment: "very" };
    const withRule = (minUses: number, band: string) =>
      shown(
        "user",
        { ...answers, user_core_uses: band },
        fullBrief({ pmfRule: { threshold: 0.4, minUses, windowDays: 14 } }),
      ).includes("pmf_benefit");
    expect([withRule(1, "0"), withRule(1, "1")]).toEqual([false, true]);
    expect([withRule(3, "2-4"), withRule(3, "5-9")]).toEqual([false, true]);
    expect([withRule(20, "5-9"), withRule(20, "10+")]).toEqual([false, true]);
  });

  test("says how long the window is", () => {
    const uses = elementsOf(buildQuestionnaire("user", fullBrief({ businessType: "hardware" })))
      .filter(({ measure }) => measure === "user.core-uses")
      .map(({ title }) => title);
    expect(uses[0]?.en).toContain("14 days");
    expect(uses[0]?.["zh-cn"]).toContain("14 天");
  });
});

describe("the price block", () => {
  const json = buildQuestionnaire("procurement", fullBrief());
  const four = { price_too_cheap: 10, price_cheap: 20, price_expensive: 30, price_too_expensive: 40 };
  const errors = (data: Record<string, unknown>) => {
    const model = modelOf(json, data);
    return Object.keys(four).filter((name) => {
      return !model.getQuestionByName(name).validate(false);
    });
  };

  test("wants the four prices in order, or none", () => {
    expect(errors(four)).toEqual([]);
    expect(errors({})).toEqual([]);
    expect(errors({ ...four, price_cheap: 10 })).toEqual(["price_cheap"]);
    expect(errors({ ...four, price_too_expensive: 25 })).toEqual(["price_too_expensive"]);
    expect(errors({ price_cheap: 20 })).toEqual([
      "price_too_cheap",
      "price_expensive",
      "price_too_expensive",
    ]);
  });

  test("asks for the likelihood at the amounts just given", () => {
    expect(visible(modelOf(json))).not.toContain("price_likely_at_cheap");
    const model = modelOf(json, four);
    expect(visible(model)).toContain("price_likely_at_expensive");
    model.locale = "en";
    const title = model.getQuestionByName("price_likely_at_cheap").locTitle.renderedHtml;
    expect(title).toBe("If the price were 20 CNY per seat per month, how likely would you be to buy?");
  });

  test("walks the ladder from the drawn step in one direction until the answer turns", () => {
    const steps = (start: number, data: Record<string, unknown> = {}) => {
      const model = new Model(json);
      model.setVariable("ladderStart", start);
      for (const [name, answer] of Object.entries(data)) model.setValue(name, answer);
      return visible(model).filter((name) => name.startsWith("price_ladder"));
    };
    expect(json.draws).toEqual([{ name: "ladderStart", max: 3 }]);
    expect(
      elementsOf(json)
        .filter(({ measure }) => measure === "price.ladder")
        .map(({ subject }) => subject),
    ).toEqual(["100", "200", "300"]);
    expect(steps(2)).toEqual(["price_ladder_2"]);
    expect(steps(2, { price_ladder_2: true })).toEqual(["price_ladder_2", "price_ladder_3"]);
    expect(steps(2, { price_ladder_2: false })).toEqual(["price_ladder_1", "price_ladder_2"]);
    expect(steps(1, { price_ladder_1: true })).toEqual(["price_ladder_1", "price_ladder_2"]);
    expect(steps(1, { price_ladder_1: true, price_ladder_2: true })).toHaveLength(3);
    expect(steps(3, { price_ladder_3: false })).toEqual(["price_ladder_2", "price_ladder_3"]);
  });

  test("leaves the ladder and its draw out without prices", () => {
    const plain = buildQuestionnaire("decider", fullBrief({ priceLadder: [] }));
    expect(plain.draws).toBeUndefined();
    expect(elementsOf(plain).map(({ measure }) => measure)).not.toContain("price.ladder");
  });
});

describe("the role blocks", () => {
  test("best-worst tasks show every item four times, once in every place", () => {
    const tasks = elementsOf(buildQuestionnaire("decider", fullBrief()))
      .filter(({ measure }) => measure === "decider.best-worst")
      .map(({ columns }) => columns!.map(({ value }) => value));
    expect(tasks.map((task) => task.length)).toEqual([4, 4, 4, 4, 4]);
    for (const place of [0, 1, 2, 3]) expect(new Set(tasks.map((task) => task[place])).size).toBe(5);
  });

  test("100-point splits refuse another sum and may be left empty", () => {
    const model = new Model(buildQuestionnaire("it-security", fullBrief()));
    const split = model.getQuestionByName("gate_influence");
    const passes = (value: Record<string, number>) => {
      split.value = value;
      return split.validate(false);
    };
    expect(split.validate(false)).toBe(true);
    expect(passes({ decider: 60, "it-security": 40 })).toBe(true);
    expect(passes({ decider: 60, "it-security": 30 })).toBe(false);
  });

  test("only the chosen causes are ranked", () => {
    const model = modelOf(buildQuestionnaire("user", fullBrief()), {
      user_causes: ["wrong-leads", "few-renewals"],
    });
    expect(visible(model)).toContain("user_causes_rank");
    const ranking = model.getQuestionByName("user_causes_rank") as QuestionRadiogroupModel;
    expect(ranking.visibleChoices.map(({ value }) => value).sort()).toEqual(["few-renewals", "wrong-leads"]);
    model.setValue("user_causes", ["wrong-leads"]);
    expect(visible(model)).not.toContain("user_causes_rank");
    model.setValue("user_causes", ["dontknow"]);
    expect(visible(model)).not.toContain("user_cause_text");
  });

  test("a need of the study's own is quoted with causes that fit any need", () => {
    const fuzzyNeed = { "zh-CN": "交付总是延期", en: "we always deliver late" };
    const causes = elementsOf(buildQuestionnaire("user", fullBrief({ fuzzyNeed }))).find(
      ({ measure }) => measure === "user.causes",
    );
    expect(causes?.title.en).toContain("we always deliver late");
    expect(causes?.title["zh-cn"]).toContain("交付总是延期");
    expect(causes?.choices?.map(({ value }) => value)).toContain("unclear-process");
  });

  test("a competitor is judged only by those who have tried it", () => {
    const id = "0190a1b2-0000-7000-8000-000000000001";
    const json = buildQuestionnaire("requester", fullBrief());
    const judged = (level: string) =>
      visible(modelOf(json, { competitor_awareness: { [id]: level } })).includes(`competitor_features_${id}`);
    expect([judged("heard"), judged("tried"), judged("using")]).toEqual([false, true, true]);
    const us = (relation: string) =>
      visible(modelOf(json, { gate_relation: relation })).includes("competitor_performance_us");
    expect([us("none"), us("former")]).toEqual([false, true]);
  });

  test("Kano pairs cover the study's features and name them as subject", () => {
    const features = ["a", "b", "c", "d", "e", "f", "g"].map((id) => ({
      id,
      name: { "zh-CN": `功能${id}`, en: `Feature ${id}` },
    }));
    const subjects = (measure: string) =>
      elementsOf(buildQuestionnaire("user", fullBrief({ features })))
        .filter((element) => element.measure === measure)
        .map(({ subject }) => subject);
    expect(subjects("user.kano.functional")).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(subjects("user.kano.dysfunctional")).toEqual(subjects("user.kano.functional"));
  });
});

describe("around the questions", () => {
  test("the gate asks for the main role only when several are held", () => {
    const json = buildGate(fullBrief());
    expect(visible(modelOf(json, { gate_roles: ["user"] }))).toEqual(["gate_roles"]);
    const model = modelOf(json, { gate_roles: ["user", "gatekeeper"] });
    const main = model.getQuestionByName("gate_primary_role") as QuestionRadiogroupModel;
    expect(main.isVisible).toBe(true);
    expect(main.visibleChoices.map(({ value }) => value)).toEqual(["user", "gatekeeper"]);
    expect([gateRoleToChainRole.initiator, gateRoleToChainRole.gatekeeper]).toEqual([
      "requester",
      "it-security",
    ]);
  });

  test("a questionnaire opens in the study's first language", () => {
    expect(buildQuestionnaire("user", fullBrief()).locale).toBe("zh-cn");
    expect(buildQuestionnaire("user", fullBrief({ languages: ["en", "zh-CN"] })).locale).toBe("en");
  });

  test("the studied industry is listed first, the others keep their order", () => {
    const listed = (industry?: string) =>
      elementsOf(buildQuestionnaire("user", fullBrief({ industry })))
        .find(({ measure }) => measure === "gate.industry")
        ?.choices?.map(({ value }) => value);
    expect(listed("logistics")?.slice(0, 2)).toEqual(["logistics", "manufacturing"]);
    expect(listed("shipbuilding")).toEqual(listed());
  });

  test("consent names the asker in both languages and so does the thank-you", () => {
    for (const text of [consentText(fullBrief()), thankYouText(fullBrief())]) {
      expect(text["zh-CN"]).toContain("Acme");
      expect(text.en).toContain("Acme");
      expect(text["zh-CN"]).toContain("放在一起看");
      expect(text.en).toMatch(/together/);
    }
  });
});
