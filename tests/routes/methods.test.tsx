import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Language, languages } from "~/domain/language";
import { allMethods } from "~/domain/methods/all-methods";
import { type Method, methodFamilies } from "~/domain/methods/method";
import { noValue, value } from "~/domain/outcome";
import { writeExample } from "~/features/methods/example-format";
import { MethodList } from "~/features/methods/method-list";
import { MethodPage } from "~/features/methods/method-page";
import { viewFamilies, viewMethod } from "~/features/methods/view";
import { formatOf } from "~/i18n/format";
import { textOf } from "~/i18n/text";
import { loader as loadMethod } from "~/routes/methods/method";
import { loader as loadMethods } from "~/routes/methods/methods";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { drawn, read } from "../components/draw";
import { namedMethods } from "../support/architecture/screens";
import { parse, readSources } from "../support/architecture/sources";
import { openMemoryStore } from "../support/stores";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  useStore(store);
});
afterEach(() => store.close());

const asked = (path: string, language: Language, params: Record<string, string> = {}) => ({
  request: new Request(`http://localhost${path}`, { headers: { Cookie: `lang=${language}` } }),
  params,
  context: {},
});

const inBoth = languages.flatMap((language) => allMethods.map(({ key }) => ({ key, language })));
const chinese = /[\u3400-\u9fff]/;

describe("every method", () => {
  test.each(inBoth)("$key reads whole in $language, its example computed", async ({ key, language }) => {
    const { method } = await loadMethod(asked(`/methods/${key}`, language, { key }));
    const { formula, sources, example } = method;
    const parts = [...formula, ...sources, ...method.fails, ...method.plain, method.name, method.given];
    expect(parts.filter((part) => part.trim() === "")).toEqual([]);
    expect([formula, sources, method.fails, method.plain].map(({ length }) => length)).not.toContain(0);
    expect(example.ok && example.lines.length).toBeGreaterThan(0);
    const labels = example.ok ? example.lines.map(({ label }) => label) : [];
    expect(new Set(labels).size).toBe(labels.length);
    const text = read(drawn(<MethodPage method={method} />, language));
    expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
    expect(chinese.test([...method.plain, ...method.fails].join("").slice(0, 20))).toBe(language === "zh-CN");
  });

  test("has an address of its own and a family that the list shows", async () => {
    const keys = allMethods.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
    const { families } = await loadMethods(asked("/methods", "zh-CN"));
    expect(families.map(({ family }) => family)).toEqual([...methodFamilies]);
    const listed = drawn(<MethodList families={families} />, "zh-CN");
    expect(keys.filter((key) => !listed.includes(`href="/methods/${key}"`))).toEqual([]);
  });
});

test("a method nobody knows is not found", async () => {
  const refused = await loadMethod(asked("/methods/astrology", "en", { key: "astrology" })).catch(
    (response: unknown) => response,
  );
  expect(refused).toMatchObject({ status: 404 });
});

test("every figure that links to a method finds it", () => {
  const known = new Set(allMethods.map(({ key }) => key));
  const named = namedMethods(readSources(["app/features", "app/routes", "app/components"]));
  expect(named.filter(({ key }) => !known.has(key))).toEqual([]);
  const snippet = parse(
    "app/features/a/b.tsx",
    `const a = <Form method="post"><Figure method={wide ? "kano" : "astrology"} /></Form>;`,
  );
  expect(namedMethods([snippet]).map(({ key }) => key)).toEqual(["kano", "astrology"]);
});

const invented = (key: string, example: Method["example"]["compute"]): Method => ({
  key,
  family: "pmf",
  name: { en: `Name of ${key}`, "zh-CN": key },
  plain: [{ en: "First. Second.", "zh-CN": "一。二。" }],
  formula: ["a = b"],
  fails: [{ en: "Never.", "zh-CN": "从不。" }],
  sources: ["Somebody (1999)"],
  example: { given: { en: "Two answers.", "zh-CN": "两条回答。" }, compute: example },
});

test("an example without a value says why, and neighbours are those of the family", () => {
  const methods = [
    invented("one", () => value([])),
    { ...invented("other", () => value([])), family: "price" as const },
    invented("two", () => noValue("too-few")),
  ];
  const view = viewMethod(methods, "two", "en");
  expect(view?.previous).toEqual({ key: "one", name: "Name of one" });
  expect(view?.next).toBeUndefined();
  expect(read(drawn(<MethodPage method={view!} />))).toContain(textOf("en", "reasons")["too-few"]);
  expect(viewFamilies(methods, "zh-CN").map(({ methods: [first] }) => first?.line)).toEqual(["一。", "一。"]);
  expect(viewFamilies(methods, "en")[0]?.methods[0]?.line).toBe("First.");
});

test("figures of an example are written with their unit", () => {
  const written = (language: Language, ...given: [Parameters<typeof writeExample>[2], number[] | string]) =>
    writeExample(formatOf(language), textOf(language, "methods").example, ...given);
  expect(written("en", "share", [0.423])).toBe("42.3%");
  expect(written("en", "share", [0.1, 0.25])).toBe("10.0% to 25.0%");
  expect(written("zh-CN", "share", [0.1, 0.25])).toBe("10.0%～25.0%");
  expect(written("en", "number", [-0.81818])).toBe("-0.818");
  expect(written("en", "number", [1857.2026])).toBe("1,857.2");
  expect(written("en", "integer", [5, 4, 3])).toBe("5 · 4 · 3");
  expect(written("en", "points", [12.34, 40])).toBe("12.3 to 40 points");
  expect(written("en", "money", [623_538_290.7])).toBe("¥624M");
  expect(written("zh-CN", "money", [199])).toBe("¥199");
  expect(written("en", "p-value", [0.0004])).toBe("less than 0.001");
  expect(written("en", "p-value", [0.0412])).toBe("0.041");
  expect(written("en", "number", "must-be")).toBe("must-be");
});
