import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorDifferences } from "~/domain/questionnaire/before-publishing";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { applyEdit } from "~/domain/questionnaire/draft-change";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { findQuestion, questionsOf, readText } from "~/domain/questionnaire/draft-tree";
import { builtInItems, exampleBrief } from "~/domain/questionnaire/own-bank/built-in";
import { ignoreWording, stateOfCopies } from "~/domain/questionnaire/own-bank/copies";
import { anchorsOf, planInsert } from "~/domain/questionnaire/own-bank/insert-item";
import {
  draftOfItem,
  type ItemContent,
  isFound,
  kindOfItem,
  measuresOfItem,
  readContent,
  readTags,
  searchTextOf,
  titleOfItem,
} from "~/domain/questionnaire/own-bank/item";
import { copiesIn, originProperty, withoutOriginsIn } from "~/domain/questionnaire/own-bank/origin";
import { withoutProduct, withProduct } from "~/domain/questionnaire/own-bank/product-name";
import { itemFrom, markSaved } from "~/domain/questionnaire/own-bank/save-item";
import { lookAtNewer, takeOver } from "~/domain/questionnaire/own-bank/take-over";
import { sentJson } from "~/domain/questionnaire/sent-json";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";
import { businessTypes } from "~/domain/study/study";
import { anyDraft } from "../../support/any-draft";

const text = (zh: string, en: string) => ({ default: en, "zh-cn": zh, en });
const onPage = (...elements: object[]) => ({ pages: [{ name: "page1", elements }] });
const none = { product: "Kaoqin", anchors: {} };

/** A block of two questions, the second asked by the answer to the first and by one that is outside. */
const source = {
  pages: [
    { name: "before", elements: [{ type: "text", name: "outside" }] },
    {
      name: "support",
      title: text("客服", "Support"),
      elements: [
        { type: "rating", name: "speed", title: text("禾木的客服快吗？", "How fast is Hemu's support?") },
        {
          ...{ type: "comment", name: "why", title: text("为什么？", "Why?"), visibleIf: "{speed} < 3" },
          requiredIf: "{outside} notempty",
        },
      ],
    },
  ],
};
const [block] = [itemFrom(source, [["pages", 1]], { product: "Hemu" })];
const saved = { id: "i1", revision: 1, content: block?.content as ItemContent };

/** A draft after an item was put into its first page. */
const inserted = (draft: object, content: ItemContent, given: object = {}) => {
  const plan = planInsert(draft, content, { ...none, ...given });
  const edit =
    content.holds === "pages"
      ? ({ edit: "insert-pages", at: 1, pages: plan.parts } as const)
      : ({ edit: "insert", container: ["pages", 0], at: 0, elements: plan.parts } as const);
  return { plan, draft: applyEdit(draft, edit)?.draft };
};

describe("what is saved", () => {
  test("keeps both languages and conditions inside, and leaves out those that ask outside", () => {
    expect(kindOfItem(saved.content)).toBe("page");
    expect(titleOfItem(saved.content)).toEqual({ "zh-CN": "客服", en: "Support" });
    expect(block?.leftOut).toEqual(["{outside} notempty"]);
    const why = findQuestion(draftOfItem(saved.content), "why")?.element;
    expect(why).toMatchObject({ visibleIf: "{speed} < 3" });
    expect(why).not.toHaveProperty("requiredIf");
  });

  test("has a mark where the product was named, filled by each study; parts of words stay", () => {
    const title = (product: string) =>
      readText(findQuestion(draftOfItem(withProduct(saved.content, product)), "speed")?.element.title);
    expect(title("Kaoqin").en).toBe("How fast is Kaoqin's support?");
    const part = [{ name: "Hemu", title: "Hemu, Hemuland", value: "Hemu" }];
    expect(withoutProduct(part, "Hemu")).toEqual([
      { name: "Hemu", title: "{{product}}, Hemuland", value: "Hemu" },
    ]);
    expect(withoutProduct(part, "H")).toEqual(part);
  });

  test("is found by either language, names, measures and tags", () => {
    const searched = searchTextOf({ name: "Help desk", tags: ["服务"], content: saved.content });
    for (const search of ["客服", "SUPPORT fast", "help", "服务", "speed"]) {
      expect(isFound(searched, search), search).toBe(true);
    }
    expect(isFound(searched, "support slow")).toBe(false);
  });

  test("tags are read with either comma, once each", () => {
    expect(readTags(" a, b，a、 ,c")).toEqual(["a", "b", "c"]);
  });

  test.each([
    ["no object", null],
    ["no parts", { holds: "pages", parts: [], draws: [] }],
    ["a part without a name", { holds: "pages", parts: [{}], draws: [] }],
    ["a forbidden key", JSON.parse('{"holds":"pages","parts":[{"name":"a","__proto__":{}}],"draws":[]}')],
    ["too much", { holds: "pages", parts: [{ name: "a", title: "x".repeat(300_000) }], draws: [] }],
  ])("%s is not kept", (_, given) => {
    expect(readContent(given)).toBeNull();
  });
});

describe("what is inserted", () => {
  test("gets free names that its conditions follow, and is known wherever it goes", () => {
    const { plan, draft } = inserted(onPage({ type: "text", name: "speed" }), saved.content, {
      origin: saved,
    });
    expect(plan.renamed).toEqual([{ from: "speed", to: "speed_2" }]);
    expect(findQuestion(draft, "why")?.element.visibleIf).toBe("{speed_2} < 3");
    expect(copiesIn(draft, "i1").map(({ origin }) => origin.part)).toEqual(["support", "speed", "why"]);
    expect(stateOfCopies(draft, saved, "Kaoqin")).toBe("same");
    const sent = sentJson({ ...(draft as object), accepted: [{ reason: "ours" }] });
    expect(sent).toEqual(withoutOriginsIn(draft));
    expect(JSON.stringify(sent)).not.toContain(originProperty);
  });

  test("leaves measures behind that are asked already, but keeps its own series", () => {
    const tasks: ItemContent = {
      ...{ holds: "questions", draws: [] },
      parts: [1, 2].map((n) => ({ type: "matrix", name: `task${n}`, measure: "decider.best-worst" })),
    };
    const fresh = inserted(onPage(), tasks).plan;
    expect([fresh.kept, fresh.dropped]).toEqual([["decider.best-worst"], []]);
    const asked = inserted(onPage({ type: "matrix", name: "a", measure: "decider.best-worst" }), tasks);
    expect(asked.plan.dropped).toEqual(["decider.best-worst"]);
    expect(questionsOf(asked.draft).filter(({ element }) => element.measure !== undefined)).toHaveLength(1);
  });

  test("leaves out conditions on questions that are not there", () => {
    const item = itemFrom(
      onPage({ type: "text", name: "a", visibleIf: "{gate_relation} = 'customer'" }),
      [["pages", 0, "elements", 0]],
      { product: "" },
    );
    expect(item?.leftOut).toEqual([]);
    const content = item?.content as ItemContent;
    expect(inserted(onPage(), content).plan.leftOut).toHaveLength(1);
    expect(inserted(onPage({ type: "text", name: "gate_relation" }), content).plan.leftOut).toEqual([]);
  });
});

describe("the anchor block", () => {
  const other = { ...sampleBrief, product: "Kaoqin", competitors: [{ id: "x", name: "X" }] };
  const pagesOf = (draft: object) =>
    outlineOf(draft).flatMap(({ path, kind, part }) =>
      kind === "page" && String(part.name).startsWith("anchor") ? [path] : [],
    );
  const from = buildQuestionnaire("decider", sampleBrief);
  const anchor = itemFrom(from, pagesOf(from), { product: sampleBrief.product })?.content as ItemContent;

  test.each(businessTypes)("comes exactly as the study's other roles have it: %s", (businessType) => {
    const role = buildQuestionnaire("user", { ...other, businessType });
    const { draft } = inserted(onPage(), anchor, { anchors: anchorsOf([role]), origin: saved });
    expect(measuresOfItem(anchor)).toContain("anchor.choice");
    expect(anchorDifferences(draft, [{ role: "user", draft: role }])).toEqual([]);
    const anchors = questionsOf(draft).map(({ element }) => element);
    expect(anchors).toHaveLength(6);
    expect(anchors.every((element) => element[originProperty] === undefined)).toBe(true);
  });

  test("is not put in twice", () => {
    const { plan } = inserted(from, anchor);
    expect(plan.twice).toEqual(measuresOfItem(anchor));
  });
});

test("publishing knows the mark of a copy, on questions, pages and panels", async () => {
  const mark = { [originProperty]: { id: "i1", part: "x", revision: 1 } };
  const panel = {
    type: "panel",
    name: "x",
    ...mark,
    elements: [{ type: "text", name: "a", title: "A", ...mark }],
  };
  const made = await compileQuestionnaire({ pages: [{ name: "p", ...mark, elements: [panel] }] });
  expect(made.ok && made.warnings.filter(({ code }) => code === "unknown-property")).toEqual([]);
});

describe("an item whose texts set in an answer", () => {
  const item: ItemContent = {
    ...{ holds: "questions", draws: [{ name: "start" }] },
    parts: [
      {
        ...{ type: "rating", name: "likely", visibleIf: "{cheap} notempty" },
        title: text("{cheap} 元会买吗？第 {pageno} 页", "Would you buy at {Cheap}, {start} or {own}?"),
      },
      { type: "text", name: "own", description: text("{panel.x}", "{gone.row} of {{product}}") },
    ],
  };
  const draft = onPage({ type: "text", name: "price" });

  test("says which questions are not there", () => {
    expect(planInsert(draft, item, none).piped).toEqual(["cheap", "gone"]);
    expect(planInsert(onPage({ type: "text", name: "CHEAP" }), item, none).piped).toEqual(["gone"]);
  });

  test("reads another question in their place, in its conditions too", () => {
    const plan = planInsert(draft, item, { ...none, standIns: new Map([["cheap", "price"]]) });
    expect(plan.piped).toEqual(["gone"]);
    expect(plan.leftOut).toEqual([]);
    const [likely] = plan.parts;
    expect(readText(likely?.title).en).toBe("Would you buy at {price}, {start} or {own}?");
    expect(likely?.visibleIf).toBe("{price} notempty");
  });
});

describe("a newer wording", () => {
  const reworded: ItemContent = {
    ...saved.content,
    parts: [
      {
        ...saved.content.parts[0],
        elements: [
          { type: "rating", name: "speed", title: text("{{product}}多快？", "How quick is {{product}}?") },
          { type: "text", name: "when", visibleIf: "{speed} > 1", title: text("何时？", "When?") },
        ],
      },
    ],
  };
  const newer = { ...saved, revision: 2, content: reworded, earlier: { 1: saved.content } };
  const base = inserted(onPage({ type: "text", name: "speed" }), saved.content, { origin: saved }).draft;
  const local = applyEdit(base, {
    ...{ edit: "set", path: ["pages", 1, "elements", 0, "visibleIf"], value: "{speed} notempty" },
  })?.draft;

  test("is taken over; names, conditions and what was added here stay", () => {
    expect(stateOfCopies(local, newer, "Kaoqin")).toBe("older");
    const edit = takeOver(local, newer, "Kaoqin");
    const draft = edit && applyEdit(local, edit)?.draft;
    const speed = findQuestion(draft, "speed_2")?.element;
    expect(readText(speed?.title).en).toBe("How quick is Kaoqin?");
    expect(speed?.visibleIf).toBe("{speed} notempty");
    // Added in the bank: it comes in, and asks about its neighbour by the name that has here.
    expect(findQuestion(draft, "when")?.element.visibleIf).toBe("{speed_2} > 1");
    // Taken out of the bank: it stays here on its own.
    expect(findQuestion(draft, "why")?.element).not.toHaveProperty(originProperty);
    expect(stateOfCopies(draft, newer, "Kaoqin")).toBe("same");
  });

  test("is shown text by text, and can be ignored without a change to what is asked", () => {
    expect(lookAtNewer(local, newer, "Kaoqin")).toEqual({
      ...{ stays: 0, clashes: [], compared: true },
      comes: [
        {
          name: "speed_2",
          here: { "zh-CN": "禾木的客服快吗？", en: "How fast is Kaoqin's support?" },
          there: { "zh-CN": "Kaoqin多快？", en: "How quick is Kaoqin?" },
        },
      ],
    });
    const draft = applyEdit(local, ignoreWording(local, newer))?.draft;
    expect(stateOfCopies(draft, newer, "Kaoqin")).toBe("changed");
    expect(withoutOriginsIn(draft)).toEqual(withoutOriginsIn(local));
  });

  test("is saved again under the names it has in the bank", () => {
    const again = itemFrom(local, [["pages", 1]], { product: "Kaoqin", id: "i1" });
    expect(
      questionsOf(draftOfItem(again?.content as ItemContent)).map(({ element }) => element.name),
    ).toEqual(["speed", "why"]);
    expect(findQuestion(draftOfItem(again?.content as ItemContent), "why")?.element.visibleIf).toBe(
      "{speed} < 3",
    );
  });
});

test("any question saved and marked reads as the bank does; inserted elsewhere it does too", () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      for (const { path, kind } of outlineOf(draft).filter(({ path }) => path.length >= 2)) {
        const item = itemFrom(draft, [path], { product: "" });
        if (!item || !readContent(item.content)) continue;
        const wording = { id: "x", revision: 1, content: item.content };
        const marked = applyEdit(draft, markSaved(draft, [path], wording))?.draft;
        expect(copiesIn(marked, "x").length).toBeGreaterThan(0);
        if (item.leftOut.length === 0) expect(stateOfCopies(marked, wording, "")).toBe("same");
        expect(kind === "page").toBe(item.content.holds === "pages");
        const there = inserted(onPage(), item.content, { product: "", origin: wording });
        if (there.plan.leftOut.length === 0) expect(stateOfCopies(there.draft, wording, "")).toBe("same");
      }
    }),
    { numRuns: 60 },
  );
});

describe("the product's own bank", () => {
  const unit = { "zh-CN": "每席位每月", en: "per seat per month" };

  test("has every question of every role once, whatever the business, under the same keys", () => {
    const [first, ...others] = businessTypes.map((type) => builtInItems(exampleBrief(type, unit)));
    const keys = first?.map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain("block_anchor");
    expect(keys).toContain("page_causes");
    expect(keys).toContain("decider_min_gain");
    for (const items of others) {
      const further = items.map(({ key }) => key).filter((key) => !keys.includes(key));
      expect(further.every((key) => key === "gate_side")).toBe(true);
    }
  });

  test("its anchor block is in every role, and what it keeps reads like the questionnaires", () => {
    const items = builtInItems(sampleBrief);
    const anchor = items.find(({ key }) => key === "block_anchor");
    expect(anchor?.roles).toHaveLength(6);
    const { draft } = inserted(onPage(), anchor?.content as ItemContent, { product: sampleBrief.product });
    const theirs = buildQuestionnaire("finance", sampleBrief);
    expect(anchorDifferences(draft, [{ role: "finance", draft: theirs }])).toEqual([]);
  });
});
