import { describe, expect, test } from "vitest";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import {
  askedKano,
  asksAlike,
  blockKeys,
  buildBlock,
  hasBlock,
  itemLines,
  readItems,
} from "~/domain/questionnaire/blocks";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { applyEdit } from "~/domain/questionnaire/draft-change";
import {
  entryTexts,
  linesOf,
  newEntry,
  readLines,
  withEntryText,
} from "~/domain/questionnaire/draft-entries";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { stepEdit } from "~/domain/questionnaire/draft-step";
import { isObject, listOf } from "~/domain/questionnaire/draft-tree";
import {
  asKind,
  kindOf,
  kinsOf,
  newPage,
  newQuestion,
  questionKinds,
} from "~/domain/questionnaire/new-question";
import { previewJson } from "~/domain/questionnaire/preview-json";
import { sampleBrief } from "~/domain/study/sample-brief";

const brief = { ...sampleBrief, competitors: [{ id: "beta", name: "Beta" }], priceLadder: [10, 20] };
const features = sampleBrief.features ?? [];
const input = {
  title: { "zh-CN": "哪项最重要？", en: "Which matters most?" },
  items: "价格 | Price\n服务 | Service\n功能 | Functions\n界面 | Interface\n案例 | References",
  need: { "zh-CN": "获客成本太高", en: "" },
  featureId: features[0]?.id ?? "reports",
};
const given = {
  brief: { ...brief, features: [{ id: input.featureId, name: { "zh-CN": "报表", en: "Reports" } }] },
  input,
  seed: 7,
};
const empty = { pages: [] };

describe.each(blockKeys)("the block %s", (key) => {
  test.each(chainRoles)(
    "can be put into a questionnaire for %s, twice at most, and published",
    async (role) => {
      const made = buildBlock(key, { ...given, role, draft: empty });
      if (!made.ok) throw new Error(made.reason);
      const edit = { edit: "insert-pages" as const, at: 0, ...made.value };
      const once = applyEdit(empty, edit)?.draft;
      const compiled = await compileQuestionnaire(once);
      expect(compiled.ok ? [] : compiled.problems).toEqual([]);
      expect(hasBlock(once, key)).toBe(!["kano", "best-worst", "points"].includes(key));
      const twice = applyEdit(once, edit)?.draft;
      const again = await compileQuestionnaire(twice);
      expect(again.ok ? [] : again.problems).toEqual([]);
    },
  );
});

test("best-worst tasks show every item about equally often, and each task four different ones", () => {
  const made = buildBlock("best-worst", { ...given, role: "decider", draft: empty });
  if (!made.ok) throw new Error(made.reason);
  const tasks = outlineOf({ pages: made.value.pages }).flatMap(({ kind, part }) =>
    kind === "question" && Array.isArray(part.columns)
      ? [part.columns.map((one) => isObject(one) && one.value)]
      : [],
  );
  expect(tasks.every((shown) => new Set(shown).size === 4)).toBe(true);
  const counts = readItems(input.items).map(({ id }) => tasks.flat().filter((value) => value === id).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
});

test("blocks of best-worst tasks about other items stand apart; the same items have the same subject in every role", () => {
  const subjectsOf = (draft: unknown) => [
    ...new Set(
      outlineOf(draft).flatMap(({ part }) => (part.measure === "decider.best-worst" ? [part.subject] : [])),
    ),
  ];
  const withBlock = (draft: unknown, items: string, title: string, role: ChainRole) => {
    const words = { "zh-CN": title, en: title };
    const made = buildBlock("best-worst", {
      ...given,
      role,
      draft,
      input: { ...input, items, title: words },
    });
    if (!made.ok) throw new Error(made.reason);
    return applyEdit(draft, { edit: "insert-pages", at: 0, ...made.value })?.draft;
  };
  const other = "甲\n乙\n丙\n丁";
  const one = withBlock(empty, input.items, "First", "decider");
  const two = withBlock(one, other, "Second", "decider");
  const three = withBlock(two, other, "Third", "decider");
  expect(subjectsOf(three)).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
  expect(subjectsOf(withBlock(empty, other, "Elsewhere", "user"))).toEqual([subjectsOf(three)[1]]);
  expect(subjectsOf(one)[0]).toMatch(/^price-service-functions-/);
  const asks = (en: string) => asksAlike(three, { "zh-CN": "别的", en });
  expect(["Second", "Second ", "Fourth"].map(asks)).toEqual([true, true, false]);
});

test("causes that were asked before keep their values", () => {
  const known = [{ id: "hand", name: { "zh-CN": "手工筛选", en: "Screening by hand" } }];
  const fresh = { id: "late", name: { "zh-CN": "反馈太晚", en: "Late feedback" } };
  const lines = itemLines([...known, fresh]);
  const made = buildBlock("causes", {
    ...{ ...given, role: "user", draft: empty },
    input: { ...input, items: lines, known },
  });
  const asked = outlineOf({ pages: made.ok && made.value.pages }).find(
    ({ part }) => part.measure === "user.causes",
  );
  expect(listOf(asked?.part.choices).map((one) => isObject(one) && one.value)).toEqual([
    "hand",
    "late-feedback",
  ]);
});

test("too few items make no block, and a Kano pair remembers its feature", () => {
  expect(
    buildBlock("best-worst", { ...given, role: "user", draft: empty, input: { ...input, items: "a\nb\nc" } })
      .ok,
  ).toBe(false);
  expect(
    buildBlock("points", { ...given, role: "user", draft: empty, input: { ...input, items: "a" } }).ok,
  ).toBe(false);
  const kano = buildBlock("kano", { ...given, role: "user", draft: empty });
  expect(kano.ok && askedKano({ pages: kano.value.pages })).toEqual([input.featureId]);
});

test("items are typed a line each, in one language or two", () => {
  expect(readItems("价格 | Price\n\nSupport\n只有中文\nPrice | Price")).toEqual([
    { id: "price", name: { "zh-CN": "价格", en: "Price" } },
    { id: "support", name: { "zh-CN": "Support", en: "Support" } },
    { id: "item3", name: { "zh-CN": "只有中文", en: "只有中文" } },
  ]);
});

describe.each(questionKinds)("a new question of the kind %s", (kind) => {
  const draft = applyEdit(
    { takesFiles: true, pages: [newPage()] },
    { edit: "insert", container: ["pages", 0], at: 0, elements: [newQuestion(kind)] },
  )?.draft;

  test("is known by its kind and can be published as it is", async () => {
    expect(kindOf(newQuestion(kind))).toBe(kind);
    const filled =
      kind === "panel"
        ? applyEdit(draft, {
            edit: "insert",
            container: ["pages", 0, "elements", 0],
            at: 0,
            elements: [newQuestion("text")],
          })?.draft
        : draft;
    const compiled = await compileQuestionnaire(filled);
    expect(compiled.ok ? compiled.warnings : compiled.problems).toEqual([]);
  });

  test("turns into its kin and back", () => {
    for (const kin of kinsOf[kind] ?? []) {
      const turned = { ...newQuestion(kind), ...asKind(kin) };
      expect(kindOf(turned)).toBe(kin);
      expect(kindOf({ ...turned, ...asKind(kind) })).toBe(kind);
    }
  });
});

describe("the entries of a list", () => {
  const choices = [
    "a",
    "b|Bee",
    3,
    { value: "d", text: { default: "Dee", en: "Dee", "zh-cn": "丁", fr: "Dé" }, visibleIf: "{x} = 1" },
  ];

  test("show their wording, whatever their form", () => {
    expect(choices.map((entry) => entryTexts("values", entry).words.en)).toEqual(["a", "Bee", "3", "Dee"]);
  });

  test("are reworded in one language, and keep their value and all else", () => {
    expect(withEntryText("values", "b|Bee", "zh-CN", "乙")).toEqual({
      value: "b",
      text: { default: "Bee", "zh-cn": "乙" },
    });
    expect(withEntryText("values", choices[3], "en", "Dea")).toEqual({
      value: "d",
      text: { default: "Dea", en: "Dea", "zh-cn": "丁", fr: "Dé" },
      visibleIf: "{x} = 1",
    });
    expect(entryTexts("values", withEntryText("values", 3, "en", "")).id).toBe("3");
  });

  test("come back from their lines as they were; new lines get free values", () => {
    expect(readLines("values", linesOf("values", choices), choices)).toEqual(choices);
    const pasted = readLines("values", "丁 | Dee\n新 | D\na", choices);
    expect(pasted.map((entry) => entryTexts("values", entry).id)).toEqual(["d", "d_2", "a"]);
    expect(entryTexts("fields", newEntry("fields", [{ name: "field2" }])).id).toBe("field3");
  });
});

describe("a step of the keyboard", () => {
  const draft = {
    pages: [
      {
        name: "p1",
        elements: [
          { type: "text", name: "a" },
          { type: "panel", name: "box", elements: [{ type: "text", name: "b" }] },
        ],
      },
      { name: "p2", elements: [{ type: "text", name: "c" }] },
    ],
  };
  const stepped = (path: (string | number)[], direction: "up" | "down" | "in" | "out") => {
    const edit = stepEdit(draft, path, direction);
    return edit && outlineOf(applyEdit(draft, edit)?.draft).map(({ part }) => part.name);
  };
  const box = ["pages", 0, "elements", 1];

  test("goes over the ends of pages and panels, into panels and out of them", () => {
    expect(stepped(box, "up")).toEqual(["p1", "box", "b", "a", "p2", "c"]);
    expect(stepped(box, "down")).toEqual(["p1", "a", "p2", "box", "b", "c"]);
    expect(stepped(["pages", 1, "elements", 0], "up")).toEqual(["p1", "a", "box", "b", "c", "p2"]);
    expect(stepped([...box, "elements", 0], "up")).toEqual(["p1", "a", "b", "box", "p2", "c"]);
    expect(stepped([...box, "elements", 0], "out")).toEqual(["p1", "a", "box", "b", "p2", "c"]);
    expect(stepped(["pages", 1], "up")).toEqual(["p2", "c", "p1", "a", "box", "b"]);
    expect(stepped(["pages", 0, "elements", 0], "up")).toBeNull();
    expect(stepped(["pages", 0, "elements", 0], "in")).toBeNull();
  });
});

test("a preview has the part alone, without its conditions, what it would fetch, and scripts", () => {
  const html = '<p onclick="x()">Hi<script>alert(1)</script></p>';
  const draft = {
    completedHtml: html,
    pages: [
      {
        name: "p",
        title: "Page",
        elements: [
          { type: "html", name: "h", html: { default: html, "zh-cn": html }, visibleIf: "{a} = 1" },
          { type: "dropdown", name: "d", choicesByUrl: { url: "https://example.com" }, choices: ["a"] },
          { type: "signaturepad", name: "f" },
        ],
      },
    ],
  };
  const written = JSON.stringify(previewJson(draft, ["pages", 0], "en"));
  expect(written).not.toMatch(/script|onclick|visibleIf|choicesByUrl|signaturepad/);
  expect(previewJson(draft, ["pages", 0, "elements", 1], "zh-CN")).toMatchObject({ locale: "zh-cn" });
  expect(previewJson(draft, ["pages", 4], "en")).toBeNull();
});
