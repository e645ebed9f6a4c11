import { describe, expect, test } from "vitest";
import { draftChanges } from "~/domain/questionnaire/draft-diff";
import { newPage, newQuestion, questionKinds } from "~/domain/questionnaire/new-question";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";
import { changeSentence } from "~/features/questionnaire/change-sentence";
import { ConflictNotice } from "~/features/questionnaire/editor/conflict-notice";
import { Editor } from "~/features/questionnaire/editor/editor";
import { SettingsPane } from "~/features/questionnaire/editor/settings-pane";
import { propertyWords } from "~/features/questionnaire/property-words";
import { drawn, read } from "./draw";

const languages = ["en", "zh-CN"] as const;

describe.each(languages)("the editor in %s", (language) => {
  test("lists every page and question, and says that all is saved", () => {
    const draft = buildQuestionnaire("user", sampleBrief);
    const html = drawn(
      <Editor
        {...{
          address: "/draft",
          needsAt: "/needs",
          bankAt: "/bank",
          keptUnder: "k.",
          draft,
          revision: 1,
          language,
          role: "user",
        }}
        brief={sampleBrief}
        onSaved={() => undefined}
      />,
      language,
    );
    const count = draft.pages.length + draft.pages.flatMap(({ elements }) => elements).length;
    expect(html.match(/role="treeitem"/g)).toHaveLength(count);
    expect(html).toContain('data-save="saved"');
  });

  test.each(questionKinds)("has settings for the kind %s, each with a label", (kind) => {
    const page = { ...newPage(), elements: [newQuestion(kind)] };
    const html = drawn(
      <SettingsPane draft={{ pages: [page] }} selected={["pages", 0, "elements", 0]} />,
      language,
    );
    const controls = [...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([tag]) => tag);
    const ids = controls.flatMap((tag) => / id="([^"]+)"/.exec(tag)?.[1] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const nameless = controls.filter((tag) => {
      const id = / id="([^"]+)"/.exec(tag)?.[1];
      return (
        !/aria-label=/.test(tag) &&
        !html.includes(`for="${id}"`) &&
        !/type="checkbox"/.test(tag) &&
        id !== undefined
      );
    });
    expect(nameless).toEqual([]);
    expect(read(html)).not.toMatch(/undefined|\[object/);
  });
});

test("a conflict says whose text stands and offers the other one", () => {
  const draft = { pages: [{ name: "p", elements: [{ type: "text", name: "q", title: "Mine" }] }] };
  const conflict = {
    name: "q",
    part: "question",
    kind: "both-changed",
    property: "title",
    theirs: "Theirs",
  } as const;
  const text = read(
    drawn(<ConflictNotice draft={draft} conflicts={[conflict]} onSettled={() => undefined} />),
  );
  expect(text).toContain("“Mine”, Question: yours is kept. Theirs: “Theirs”");
  expect(text).toContain("Take theirs");
});

test.each([
  ["title.en", "question", "Question · English", "题目 · English"],
  ["title.zh-cn", "page", "Title of the page · 中文", "页面标题 · 中文"],
  ["title", "survey", "Title", "标题"],
  ["choices.=a.text.en", "question", "Choices · “a” · English", "选项 · “a” · English"],
  [
    "columns.=price.isRequired",
    "question",
    "Columns · “price” · An answer is required",
    "列 · “price” · 必答",
  ],
  ["maxSize", "question", "Largest file", "单个文件上限"],
  ["somethingNew", "question", "somethingNew", "somethingNew"],
] as const)("%s of a %s is %s", (property, part, en, zh) => {
  expect([propertyWords(property, "en", part), propertyWords(property, "zh-CN", part)]).toEqual([en, zh]);
});

test.each(languages)("every change between two questionnaires is a sentence in %s", (language) => {
  const [user, decider] = [
    buildQuestionnaire("user", sampleBrief),
    buildQuestionnaire("decider", sampleBrief),
  ];
  const sentences = draftChanges(user, decider).map((change) => changeSentence(change, language));
  expect(sentences.length).toBeGreaterThan(20);
  for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|\[object|^$/);
});
