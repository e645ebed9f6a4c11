import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit, type DraftEdit, withPages } from "~/domain/questionnaire/draft-change";
import { draftChanges } from "~/domain/questionnaire/draft-diff";
import { freeName, namesIn, withReferences } from "~/domain/questionnaire/draft-names";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { draftOf, partsOf } from "~/domain/questionnaire/draft-parts";
import { questionsOf, readText, valueAt } from "~/domain/questionnaire/draft-tree";
import { readImport } from "~/domain/questionnaire/import-any";
import { readDraftText } from "~/domain/questionnaire/storable";
import { anyDraft, asOlderOnes, shippedQuestionnaires } from "../../support/any-draft";

const text = (draft: unknown) => JSON.stringify(draft);
const done = (draft: unknown, edit: DraftEdit) => {
  const edited = applyEdit(draft, edit);
  if (!edited) throw new Error(`Not done: ${text(edit)}`);
  return edited;
};
const shape = (draft: unknown) =>
  outlineOf(draft).map(({ part, depth }) => `${"-".repeat(depth)}${String(part.name)}`);

const draft = {
  title: "Survey",
  odd: { kept: true },
  pages: [
    {
      name: "p1",
      elements: [
        { type: "text", name: "a", measure: "gate.company" },
        { type: "panel", name: "box", elements: [{ type: "comment", name: "b", visibleIf: "{a} notempty" }] },
      ],
    },
    {
      name: "p2",
      visibleIf: "{a} = 'x' and {b-Comment} empty",
      elements: [{ type: "text", name: "c", title: "Why {a}?" }],
    },
  ],
};
const path = { a: ["pages", 0, "elements", 0], box: ["pages", 0, "elements", 1], p2: ["pages", 1] };

describe("an edit", () => {
  test("moves a question between pages, into a panel and out of it, and says where it stands", () => {
    const moved = done(draft, { edit: "move", path: path.a, container: path.p2, at: 1 });
    expect(shape(moved.draft)).toEqual(["p1", "-box", "--b", "p2", "-c", "-a"]);
    expect(valueAt(moved.draft, moved.at)).toBe(draft.pages[0]?.elements[0]);
    const inside = done(draft, { edit: "move", path: path.a, container: path.box, at: 1 });
    expect(shape(inside.draft)).toEqual(["p1", "-box", "--b", "--a", "p2", "-c"]);
    expect(valueAt(inside.draft, [...inside.at, "name"])).toBe("a");
  });

  test("moves within a list to before the part that stood there", () => {
    const down = done(draft, { edit: "move", path: path.a, container: ["pages", 0], at: 2 });
    expect(shape(down.draft)).toEqual(["p1", "-box", "--b", "-a", "p2", "-c"]);
    expect(applyEdit(draft, { edit: "move", path: path.a, container: ["pages", 0], at: 1 })).toBeNull();
    expect(shape(done(draft, { edit: "move", path: path.p2, container: [], at: 0 }).draft)[0]).toBe("p2");
  });

  test("never puts a panel into itself, a page into a page or a question among the pages", () => {
    expect(applyEdit(draft, { edit: "move", path: path.box, container: path.box, at: 0 })).toBeNull();
    expect(applyEdit(draft, { edit: "move", path: path.p2, container: ["pages", 0], at: 0 })).toBeNull();
    expect(applyEdit(draft, { edit: "move", path: path.a, container: [], at: 0 })).toBeNull();
  });

  test("copies under free names, without the measure, with references among the copies alone", () => {
    const { draft: copied, at } = done(draft, { edit: "duplicate", path: ["pages", 0] });
    expect(shape(copied)).toEqual(["p1", "-a", "-box", "--b", "p3", "-a_2", "-box_2", "--b_2", "p2", "-c"]);
    expect(valueAt(copied, [...at, "elements", 0, "measure"])).toBeUndefined();
    expect(valueAt(copied, [...at, "elements", 1, "elements", 0, "visibleIf"])).toBe("{a_2} notempty");
    expect(valueAt(copied, ["pages", 2, "visibleIf"])).toBe(draft.pages[1]?.visibleIf);
  });

  test("renames a question wherever it is mentioned", () => {
    const { draft: renamed } = done(draft, { edit: "rename", path: path.a, name: "company" });
    expect(valueAt(renamed, ["pages", 1, "visibleIf"])).toBe("{company} = 'x' and {b-Comment} empty");
    expect(valueAt(renamed, ["pages", 1, "elements", 0, "title"])).toBe("Why {company}?");
    expect(withReferences("{a}{ab}{a.b}{#a}{a[0].x}{A-Comment}a", new Map([["a", "z"]]))).toBe(
      "{z}{ab}{z.b}{#z}{z[0].x}{z-Comment}a",
    );
  });

  test("wraps questions that stand without pages when a page is added, and edits them where they stand before", () => {
    const bare = { elements: [{ type: "text", name: "a" }], later: 1 };
    expect(outlineOf(bare).map(({ kind }) => kind)).toEqual(["page", "question"]);
    const titled = done(bare, { edit: "set", path: ["elements", 0, "title"], value: "A" });
    expect(titled.draft).toEqual({ elements: [{ type: "text", name: "a", title: "A" }], later: 1 });
    const paged = done(bare, { edit: "insert-pages", at: 1, pages: [{ name: "page1" }] });
    expect(shape(paged.draft)).toEqual(["page1", "-a", "page2"]);
    expect(withPages(paged.draft)).toBe(paged.draft);
  });

  test("sets nothing on what is not there", () => {
    expect(applyEdit(draft, { edit: "set", path: ["pages", 9, "title"], value: "x" })).toBeNull();
    expect(applyEdit(draft, { edit: "remove", path: ["pages", 0, "elements", 7] })).toBeNull();
  });

  test("finds a free name by counting on", () => {
    expect(freeName("q", new Set())).toBe("q");
    expect(freeName("q", new Set(["q", "q_2"]))).toBe("q_3");
    expect(freeName("Page1", new Set(["page1"]))).toBe("Page2");
  });
});

describe("what an edit does not name stays as it is", () => {
  const shipped = shippedQuestionnaires();
  test("SurveyJS's packages carry questionnaires to try it on", () => {
    expect(shipped.length).toBeGreaterThan(5);
  });

  test.each(shipped)("$from", ({ json }) => {
    const rows = outlineOf(json);
    for (const { path: at } of rows) {
      const before = valueAt(json, [...at, "title"]);
      const { draft: edited } = done(JSON.parse(text(json)), {
        edit: "set",
        path: [...at, "title"],
        value: "A new title",
      });
      expect(valueAt(edited, [...at, "title"])).toBe("A new title");
      const back = done(edited, { edit: "set", path: [...at, "title"], value: before });
      expect(JSON.parse(text(back.draft))).toEqual(json);
      if (before !== undefined) expect(text(back.draft)).toBe(text(json));
    }
  });

  test("an older one, written as programs have it, comes in, has one title changed, and is the same besides", () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(), (given, nth) => {
        const older = JSON.parse(text(asOlderOnes(given)));
        const read = readImport(`export const json = ${text(older)};\n`);
        if (!read.ok) throw new Error(read.reason);
        expect(read.json).toEqual(older);
        const questions = questionsOf(read.json);
        const { path } = questions[nth % questions.length]!;
        const before = valueAt(read.json, [...path, "title"]);
        const edited = done(read.json, {
          edit: "text",
          path: [...path, "title"],
          language: "en",
          text: "New",
        });
        const kept = readDraftText(text(edited.draft));
        if (!kept.ok) throw new Error(kept.problem.code);
        expect(readText(valueAt(kept.draft, [...path, "title"])).en).toBe("New");
        const back = done(kept.draft, { edit: "set", path: [...path, "title"], value: before });
        expect(JSON.parse(text(back.draft))).toEqual(older);
      }),
    );
  });

  test("any questionnaire, byte for byte, after each edit and its opposite", () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(), fc.nat(), (given, first, second) => {
        const rows = outlineOf(given);
        const row = rows[first % rows.length];
        const pages = rows.filter(({ kind }) => kind === "page");
        const page = pages[second % pages.length];
        if (!row || !page) return;
        const title = [...row.path, "title"];
        const before = valueAt(given, title);
        const edited = done(given, { edit: "set", path: title, value: { default: "New", en: "New" } });
        const back = done(edited.draft, { edit: "set", path: title, value: before });
        expect(before === undefined ? back.draft : text(back.draft)).toEqual(
          before === undefined ? given : text(given),
        );
        expect(text(draftOf(partsOf(given)))).toBe(text(given));
        if (row.kind === "page") return;
        const moved = applyEdit(given, { edit: "move", path: row.path, container: page.path, at: second });
        if (!moved) return;
        expect(valueAt(moved.draft, moved.at)).toBe(row.part);
        expect([...namesIn(moved.draft)].sort()).toEqual([...namesIn(given)].sort());
      }),
    );
  });
});

describe("the changes between two drafts", () => {
  test("are named one by one", () => {
    const after = structuredClone(draft) as typeof draft & {
      pages: { elements: Record<string, unknown>[] }[];
    };
    Object.assign(after.pages[1]?.elements[0] ?? {}, {
      title: { default: "Why?", en: "Why?", "zh-cn": "为什么？" },
      isRequired: true,
    });
    after.pages[1]?.elements.push({ type: "comment", name: "d" } as never);
    after.pages[0]?.elements.shift();
    expect(draftChanges(draft, after).map(({ change, name }) => `${change} ${name}`)).toEqual([
      "text c",
      "text c",
      "required c",
      "added d",
      "removed a",
    ]);
  });

  test("of choices tell added, removed, reworded and moved", () => {
    const of = (choices: unknown[]) => ({
      pages: [{ name: "p", elements: [{ type: "radiogroup", name: "q", choices }] }],
    });
    const changes = draftChanges(
      of(["a", "b", { value: "c", text: "C" }]),
      of([{ value: "c", text: "See" }, "a", "d"]),
    );
    expect(changes.map(({ change }) => change)).toEqual([
      "entry-added",
      "entry-removed",
      "entry-text",
      "entry-text",
      "entries-moved",
    ]);
  });

  test("are none between a draft and itself, and name the one that was moved", () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        expect(draftChanges(given, structuredClone(given))).toEqual([]);
      }),
    );
    const list = (names: string[]) => ({
      pages: [{ name: "p", elements: names.map((name) => ({ type: "text", name })) }],
    });
    const moved = draftChanges(list(["a", "b", "c", "d"]), list(["d", "a", "b", "c"]));
    expect(moved.map(({ change, name }) => `${change} ${name}`)).toEqual(["moved d"]);
  });
});
