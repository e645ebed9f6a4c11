import { describe, expect, test } from "vitest";
import { readStageOf, type StageFacts } from "~/domain/growth/stage";
import { noValue, value } from "~/domain/outcome";
import { lifeCycleStages } from "~/domain/study/study";

const nothing: StageFacts = {
  coverage: { complete: 0, companies: 0 },
  matrix: { known: 0, total: 0 },
  competition: "unknown",
  headroom: noValue("no-data"),
  lamps: { frequency: "dark", upset: "dark", breakEven: "dark" },
  renewal: noValue("no-data"),
  ltvToCac: noValue("no-data"),
  opportunities: { all: 0, confirmed: 0 },
};
const renewal = (interval: [number, number]) =>
  value({ renewal: 1, due: 40, renewed: 32, rate: 0.8, interval, cohorts: 3 });

test("knows nothing of a study without data, at any stage", () => {
  for (const stage of lifeCycleStages) {
    const { gates, todo } = readStageOf(stage, nothing);
    expect(gates.every(({ state }) => state === "dark")).toBe(true);
    expect(todo).toBe(gates[0]!.key);
  }
});

describe("the gates", () => {
  const states = (stage: Parameters<typeof readStageOf>[0], facts: Partial<StageFacts>) =>
    Object.fromEntries(
      readStageOf(stage, { ...nothing, ...facts }).gates.map(({ key, state }) => [key, state]),
    );

  test("of development ask for five whole chains, four fifths of the matrix and room", () => {
    const facts = { coverage: { complete: 5, companies: 9 }, matrix: { known: 8, total: 10 } };
    expect(
      states("development", { ...facts, headroom: value({ verdict: "undecided", chance: 0.5 }) }),
    ).toEqual({
      coverage: "on",
      matrix: "on",
      competition: "dark",
      headroom: "undecided",
    });
    const short = { coverage: { complete: 4, companies: 40 }, matrix: { known: 7, total: 10 } };
    expect(states("development", short)).toMatchObject({ coverage: "off", matrix: "off" });
  });

  test("of the competition follow the verdict: only a win lights it, a tie leaves it open", () => {
    const of = (competition: StageFacts["competition"]) =>
      (["development", "growth", "maturity"] as const).map(
        (stage) => states(stage, { competition }).competition,
      );
    expect(of("win")).toEqual(["on", "on", "on"]);
    expect(of("tie")).toEqual(["undecided", "undecided", "undecided"]);
    expect(of("lose")).toEqual(["off", "off", "off"]);
  });

  test("of growth judge intervals, not points", () => {
    expect(
      states("growth", { renewal: renewal([0.65, 0.9]), ltvToCac: value([2.5, 9] as const) }),
    ).toMatchObject({ renewal: "undecided", ltvToCac: "undecided" });
    expect(
      states("growth", { renewal: renewal([0.71, 0.9]), ltvToCac: value([3.1, 9] as const) }),
    ).toMatchObject({ renewal: "on", ltvToCac: "on" });
    expect(
      states("growth", { renewal: renewal([0.4, 0.69]), ltvToCac: value([1, 2.9] as const) }),
    ).toMatchObject({ renewal: "off", ltvToCac: "off" });
  });

  test("of validation are the three lamps; the first that is not on is to do, none when all are", () => {
    const lamps = { frequency: "on", upset: "undecided", breakEven: "off" } as const;
    expect(readStageOf("market-validation", { ...nothing, lamps })).toMatchObject({
      logic: "product",
      next: "growth",
      todo: "upset",
    });
    const lit = { frequency: "on", upset: "on", breakEven: "on" } as const;
    expect(readStageOf("market-validation", { ...nothing, lamps: lit }).todo).toBeNull();
  });

  test("lead nowhere from maturity, and to a second growth from decline", () => {
    expect(readStageOf("maturity", nothing).next).toBeNull();
    const found = { ...nothing, opportunities: { all: 3, confirmed: 1 } };
    expect(readStageOf("decline", found)).toMatchObject({ next: "growth", todo: "headroom" });
    expect(readStageOf("decline", { ...nothing, opportunities: { all: 3, confirmed: 0 } }).todo).toBe(
      "opportunity",
    );
  });
});
