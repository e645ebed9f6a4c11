import { describe, expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import {
  anchorAttributes,
  attentionAnswer,
  coreUseBands,
  pmfAnswers,
  spendBands,
} from "~/domain/questionnaire/answer-options";
import { measures } from "~/domain/questionnaire/measures";
import { buildGate, buildQuestionnaire } from "~/domain/questionnaire/templates";
import { everyBrief } from "./briefs";

const shapesByType: Record<string, readonly string[]> = {
  text: ["text", "number"],
  comment: ["text"],
  radiogroup: ["choice"],
  dropdown: ["choice"],
  checkbox: ["choices"],
  rating: ["scale"],
  matrix: ["matrix", "best-worst"],
  ranking: ["ranking"],
  boolean: ["boolean"],
  multipletext: ["points"],
};

describe("measures", () => {
  test("every key is listed once", () => {
    const keys = measures.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test.each(chainRoles)("the %s questionnaire asks exactly the measures listed for the role", (role) => {
    const asked = new Set(
      everyBrief.flatMap(({ brief }) =>
        buildQuestionnaire(role, brief).pages.flatMap((page) => page.elements.map(({ measure }) => measure)),
      ),
    );
    const listed = measures.filter(({ roles }) => roles.includes(role)).map(({ key }) => key);
    expect([...asked].sort()).toEqual([...listed].sort());
  });

  test("what no role is asked is asked by the gate", () => {
    const asked = everyBrief.map(({ brief }) =>
      buildGate(brief).pages.flatMap((page) => page.elements.map(({ measure }) => measure)),
    );
    const listed = measures.filter(({ roles }) => roles.length === 0).map(({ key }) => key);
    for (const keys of asked) expect(keys).toEqual(listed);
  });

  test("each question's type gives the shape its measure promises", () => {
    const shapeOf = new Map<string, string>(measures.map(({ key, shape }) => [key, shape]));
    for (const { brief } of everyBrief)
      for (const role of chainRoles)
        for (const { elements } of buildQuestionnaire(role, brief).pages)
          for (const { type, measure, inputType, eachRowUnique } of elements) {
            const shape = shapeOf.get(measure);
            expect(shapesByType[type], measure).toContain(shape);
            expect(inputType === "number", measure).toBe(shape === "number");
            expect(eachRowUnique === true, measure).toBe(shape === "best-worst");
          }
  });

  test("bands rise and begin at nothing", () => {
    for (const bands of [coreUseBands, spendBands]) {
      const from = bands.map((band) => band.from);
      expect(from).toEqual([...from].sort((a, b) => a - b));
      expect(from[0]).toBe(0);
    }
  });

  test("the anchor has its eight attributes and the attention item an answer of Ellis's scale", () => {
    expect(anchorAttributes.map(({ value }) => value)).toEqual([
      "earn-more",
      "spend-less",
      "functions",
      "price",
      "service",
      "smooth-use",
      "interface",
      "integration-security",
    ]);
    expect(pmfAnswers.map(({ value }) => value)).toContain(attentionAnswer);
  });
});
