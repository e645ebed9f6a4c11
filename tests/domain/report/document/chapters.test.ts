/** Parts of the chapters, drawn from small studies whose answers are known. */
import { describe, expect, test } from "vitest";
import type { Answers } from "~/domain/questionnaire/compiled";
import { buildDocument } from "~/domain/report/document/build-document";
import type { Block, BlockOf } from "~/domain/report/document/report-document";
import type { ReportInput } from "~/domain/report/document/report-input";
import { documentFor, membersDocument } from "~/domain/report/document/suppress";
import type { Evidence } from "~/domain/report/evidence";
import { blockOf } from "../../../support/report-block";
import { answered, asking, both, checkbox, comment, matrix, radio, ranking } from "../evidence-of";

const compiled = asking(
  radio("choice", ["us", "wecom", "status-quo", "dont-know"], { measure: "anchor.choice" }),
  ranking("problems", ["cost", "time"], { measure: "anchor.problems" }),
  checkbox("causes", ["manual", "slow"], { measure: "user.causes" }),
  radio("upset", ["very", "somewhat", "not", "na"], { measure: "pmf.disappointment" }),
  radio("uses", ["0", "1", "2-4", "10+"], { measure: "user.core-uses" }),
  comment("benefit", { measure: "pmf.benefit" }),
  comment("improve", { measure: "pmf.improve" }),
  comment("text", { measure: "anchor.problem-text" }),
  comment("cause", { measure: "user.cause-text" }),
);

const inputOf = (evidence: readonly Evidence[], more: Partial<ReportInput> = {}): ReportInput => ({
  study: {
    ...{ product: "Qingdan", sample: false, businessType: "saas", stage: "development" },
    ...{ currency: "CNY", priceUnit: both("per seat") },
    rule: { threshold: 0.4, minUses: 2, windowDays: 14 },
  },
  ...{ evidence, unfinished: [], excluded: 0, competition: null, funnel: [], market: [], marketYears: null },
  books: { months: [], settings: { monthsRequired: 3 } as ReportInput["books"]["settings"], cohorts: [] },
  opportunities: { rows: [], waves: [] },
  ...more,
});
const made = { computedAt: 0, version: "1" };
const draw = (input: ReportInput) => buildDocument(input, made);
const keysOf = (document: ReturnType<typeof draw>) =>
  document.chapters.flatMap(({ blocks }) => blocks.map(({ key }: Block) => key));
const words = ({ rows }: BlockOf<"table">) =>
  rows.map((row) =>
    row.map((cell) =>
      cell !== null && typeof cell === "object" ? ("people" in cell ? cell.value : cell.en) : cell,
    ),
  );

/** A company's decider and two users. */
const company = (at: number, decider: Answers, ...users: Answers[]) => [
  ["decider", `c${at}`, decider] as const,
  ...users.map((user) => ["user", `c${at}`, user] as const),
];
const many = (n: number, make: (at: number) => ReturnType<typeof company>) =>
  answered(compiled, Array.from({ length: n }, (_, at) => make(at)).flat());

describe("where the roles of each company stand", () => {
  const evidence = many(12, (at) =>
    company(at, { choice: "us" }, { choice: at < 6 ? "us" : "wecom" }, { choice: at < 6 ? "us" : "wecom" }),
  );

  test("company by company for the team, patterns for everybody", () => {
    const document = draw(inputOf(evidence));
    expect(words(blockOf(document, "chain/stances", "table"))[0]).toEqual([
      ...["Company c6", "▲ For", "▼ Against", "Not heard", "Decider sold, users not"],
    ]);
    const patterns = words(blockOf(document, "chain/patterns", "table"));
    expect(patterns.find(([name]) => name === "Decider sold, users not")?.[1]).toBe(6);
    const outside = documentFor(document, "product");
    expect(keysOf(outside)).not.toContain("chain/stances");
    expect(words(blockOf(outside, "chain/patterns", "table")).map(([, n]) => n)).toEqual(
      patterns.map(([, n]) => n),
    );
  });

  test("a pattern of few companies is hidden outside, and another with it", () => {
    const few = many(12, (at) => company(at, { choice: "us" }, { choice: at < 10 ? "us" : "wecom" }));
    const outside = documentFor(draw(inputOf(few)), "leadership");
    expect(words(blockOf(outside, "chain/patterns", "table")).map(([, n]) => n)).toEqual([
      ...[null, 0, 0, null, 0, 0],
    ]);
  });
});

describe("a study with hardly any answers", () => {
  const chainIn = (document: ReturnType<typeof draw>) =>
    blockOf(document, "executive/brief", "brief").answers.find(({ key }) => key === "chain");
  const against = (companies: number) =>
    draw(inputOf(many(companies, (at) => company(at, { choice: "wecom" }, { choice: "wecom" }))));

  test("of one company its sentences speak in the singular", () => {
    const document = against(1);
    expect(chainIn(document)?.answer.en).toMatch(/^Of 1 company, decider and users/);
    const lead = document.chapters.find(({ key }) => key === "chain")?.lead;
    expect(lead?.en).toMatch(/^From 1 company: /);
    const { unknowns } = blockOf(document, "executive/unknowns", "unknowns");
    expect(unknowns.find(({ key }) => key === "voices/requester")?.text.en).toBe(
      "What requesters say in 1 of 1 company: nobody has answered there.",
    );
    const gates = JSON.stringify(document.chapters.find(({ key }) => key === "gates"));
    expect(gates).not.toContain("1 companies");
  });

  test("under five companies the chain is not judged", () => {
    expect(chainIn(against(4))?.state).toBe("unknown");
    expect(chainIn(against(5))?.state).toBe("no");
  });

  test("who has answered alone has been heard", () => {
    const users = draw(inputOf(answered(compiled, [["user", "c1", { choice: "us" }]])));
    expect(chainIn(users)).toMatchObject({
      state: "unknown",
      answer: { en: "In no company have both decider and users said yet whom they would choose." },
    });
  });

  test("under five companies with both, nobody is said to agree", () => {
    const rated = asking(
      matrix("importance", ["price", "service"], [1, 5], { measure: "anchor.importance" }),
    );
    const said = (companies: number) => {
      const answers = { importance: { price: 5, service: 1 } };
      const rows = Array.from({ length: companies }, (_, at) => company(at, answers, answers)).flat();
      const headline = blockOf(draw(inputOf(answered(rated, rows))), "executive/differences", "headline");
      return headline.text.en;
    };
    expect(said(4)).toMatch(/^In too few companies /);
    expect(said(5)).toMatch(/^No certain difference /);
  });

  test("nothing is said to matter most to fewer than five people", () => {
    const rated = asking(
      matrix("importance", ["price", "service"], [1, 5], { measure: "anchor.importance" }),
    );
    const titleOf = (users: number) => {
      const rows = Array.from({ length: users }, (_, at) => {
        const answers = { importance: { price: 5, service: 1 } };
        return ["user", `c${at}`, answers] as const;
      });
      return blockOf(draw(inputOf(answered(rated, rows))), "chain/importance", "chart").title;
    };
    expect(titleOf(4)?.en).toBe("What matters to each role");
    expect(titleOf(5)?.en).toBe("Users care most about “price”");
  });
});

describe("outside, no word tells what a hidden figure says", () => {
  const users = (n: number, answersOf: (at: number) => Answers, by = compiled) =>
    answered(
      by,
      Array.from({ length: n }, (_, at) => ["user", `c${at}`, answersOf(at)] as const),
    );
  const named = (document: ReturnType<typeof draw>) =>
    keysOf(document).includes("executive/choice")
      ? blockOf(document, "executive/choice", "headline").figures.map(({ label }) => label.en)
      : [];

  test("whom most would choose is named where five would", () => {
    const chosenBy = (most: number) =>
      draw(inputOf(users(most + 5, (at) => ({ choice: at < most ? "wecom" : "dont-know" }))));
    expect(named(chosenBy(4))).toHaveLength(1);
    expect(named(documentFor(chosenBy(4), "leadership"))).toEqual([]);
    expect(named(documentFor(chosenBy(6), "leadership"))).toEqual(["Users: wecom"]);
  });

  test("what matters most is named where every mean is shown", () => {
    const rated = asking(
      matrix("importance", ["price", "service"], [1, 5], { measure: "anchor.importance" }),
    );
    const titled = (service: number) => {
      const rows = users(
        8,
        (at) => ({ importance: { price: 5, ...(at < service && { service: 1 }) } }),
        rated,
      );
      return blockOf(documentFor(draw(inputOf(rows)), "leadership"), "chain/importance", "chart").title.en;
    };
    expect(titled(8)).toBe("Users care most about “price”");
    expect(titled(3)).toBe("What matters to each role");
  });
});

describe("the need tree", () => {
  /** Deciders of the first companies name the cost, whose users do it by hand. */
  const evidence = (naming: number, of = 14) =>
    many(of, (at) =>
      company(
        at,
        { problems: at < naming ? ["cost"] : ["time"] },
        { causes: [at < naming ? "manual" : "slow"] },
        { causes: ["slow", ...(at === 0 ? ["manual"] : [])] },
      ),
    );

  test("a need, and under it the causes that users of the same companies name", () => {
    const rows = words(blockOf(draw(inputOf(evidence(8))), "needs/tree", "table"));
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ["cost", 8, 14, 8],
      ["　← cause named by users: manual", 9, 16, 8],
      ["　← cause named by users: slow", 8, 16, 8],
      ["time", 6, 14, 6],
      ["　← cause named by users: slow", 12, 12, 6],
    ]);
  });

  test("drawn, each card counts what its row counts; quotes are for who may read them", () => {
    const told = many(8, (at) =>
      company(at, { problems: ["cost"], text: `Need ${at}` }, { causes: ["manual"], cause: "By hand" }),
    );
    const document = draw(inputOf(told));
    const leaves = (given: typeof document) =>
      blockOf(given, "needs/drawing", "tree").branches.map(({ columns }) =>
        columns.map((cards) => cards.map(({ name, people, quotes }) => [name?.en, people.k, quotes])),
      );
    expect(leaves(document)).toEqual([[[["cost", 8, ["Need 0"]]], [], [["manual", 8, ["By hand"]]]]]);
    const silent = [[[["cost", 8, []]], [], [["manual", 8, []]]]];
    expect(leaves(documentFor(document, "product"))).toEqual(leaves(document));
    expect(leaves(documentFor(document, "leadership"))).toEqual(silent);
    expect(leaves(membersDocument(document, false))).toEqual(silent);
  });

  test("outside, no row from which the rest of the companies could be worked out", () => {
    // Of the companies whose decider does not name the cost, one has users.
    const rest = evidence(8).filter(
      ({ role, companyId }) => role === "decider" || (companyId !== null && Number(companyId.slice(1)) < 9),
    );
    const rows = (document: ReturnType<typeof draw>) =>
      words(blockOf(document, "needs/tree", "table")).map(([name, n]) => [name, n]);
    const document = draw(inputOf(rest));
    expect(rows(document)).toContainEqual(["　← cause named by users: manual", 9]);
    expect(rows(documentFor(document, "product"))).toEqual([
      ["cost", 8],
      ["time", 6],
    ]);
    const [first] = blockOf(documentFor(document, "product"), "needs/drawing", "tree").branches;
    expect(first?.columns.map(({ length }) => length)).toEqual([1, 0, 0]);
  });
});

describe("the short page", () => {
  const briefly = (document: ReturnType<typeof draw>) =>
    Object.fromEntries(
      blockOf(document, "executive/brief", "brief").answers.map(({ key, state, figures }) => [
        key,
        [state, figures[0]?.people?.n ?? null],
      ]),
    );
  const unknownIn = (document: ReturnType<typeof draw>) =>
    blockOf(document, "executive/unknowns", "unknowns").unknowns.map(({ key, people }) => [
      key,
      people?.n ?? null,
    ]);

  test("answers what a leader asks, and names what nobody knows yet: fit first, and each subject before another has two places", () => {
    const evidence = many(12, (at) =>
      company(at, { choice: "us" }, { upset: at < 5 ? "very" : "not", uses: "10+", choice: "us" }),
    );
    const document = draw(inputOf(evidence));
    expect(briefly(document)).toMatchObject({
      fit: ["open", 12],
      chain: ["yes", null],
      rivals: ["unknown", null],
      market: ["unknown", null],
    });
    expect(unknownIn(document)).toEqual([
      ["fit/user", 12],
      ["gates/matrix", null],
      ["voices/requester", null],
      ["gates/competition", null],
      ["gates/headroom", null],
    ]);
  });

  test("what is settled is not asked for again", () => {
    const evidence = many(40, (at) => company(at, {}, { upset: "very", uses: "10+" }));
    const document = draw(inputOf(evidence));
    expect(briefly(document).fit).toEqual(["yes", 40]);
    expect(unknownIn(document).map(([key]) => key)).not.toContain("fit/user");
  });

  test("outside, what rests on fewer than five people is neither answered with numbers nor asked for", () => {
    const evidence = many(12, (at) => company(at, {}, { upset: at < 3 ? "very" : "not", uses: "10+" }));
    const outside = documentFor(draw(inputOf(evidence)), "leadership");
    const [fit] = blockOf(outside, "executive/brief", "brief").answers;
    expect(fit?.figures).toMatchObject([{ value: null, people: null, reason: "hidden" }]);
    expect(unknownIn(outside).map(([key]) => key)).not.toContain("fit/user");
  });
});

test("a gate says what it rests on: its share with interval and n, or what was counted", () => {
  const evidence = many(12, (at) =>
    company(at, { choice: "us" }, { upset: at < 5 ? "very" : "not", uses: "10+" }),
  );
  const input = inputOf(evidence);
  const { lamps } = blockOf(
    draw({ ...input, study: { ...input.study, stage: "market-validation" } }),
    "gates/lamps",
    "lamps",
  );
  expect(lamps.map(({ key, figure }) => [key, figure?.value ?? null, figure?.people?.n ?? null])).toEqual([
    ["frequency", 1, 12],
    ["upset", 5 / 12, 12],
    ["breakEven", null, null],
  ]);
  expect(lamps[0]?.figure?.interval).not.toBeNull();
  const early = blockOf(draw(input), "gates/lamps", "lamps").lamps;
  expect(early[0]).toMatchObject({ key: "coverage", said: { en: "Heard in full: 0 of 12 companies." } });
});

describe("the PMF chapter", () => {
  const users = (n: number, very: number, waveId: string, from: number) =>
    answered(
      compiled,
      Array.from(
        { length: n },
        (_, at) => ["user", `c${at}`, { upset: at < very ? "very" : "not", uses: "10+" }] as const,
      ),
      from,
    ).map((one) => ({ ...one, waveId }));
  const waves = [
    { id: "w1", name: "", number: 1 },
    { id: "w2", name: "Autumn", number: 2 },
  ];

  test("the trend over waves with the test of its change", () => {
    const document = draw(inputOf([...users(40, 10, "w1", 0), ...users(40, 24, "w2", 100)], { waves }));
    const { chart } = blockOf(document, "pmf/waves", "chart");
    if (!("categories" in chart)) throw new Error("points");
    expect(chart.categories.map(({ en }) => en)).toEqual(["Wave 1", "Autumn"]);
    expect(chart.series[0]).toMatchObject({ role: "user", values: [0.25, 0.6] });
    // Newcombe: each side's distance to its own bound, added as squares.
    const [before, now] = chart.series[0]!.intervals as [[number, number], [number, number]];
    const [row] = words(blockOf(document, "pmf/wave-changes", "table"));
    expect(row?.slice(0, 3)).toEqual(["Autumn", "Users", 0.35]);
    expect(row?.[3]).toBeCloseTo(0.35 - Math.hypot(0.6 - now[0], before[1] - 0.25), 8);
    expect(row?.[4]).toBeCloseTo(0.35 + Math.hypot(now[1] - 0.6, 0.25 - before[0]), 8);
    expect(row?.[5]).toBe("Certain");
    expect(keysOf(documentFor(document, "leadership"))).toContain("pmf/waves");
  });

  test("one wave makes no trend; a wave of few people is the team's", () => {
    expect(keysOf(draw(inputOf(users(40, 10, "w1", 0), { waves })))).not.toContain("pmf/waves");
    const uneven = draw(inputOf([...users(40, 12, "w1", 0), ...users(9, 2, "w2", 100)], { waves }));
    expect(keysOf(uneven)).toContain("pmf/waves");
    expect(keysOf(documentFor(uneven, "product"))).not.toContain("pmf/waves");
  });

  test("the two halves of the roadmap by the themes people found, and nothing from words alone", () => {
    const said = (upset: string, benefit: string, improve: string) =>
      ({ upset, uses: "10+", benefit, improve }) as const;
    const evidence = answered(
      compiled,
      Array.from({ length: 12 }, (_, at) =>
        at < 6
          ? (["user", `c${at}`, said("very", "saves time", "an app for phones")] as const)
          : (["user", `c${at}`, said("somewhat", "saves time", "fewer clicks")] as const),
      ),
    );
    const themes = ["speed", "mobile", "clicks"].map((id) => ({ id, name: `Theme ${id}`, mergedInto: null }));
    const readings = evidence.flatMap(({ id }, at) => [
      { responseId: id, question: "pmf.benefit", coder: "", themeIds: ["speed"] },
      { responseId: id, question: "pmf.improve", coder: "", themeIds: [at < 6 ? "mobile" : "clicks"] },
    ]);
    const coded = draw(inputOf(evidence, { coding: { themes, readings } }));
    expect(words(blockOf(coded, "pmf/user/double-down", "table"))[0]?.slice(0, 4)).toEqual([
      ...["Theme mobile", 6, 6, 1],
    ]);
    expect(words(blockOf(coded, "pmf/user/holds-back", "table"))[0]?.slice(0, 4)).toEqual([
      ...["Theme clicks", 6, 6, 1],
    ]);
    expect(blockOf(coded, "pmf/user/convertible", "text").paragraphs[0]?.en).toContain("“Theme speed” most");
    const told = keysOf(documentFor(coded, "leadership"));
    expect(told).toContain("pmf/user/double-down");
    expect(told).not.toContain("pmf/user/convertible");
    const uncoded = draw(inputOf(evidence));
    expect(keysOf(uncoded)).not.toContain("pmf/user/double-down");
  });
});
