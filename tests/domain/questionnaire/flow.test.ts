import { expect, test } from "vitest";
import { isRequired, nextPage, previousPage, progress, visibleState } from "~/domain/questionnaire/flow";
import { compiledOf } from "./compiled-of";

const pages = () =>
  compiledOf({
    pages: [
      { name: "gate", elements: [{ type: "radiogroup", name: "role", choices: ["decider", "user"] }] },
      {
        name: "money",
        elements: [
          { type: "text", name: "budget", visibleIf: "{role} = 'decider'", requiredIf: "{limit} > 1" },
        ],
      },
      { name: "use", visibleIf: "{role} = 'user'", elements: [{ type: "text", name: "scene" }] },
      { name: "end", elements: [{ type: "comment", name: "more" }] },
    ],
  });

test("a page is visible when its condition holds and one of its questions is", async () => {
  const compiled = await pages();
  expect(visibleState(compiled, {}, {})).toEqual({
    pages: new Set(["gate", "end"]),
    items: new Set(["role", "more"]),
  });
  expect([...visibleState(compiled, { role: "decider" }, {}).pages]).toEqual(["gate", "money", "end"]);
  expect([...visibleState(compiled, {}, { role: "user" }).items]).toEqual(["role", "scene", "more"]);
});

test("pages follow each other over the hidden ones", async () => {
  const compiled = await pages();
  expect(nextPage(compiled, null, {}, {})).toBe("gate");
  expect(nextPage(compiled, "gate", {}, {})).toBe("end");
  expect(nextPage(compiled, "gate", { role: "user" }, {})).toBe("use");
  expect(nextPage(compiled, "end", {}, {})).toBeNull();
  expect(previousPage(compiled, "end", { role: "decider" }, {})).toBe("money");
  expect(previousPage(compiled, "gate", {}, {})).toBeNull();
  expect(previousPage(compiled, "elsewhere", {}, {})).toBeNull();
});

test("progress counts the pages that are visible now", async () => {
  const compiled = await pages();
  expect(progress(compiled, "end", { role: "user" }, {})).toEqual({ page: 3, pages: 3 });
  expect(progress(compiled, "use", {}, {})).toEqual({ page: 0, pages: 2 });
});

test("a question is required when its condition says so", async () => {
  const budget = (await pages()).pages[1]!.items[0]!;
  expect(isRequired(budget, {}, {})).toBe(false);
  expect(isRequired(budget, {}, { limit: 2 })).toBe(true);
});
