import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acceptedGroups,
  acceptOf,
  type FileItem,
  fileLimits,
  fileSettings,
  fileTypes,
  groupTypes,
  judgeFile,
  safeFileName,
  withStoredFiles,
} from "~/domain/questionnaire/answer-files";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { fileTypeOf } from "~/domain/questionnaire/file-content";
import { newQuestion } from "~/domain/questionnaire/new-question";
import { readAnswer } from "~/domain/questionnaire/read-answer";
import { readForm, withoutFile } from "~/domain/questionnaire/read-form";
import { writeForm } from "~/features/respond/form-values";
import { goodFiles, hostileFiles } from "../../support/some-files";

const item: FileItem = {
  ...{ kind: "file", name: "offer", title: { "zh-CN": "报价", en: "Offer" }, required: false, checks: [] },
  ...{ groups: ["image", "pdf"], maxFiles: 2, maxSize: 1000, camera: false },
};
const file = { id: "a", name: "offer.pdf", type: "application/pdf", size: 10 };

describe("what a file is, by its content", () => {
  test.each(goodFiles)("%s is taken", (name, bytes, type) => {
    expect(fileTypeOf(bytes, name)).toBe(type);
    // The name has no say in it, but for the kinds of plain text.
    if (!type.startsWith("text/")) expect(fileTypeOf(bytes, "run.exe")).toBe(type);
  });
  test.each(hostileFiles)("%s is none", (name, bytes) => {
    expect(fileTypeOf(bytes, name)).toBeNull();
  });
  test("anything at all is read without harm, cut short, too", () => {
    const cut = fc
      .constantFrom(...goodFiles)
      .chain(([, bytes]) => fc.nat({ max: bytes.length }).map((end) => bytes.subarray(0, end)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), cut), (bytes) => {
        expect([null, ...Object.keys(fileTypes)]).toContain(fileTypeOf(bytes, "x"));
      }),
    );
  });
});

describe("the name a file is kept under", () => {
  test.each([
    ["../../etc/passwd", "text/plain", "passwd.txt"],
    ["C:\\tmp\\offer.PDF", "application/pdf", "offer.PDF"],
    ["offer.pdf.exe", "application/pdf", "offer.pdf.exe.pdf"],
    ["gpj.\u202eexe", "image/jpeg", "gpj. exe.jpg"],
    ['a"b\r\nSet-Cookie: x.png', "image/png", "a b Set-Cookie x.png"],
    ["", "text/csv", "file.csv"],
    ["...", "text/plain", "file.txt"],
    [
      "报价单 2025.xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "报价单 2025.xlsx",
    ],
  ])("%j of %s is %j", (given, type, safe) => {
    expect(safeFileName(given, type)).toBe(safe);
  });
  test("has no path, no control sign, is short, and stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (given) => {
        const safe = safeFileName(given, "image/png");
        expect(safe).toMatch(/^[^\p{Cc}\p{Cf}/\\"<>|]+\.png$/iu);
        expect([...safe].length).toBeLessThan(130);
        expect(safeFileName(safe, "image/png")).toBe(safe);
      }),
    );
  });
});

describe("what a question takes", () => {
  test.each([
    [{}, ["image", "pdf", "office", "text"]],
    [{ acceptedTypes: "image/*,.pdf" }, ["image", "pdf"]],
    [{ acceptedTypes: ".DOCX, text/csv" }, ["office", "text"]],
    [{ acceptedTypes: "video/*" }, []],
    [{ acceptedCategories: ["document"] }, ["pdf", "office", "text"]],
    [{ acceptedCategories: ["video", "image"] }, ["image"]],
    [{ acceptedTypes: Object.values(groupTypes).join(",") }, ["image", "pdf", "office", "text"]],
  ])("%j: %j", (json, groups) => {
    expect(acceptedGroups(json)).toEqual(groups);
  });
  test("limits are kept within what is ever taken", () => {
    expect(fileSettings({ maxSize: 1e12, allowMultiple: true, maxFiles: 900 })).toMatchObject({
      ...{ maxSize: fileLimits.size, maxFiles: fileLimits.files },
    });
    expect(fileSettings({ maxFiles: 3, sourceType: "camera" })).toMatchObject({ maxFiles: 1, camera: true });
    expect(acceptOf(["image"])).toBe(".jpg,.jpeg,.png,.webp,.gif");
  });
  test.each([
    [{ type: "image/png", size: 1000 }, null],
    [{ type: "image/png", size: 1001 }, "file-large"],
    [{ type: "image/png", size: 0 }, "file-empty"],
    [{ type: "text/csv", size: 1 }, "file-kind"],
    [{ type: "text/html", size: 1 }, "file-kind"],
    [{ type: null, size: 1 }, "file-kind"],
  ])("%j is judged %j", (given, problem) => {
    expect(judgeFile(item, given)).toBe(problem);
  });
});

describe("answers", () => {
  test("go into a form and come back", () => {
    const page = { name: "p", items: [item] };
    const fields = writeForm(page, { offer: [file] });
    expect(readForm(page, fields)).toEqual({ offer: [file] });
    expect(readForm(page, withoutFile(fields, "a"))).toEqual({});
    expect(withoutFile(fields, "b")).toEqual(fields);
  });
  test.each([
    ["references", [file], [file], []],
    ["one twice", [file, file], [file], []],
    ["text", ["a"], undefined, ["file-gone"]],
    ["not a list", file, undefined, ["wrong-shape"]],
    ["three", ["a", "b", "c"].map((id) => ({ ...file, id })), undefined, ["file-many"]],
    ["another kind", [{ ...file, type: "text/html" }], undefined, ["file-kind"]],
    ["too large", [{ ...file, size: 5000 }], undefined, ["file-large"]],
    ["a number for a name", [{ ...file, name: 1 }], undefined, ["file-gone"]],
    ["nothing", [], undefined, []],
  ])("%s are read strictly", (_, raw, value, codes) => {
    const read = readAnswer(item, raw);
    expect([read.value, read.problems.map(({ code }) => code)]).toEqual([value, codes]);
  });
  test("only what is stored for the same question counts, whatever was sent of it", () => {
    const stored = [
      { ...file, item: "offer" },
      { ...file, id: "b", item: "other" },
    ];
    const raw = {
      offer: [{ id: "a", name: "evil.html", type: "text/html", size: -1 }, { id: "b" }, "a", 7],
      x: 1,
    };
    expect(withStoredFiles([item], raw, stored)).toEqual({ offer: [file, "gone", file, "gone"], x: 1 });
    expect(withStoredFiles([item], "no object", stored)).toBe("no object");
  });
});

describe("the switch", () => {
  const asks = (more: object, question: object = { ...newQuestion("file"), name: "offer" }) =>
    compileQuestionnaire({ title: "T", pages: [{ name: "p", elements: [question] }], ...more });
  test("off unless it was thrown", async () => {
    expect(await asks({})).toMatchObject({ ok: false, problems: [{ code: "files-off", name: "offer" }] });
    expect(await asks({ takesFiles: "yes" })).toMatchObject({ ok: false });
    expect(await asks({ takesFiles: true })).toMatchObject({
      ok: true,
      compiled: {
        light: true,
        pages: [{ items: [{ kind: "file", groups: ["image", "pdf"], maxFiles: 1 }] }],
      },
      warnings: [],
    });
  });
  test("a file inside a table or a repeated group is refused, and one that takes nothing we know", async () => {
    const panel = { type: "paneldynamic", name: "g", templateElements: [{ type: "file", name: "f" }] };
    const table = { type: "matrixdynamic", name: "t", columns: [{ name: "f", cellType: "file" }] };
    for (const question of [panel, table])
      expect(await asks({ takesFiles: true }, question)).toMatchObject({
        problems: [{ code: "files-inside" }],
      });
    expect(
      await asks({ takesFiles: true }, { type: "file", name: "f", acceptedTypes: "video/*" }),
    ).toMatchObject({ problems: [{ code: "no-file-kinds" }] });
  });
});
