import { describe, expect, it } from "vitest";
import { type CheckedResponse, defaultThresholds, flagResponse } from "~/domain/quality/flag-response";

const rows = (...ratings: number[]) => Object.fromEntries(ratings.map((rating, row) => [`r${row}`, rating]));
const careful: CheckedResponse = {
  id: "careful",
  company: "c1",
  role: "user",
  answers: {
    importance: rows(5, 4, 3, 5, 2, 4),
    satisfaction: rows(2, 3, 3, 4, 1, 5),
    attention: "somewhat",
  },
  pageSeconds: [30, 40],
};
const peers = ["p1", "p2", "p3", "p4"].map((id, index) => ({
  ...careful,
  id,
  company: `other-${index}`,
}));
const grids = ["importance", "satisfaction"];
const attention = { item: "attention", expected: "somewhat" };
const kinds = (check: ReturnType<typeof flagResponse>) => check.flags.map(({ kind }) => kind);

describe("flagging a response", () => {
  it("finds nothing in a careful one, and says which check did not apply", () => {
    expect(flagResponse(careful, { peers, grids, attention })).toEqual({
      flags: [],
      notJudged: [{ kind: "contradiction", reason: { ok: false, reason: "not-applicable" } }],
    });
  });

  it("gives the reason for every flag", () => {
    const careless: CheckedResponse = {
      ...careful,
      id: "careless",
      answers: {
        importance: rows(3, 3, 3, 3, 3, 3),
        satisfaction: rows(4, 4, 4, 4, 4, 4),
        attention: "very",
      },
      pageSeconds: [6, 8],
    };
    const copied = { ...careless, id: "copied", pageSeconds: [30, 40] };
    const check = flagResponse(careless, {
      peers: [...peers, copied],
      grids,
      attention,
      sharedItems: ["importance"],
      samePerson: [
        { role: "decider", answers: { importance: rows(5, 1, 3, 3, 3, 3), attention: "somewhat" } },
      ],
    });
    expect(check.notJudged).toEqual([]);
    expect(check.flags).toEqual([
      {
        kind: "straightlining",
        grids: [
          { item: "importance", run: 6, rows: 6, variability: 0 },
          { item: "satisfaction", run: 6, rows: 6, variability: 0 },
        ],
      },
      { kind: "speeding", index: 3, above: 2, responses: 6 },
      { kind: "near-duplicate", of: [{ id: "copied", same: 13, compared: 13 }] },
      { kind: "attention", item: "attention", expected: "somewhat", given: "very" },
      {
        kind: "contradiction",
        items: [
          { item: "importance.r0", roles: ["user", "decider"], values: [3, 5] },
          { item: "importance.r1", roles: ["user", "decider"], values: [3, 1] },
        ],
      },
    ]);
  });

  it("does not call one straight grid beside a varied one straightlining", () => {
    const content = { ...careful, answers: { ...careful.answers, satisfaction: rows(5, 5, 5, 5, 5, 5) } };
    expect(kinds(flagResponse(content, { peers, grids }))).toEqual([]);
  });

  it("does not judge speed among too few, short grids, unknown companies or a missing attention item", () => {
    const check = flagResponse(
      { ...careful, company: null, answers: { importance: rows(3, 3) } },
      { peers: peers.slice(0, 2), grids, attention },
    );
    expect(check.flags).toEqual([]);
    expect(check.notJudged.map(({ kind, reason }) => [kind, reason.reason])).toEqual([
      ["straightlining", "too-few"],
      ["speeding", "too-few"],
      ["near-duplicate", "not-applicable"],
      ["attention", "no-data"],
      ["contradiction", "not-applicable"],
    ]);
    const untimed = flagResponse({ ...careful, pageSeconds: [null] }, { peers, grids });
    expect(untimed.notJudged).toContainEqual({ kind: "speeding", reason: { ok: false, reason: "no-data" } });
  });

  it("follows the thresholds that are set", () => {
    const hurried = { ...careful, pageSeconds: [20, 25] };
    expect(kinds(flagResponse(hurried, { peers, grids }))).toEqual([]);
    const strict = { ...defaultThresholds, speedAbove: 1.2 };
    expect(kinds(flagResponse(hurried, { peers, grids, thresholds: strict }))).toEqual(["speeding"]);
    const colleague = { ...careful, id: "colleague" };
    expect(kinds(flagResponse(careful, { peers: [colleague], grids }))).toEqual(["near-duplicate"]);
    const patient = { ...defaultThresholds, duplicateAnswers: 20 };
    expect(kinds(flagResponse(careful, { peers: [colleague], grids, thresholds: patient }))).toEqual([]);
  });
});
