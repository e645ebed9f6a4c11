import { beforeAll, expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Compiled } from "~/domain/questionnaire/compiled";
import { carriedInto, firstOpenPage, rolesAtGate } from "~/domain/questionnaire/route-by-role";
import { buildGate } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";

const compile = async (json: unknown): Promise<Compiled> => {
  const result = await compileQuestionnaire(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
};

let gate: Compiled;
beforeAll(async () => {
  gate = await compile(buildGate(sampleBrief));
});

test.each([
  [{ gate_roles: ["user"] }, ["user"]],
  [{ gate_roles: ["user", "decider"], gate_primary_role: "user" }, ["user", "decider"]],
  [
    { gate_roles: ["gatekeeper", "buyer", "influencer"], gate_primary_role: "buyer" },
    ["procurement", "requester", "it-security"],
  ],
  // Two gate roles may be one chain role.
  [{ gate_roles: ["initiator", "influencer"], gate_primary_role: "influencer" }, ["requester"]],
  [{}, []],
])("the main role comes first, then the others held: %j", (answers, roles) => {
  expect(rolesAtGate(gate, answers)).toEqual(roles);
});

test("answers given at the gate are not asked again", async () => {
  const questionnaire = await compile({
    pages: [
      { name: "one", elements: [{ type: "text", name: "company" }] },
      { name: "two", visibleIf: "{company} = 'Acme'", elements: [{ type: "text", name: "size" }] },
      { name: "three", elements: [{ type: "text", name: "rest" }] },
    ],
  });
  const carried = carriedInto(questionnaire, { company: "Acme", other: "x", "other-Comment": "y" });
  expect(carried).toEqual({ company: "Acme" });
  expect(firstOpenPage(questionnaire, carried, {})).toBe("two");
  expect(firstOpenPage(questionnaire, { company: "Beta" }, {})).toBe("three");
  expect(firstOpenPage(questionnaire, {}, {})).toBe("one");
});
