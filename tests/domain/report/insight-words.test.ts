/** What insights say in words: the same as their figures, in the right unit, of the right people. */
import { describe, expect, test } from "vitest";
import type { Evidence } from "~/domain/report/evidence";
import type { Insight } from "~/domain/report/insight";
import { nameOfSegment, sentence, sharePoints } from "~/domain/report/insights/words";
import { insightsOf } from "~/domain/report/insights-of";
import {
  asEvidence,
  drawPlanted,
  items,
  type PlantedAnswer,
  plantedVersions,
  rivals,
  shapes,
} from "../../support/planted";
import { rule } from "../../support/planted-stories";

type Given = PlantedAnswer["given"];
const firm = (number: number) => ({
  ...{ name: `Firm ${number}`, size: "10-49" },
  industry: number % 2 ? "retail" : "other",
});
const person = (role: PlantedAnswer["role"], company: number, given: Given): PlantedAnswer => ({
  ...{ role, company: firm(company), given },
});
const several = <T>(n: number, of: (index: number) => T) =>
  Array.from({ length: n }, (_, index) => of(index));

const evidenceOf = async (answers: readonly PlantedAnswer[]) => asEvidence(answers, await plantedVersions());
const told = (evidence: readonly Evidence[]) => insightsOf({ evidence, rule }, 5);
const said = async (answers: readonly PlantedAnswer[], wanted: (one: Insight) => boolean) =>
  told(await evidenceOf(answers)).find(wanted);

describe("a rival's lead", () => {
  const choosing = (choice: string, crowd: { n: number; choice: string }) => [
    ...several(20, (at) => person("requester", at, { "anchor.choice": choice })),
    ...several(crowd.n, () => person("requester", 20, { "anchor.choice": crowd.choice })),
  ];
  const threat = ({ kind }: Insight) => kind === "threat";

  test("is told company by company, so that a crowd in one cannot turn the sentence round", async () => {
    const found = await said(choosing(rivals[0]!, { n: 60, choice: "us" }), threat);
    expect(found?.statement.en).toContain("more requesters would choose");
    expect(found?.statement.en).toContain("95% against 5%");
    expect(found?.figures[0]?.value).toBeCloseTo(19 / 21, 10);
  });

  test("is nowhere more than all of them", async () => {
    const found = await said(choosing(rivals[0]!, { n: 1, choice: rivals[0]! }), threat);
    expect(found?.figures[0]).toMatchObject({ value: 1, interval: [expect.any(Number), 1] });
  });

  test("among users is strong too, however many other roles are asked", async () => {
    const others = ["procurement", "finance", "it-security"] as const;
    const answers = several(40, (at) => [
      ...several(2, () => person("user", at, { "anchor.choice": at % 10 ? rivals[0]! : "us" })),
      ...["decider", ...others].map(() => person("requester", at, { "anchor.choice": "dont-know" })),
    ]).flat();
    let next = 0;
    const held = (await evidenceOf(answers)).map((one) =>
      one.role === "user" ? one : { ...one, role: (["decider", ...others] as const)[next++ % 4]! },
    );
    const found = told(held).find(({ kind, about }) => kind === "threat" && about.roles?.[0] === "user");
    expect(found?.strength).toBe("strong");
  });

  test("of what they have is spoken of as staying, not as a rival with features", async () => {
    const found = await said(choosing("status-quo", { n: 1, choice: "us" }), threat);
    expect(found?.statement.en).toContain("would stay with what they have than choose us: 95% against 5%");
    expect(found?.statement["zh-CN"]).toContain("宁可维持现状");
    expect(found?.next.step.en).not.toContain("features");
  });
});

test("of shares a difference is told in percentage points", async () => {
  const answers = several(24, (at) => [
    person("decider", at, { "anchor.choice": at % 6 ? "us" : rivals[0]! }),
    person("user", at, { "anchor.choice": at % 6 ? rivals[0]! : rivals[1]! }),
  ]).flat();
  const found = await said(
    answers,
    ({ kind, about }) => kind === "contradiction" && about.measure === "anchor.choice",
  );
  expect(found?.statement.en).toContain("83 percentage points higher");
  expect(found?.statement["zh-CN"]).toContain("高出 83 个百分点");
  expect(sharePoints(0.01).en).toBe("1 percentage point");
});

test("every segment has a name, and a sole proprietor is no company of one", () => {
  const opened = (by: "size" | "industry", value: string) =>
    sentence({ by, value }, { "zh-CN": "如此。", en: "so it is." });
  expect(nameOfSegment({ by: "industry", value: "other" })["zh-CN"]).toBe("其他行业");
  expect(opened("industry", "manufacturing")["zh-CN"]).toBe("在“制造业”里，如此。");
  expect(opened("industry", "other").en).toBe("In “Other industries”, so it is.");
  expect(opened("size", "1").en).toBe("Among sole proprietors, so it is.");
  expect(opened("size", "10-49").en).toBe("In companies of 10–49 people, so it is.");
});

describe("agreement", () => {
  const twin = (at: number, role: "decider" | "user") =>
    person(role, at, {
      "anchor.importance": Object.fromEntries(items.map((item, index) => [item, 1 + ((at + index) % 5)])),
      "anchor.choice": at % 2 ? "us" : rivals[0]!,
    });
  const pairs = several(30, (at) => [twin(at, "decider"), twin(at, "user")]).flat();
  const agreed = (evidence: readonly Evidence[]) => told(evidence).filter(({ kind }) => kind === "agreement");

  test("does not hang on one company where all others rate everything the same", async () => {
    const rating = (at: number, low: number) =>
      Object.fromEntries(items.map((item) => [item, at === 7 ? low : at === 9 && low === 4 ? 4 : 5]));
    const answers = several(20, (at) => [
      person("decider", at, { "anchor.importance": rating(at, 3) }),
      person("user", at, { "anchor.importance": rating(at, 4) }),
    ]).flat();
    expect(agreed(await evidenceOf(answers))).toEqual([]);
  });

  test("is found between two people, not where one person holds both roles", async () => {
    // Equal to the last answer is no agreement either: one in ten answers otherwise.
    const evidence = (await evidenceOf(pairs)).map((one, at) =>
      at % 20 ? one : { ...one, answers: { ...one.answers, anchor_choice: "status-quo" } },
    );
    expect(agreed(evidence)).not.toEqual([]);
    const same = evidence.map((one) => ({ ...one, contactId: `contact of ${one.companyId}` }));
    expect(agreed(same)).toEqual([]);
  });
});

describe("what is badly served", () => {
  const rated = (importance: number, satisfaction: number, others: number) =>
    several(30, (at) =>
      person("user", at, {
        "anchor.importance": Object.fromEntries(
          items.map((item, index) => [item, index ? 3 : importance + (at % 2)]),
        ),
        "anchor.satisfaction": Object.fromEntries(
          items.map((item, index) => [item, index ? others : satisfaction]),
        ),
      }),
    );
  const served = ({ kind, about }: Insight) => kind === "opportunity" && about.item === items[0];

  test("matters more than it is served", async () => {
    const found = await said(rated(4, 2, 3), served);
    expect(found?.statement.en).toContain(
      "matters to users (4.5 of 5), yet satisfaction with it is only 2.0",
    );
    // Better than it matters, if less so than the rest, is no opportunity.
    expect(await said(rated(3.5, 4, 5), served)).toBeUndefined();
  });
});

test("how many more answers would decide is told where a study could collect them", async () => {
  const very = (share: number, n: number) =>
    several(n, (at) =>
      person("user", at, {
        ...{ "gate.relation": "customer", "user.core-uses": "5-9" },
        "pmf.disappointment": at < share * n ? "very" : "not",
      }),
    );
  const verdict = async (share: number, n: number) =>
    (await said(very(share, n), ({ kind }) => kind === "verdict"))?.statement.en;
  expect(await verdict(0.405, 200)).toContain("too close to the threshold of 40%");
  expect(await verdict(0.45, 100)).toMatch(/undecided at 45%; \d+ more eligible answers/);
});

test("the same is said of many companies drawn by chance as of their figures", async () => {
  const insights = told(await evidenceOf(drawPlanted({ pmf: 0.55 }, 40, 3, shapes.crowd)));
  for (const { statement, figures } of insights) {
    expect(statement.en).toMatch(/^[A-Z“0-9]/);
    expect(`${statement.en}${statement["zh-CN"]}`).not.toMatch(/undefined|NaN|null/);
    for (const { value, interval } of figures)
      if (interval) expect(value >= interval[0] && value <= interval[1]).toBe(true);
  }
});
