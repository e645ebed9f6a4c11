import { expect, test } from "vitest";
import { nextStep } from "~/domain/study/next-step";
import { enoughOfARole, stepStates } from "~/domain/study/step-states";

const draft = (role: "decider" | "user" | "finance") => ({ role, version: null });
const published = (role: "decider" | "user") => ({ role, version: 1 });
const count = (role: "decider" | "user", complete: number, started = complete) => ({
  role,
  complete,
  started,
});

test("publish, then send, then wait for what is missing, then read", () => {
  expect(nextStep({ questionnaires: [draft("decider"), draft("user")], counts: [] })).toEqual({
    ...{ kind: "publish", unpublished: 2 },
  });
  const questionnaires = [published("decider"), published("user"), draft("finance")];
  expect(nextStep({ questionnaires, counts: [] })).toEqual({ kind: "send" });
  expect(nextStep({ questionnaires, counts: [count("user", 0, 1)] })).toEqual({
    ...{ kind: "wait", missing: 2 * enoughOfARole, roles: ["decider", "user"] },
  });
  expect(
    nextStep({ questionnaires, counts: [count("user", 50), count("decider", enoughOfARole - 1)] }),
  ).toEqual({
    ...{ kind: "wait", missing: 1, roles: ["decider"] },
  });
  const enough = [count("user", enoughOfARole), count("decider", enoughOfARole)];
  expect(nextStep({ questionnaires, counts: enough })).toEqual({ kind: "read" });
});

const nothing = {
  ...{ questionnaires: [], counts: [], goals: [] },
  growth: { books: null, funnel: null, now: "2026-03" },
  matrix: { rivals: 0, features: 0, known: 0, total: 0 },
};

test("competitors are not begun, being filled in, or nearly all known", () => {
  const state = (rivals: number, features: number, known: number) =>
    stepStates({ ...nothing, matrix: { rivals, features, known, total: (rivals + 1) * features } })
      .competitors;
  expect(state(0, 0, 0)).toBe("not-begun");
  expect(state(2, 0, 0)).toBe("running");
  expect(state(0, 5, 5)).toBe("running");
  expect(state(1, 5, 8)).toBe("running");
  expect(state(1, 5, 9)).toBe("enough");
});

test("the market is not begun, without a goal, or ready to be judged", () => {
  const state = (...goals: (number | null)[]) => stepStates({ ...nothing, goals }).market;
  expect(state()).toBe("not-begun");
  expect(state(null)).toBe("running");
  expect(state(null, 6e6)).toBe("enough");
});

test("growth is not begun, half kept, kept, or behind by two whole months", () => {
  const state = (books: string | null, funnel: string | null) =>
    stepStates({ ...nothing, growth: { books, funnel, now: "2026-03" } }).growth;
  expect(state(null, null)).toBe("not-begun");
  expect(state("2026-02", null)).toBe("running");
  expect(state("2026-02", "2026-01")).toBe("enough");
  expect(state("2026-02", "2025-12")).toBe("needs-you");
  expect(state(null, "2025-12")).toBe("needs-you");
});
