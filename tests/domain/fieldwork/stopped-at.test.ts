import { expect, test } from "vitest";
import { stoppedAt } from "~/domain/fieldwork/stopped-at";
import type { Compiled } from "~/domain/questionnaire/compiled";

const text = (word: string) => ({ "zh-CN": word, en: word });
const version = (...names: string[]): Compiled => ({
  ...{ format: 1, title: text("T"), light: true, draws: [] },
  pages: names.map((name) => ({ name, title: text(name.toUpperCase()), items: [] })),
});
const versions = new Map([
  ["v1", version("a", "b", "c")],
  ["v2", version("b", "c")],
]);
const at = (role: "user" | "decider", versionId: string, page: string, updatedAt: number) => ({
  ...{ role, versionId, page, updatedAt },
});

test("counts per role and page, in their order, named as in the newest response", () => {
  const partial = [
    at("user", "v1", "c", 1),
    at("user", "v1", "b", 5),
    at("user", "v2", "b", 9),
    at("decider", "v1", "a", 2),
  ];
  expect(stoppedAt(partial, versions)).toEqual([
    { role: "decider", page: "a", number: 1, title: text("A"), n: 1, lastAt: 2 },
    { role: "user", page: "b", number: 1, title: text("B"), n: 2, lastAt: 9 },
    { role: "user", page: "c", number: 3, title: text("C"), n: 1, lastAt: 1 },
  ]);
});

test("leaves out what no version knows", () => {
  expect(stoppedAt([at("user", "gone", "a", 1), at("user", "v1", "z", 1)], versions)).toEqual([]);
});
