import { expect, test } from "vitest";
import { responsesCsv } from "~/domain/report/csv";
import { answered, asking, both, checkbox, comment, matrix, number, radio } from "./evidence-of";

test("the file: mark, lines as RFC 4180 asks, columns of several versions side by side", () => {
  const first = asking(
    radio("q1", ["a"], { measure: "anchor.choice" }),
    matrix("m", ["r1", "r2"], [1, 2], { measure: "anchor.importance" }),
    number("own"),
  );
  const choices = checkbox("q9", ["a", "b"], { measure: "user.causes" });
  if (choices.kind === "checkbox") choices.choices.push({ value: "other", text: both("other"), other: true });
  // The name q1 now asks something else, and the choice goes by another name.
  const second = asking(
    comment("q1", { measure: "anchor.problem-text" }),
    radio("renamed", ["a"], { measure: "anchor.choice" }),
    choices,
  );
  const evidence = [
    ...answered(first, [["user", "x", { q1: "a", m: { r1: 2 }, own: -3 }]]),
    ...answered(
      second,
      [["decider", null, { q1: "=cmd", renamed: "a", q9: ["b", "other"], "q9-Comment": "so" }]],
      1,
    ),
  ];
  const start = "1970-01-01T00:00:00.000Z";
  const [sound, copy] = evidence;
  const judged = [
    ...[sound!, { ...copy!, review: "excluded" as const, reviewReason: "a copy", wave: 2 }],
    { ...sound!, id: "r2", answers: {}, outcome: "over-quota" as const },
  ];
  const flags = [
    { kind: "speeding", index: 3, above: 2, responses: 5 },
    { kind: "attention", item: "a", expected: "b", given: "c" },
  ] as const;
  expect(responsesCsv(judged, { checks: new Map([["r0", { flags: [...flags], notJudged: [] }]]) })).toBe(
    `\uFEFF${[
      '"response","role","company","wave","language","started","completed","outcome","flags","review","review reason","anchor.choice","anchor.importance/r1","anchor.importance/r2","own","anchor.problem-text","user.causes","user.causes/other"',
      `"r0","user","Company x",,"en","${start}","${start}","complete","speeding; attention",,,"a",2,,-3,,,`,
      `"r1","decider",,2,"en","${start}","1970-01-01T00:00:01.000Z","complete",,"excluded","a copy","a",,,,"'=cmd","b; other","so"`,
      `"r2","user","Company x",,"en","${start}",,"over-quota",,,,,,,,,,`,
    ].join("\r\n")}\r\n`,
  );
});

test("a study without responses is a header", () => {
  expect(responsesCsv([])).toBe(
    '\uFEFF"response","role","company","wave","language","started","completed","outcome","flags","review","review reason"\r\n',
  );
});
