/** Would they miss it: the scores and their waves, the lamps and gates, and how steady the scores are. */
import { expect } from "vitest";
import type { MoneyMonth } from "~/domain/growth/money-form";
import { moreToPart, wilsonOf } from "../recount";
import { type Answers, companyOf, fitOf, judged, roles } from "../recount-answers";
import { chartOf, inPercent, type Recount, sameRows, says, wordIn } from "../recounting";
import { near, nearEnds } from "../report-block";

export const threshold = 0.4;
export const usedOften = 0.5;
export const fitRoles = ["user", "decider"] as const;
const stateOf = { above: "on", below: "off", undecided: "undecided" } as const;
const stateIn = (interval: [number, number] | null, line: number) => {
  const verdict = judged(interval, line);
  return verdict === null ? "dark" : stateOf[verdict];
};

/** Months in a row, up to the last, that cost no more than they brought. */
export function monthsWithoutLoss(books: readonly MoneyMonth[]): number {
  const losses = books.map((one) => one.revenue < one.variableCost + one.fixedCost);
  return losses.reduce((n, loss) => (loss ? 0 : n + 1), 0);
}

/** The difference of two shares from the distances to their own ends, added as squares. */
function differenceOf(now: ReturnType<typeof fitOf>["score"], before: typeof now) {
  const [[a, b], [c, d]] = [now.interval!, before.interval!];
  const difference = now.share - before.share;
  const low = difference - Math.sqrt((now.share - a) ** 2 + (d - before.share) ** 2);
  const high = difference + Math.sqrt((b - now.share) ** 2 + (before.share - c) ** 2);
  return { difference, low: Math.max(-1, low), high: Math.min(1, high) };
}

export function recountFit(recount: Recount) {
  recount(["pmf/waves"], ({ block, waves }) => {
    const { title, lines, ...told } = block("pmf/waves", "chart");
    const { series } = chartOf(told);
    expect(waves).toHaveLength(2);
    expect(lines?.map(({ at }) => at)).toEqual([threshold]);
    expect(series.map(({ role }) => role)).toEqual(fitRoles);
    for (const { role, values, intervals, people } of series) {
      const scores = waves.map(({ answers }) => fitOf(answers, role!).score);
      expect(values).toHaveLength(scores.length);
      scores.forEach(({ share, interval, n, k }, at) => {
        near(values[at], share);
        nearEnds(intervals?.[at], interval);
        expect(people?.[at]).toMatchObject({ n, k });
      });
    }
    const [first, last] = [series[0]!.values[0]!, series[0]!.values.at(-1)!];
    says(title, [inPercent(first), inPercent(last)]);
  });

  recount(["pmf/wave-changes"], ({ block, waves }) => {
    const changes = block("pmf/wave-changes", "table");
    const wanted = fitRoles.map((role) => {
      const [before, now] = waves.map(({ answers }) => fitOf(answers, role).score);
      return differenceOf(now!, before!);
    });
    sameRows(
      changes,
      wanted.map(({ difference, low, high }) => [difference, low, high]),
    );
    changes.rows.forEach((row, at) => {
      const { low, high } = wanted[at]!;
      expect(wordIn(row[5])).toBe(low > 0 || high < 0 ? "Certain" : "Not certain");
    });
  });

  recount(["pmf/lamps", "pmf/decider-lamps", "gates/lamps", "gates/todo", "money/lamp"], (given) => {
    const { block, answers, books, rule } = given;
    const [users, deciders] = fitRoles.map((role) => fitOf(answers, role));
    const months = monthsWithoutLoss(books);
    const wanted = {
      frequency: stateIn(users!.frequency.interval, usedOften),
      upset: stateIn(users!.score.interval, threshold),
      breakEven:
        months >= rule.monthsRequired ? "on" : months === books.length ? "undecided" : ("off" as const),
    };
    const lampsOf = (key: string) => block(key, "lamps").lamps;
    const states = (key: string) => Object.fromEntries(lampsOf(key).map((one) => [one.key, one.state]));
    expect(states("pmf/lamps")).toEqual(wanted);
    expect(states("gates/lamps")).toEqual(wanted);
    expect(states("money/lamp")).toEqual({ breakEven: wanted.breakEven });
    expect(states("pmf/decider-lamps")).toEqual({
      "decider-frequency": stateIn(deciders!.frequency.interval, usedOften),
      "decider-upset": stateIn(deciders!.score.interval, threshold),
    });
    const saidOf = (key: string, lamp: string) => lampsOf(key).find((one) => one.key === lamp)!;
    for (const key of ["pmf/lamps", "money/lamp"])
      says(saidOf(key, "breakEven").why, [months, rule.monthsRequired]);
    says(saidOf("gates/lamps", "breakEven").said, [months, rule.monthsRequired]);
    const first = lampsOf("gates/lamps").find(({ state }) => state !== "on");
    expect(first).toBeDefined();
    expect(block("gates/todo", "text").paragraphs[0]!.en).toContain(first!.name.en);
  });

  recount(["pmf/divided", "pmf/counts"], ({ block, answers }) => {
    const fits = fitRoles.map((role) => fitOf(answers, role));
    const { title, ...told } = block("pmf/divided", "chart");
    const { series } = chartOf(told);
    const kinds = ["very", "somewhat", "not"];
    expect(series).toHaveLength(kinds.length);
    kinds.forEach((kind, at) => {
      fits.forEach(({ counted, said }, role) => {
        near(series[at]!.values[role], said(kind) / counted.length);
        expect(series[at]!.people?.[role]).toMatchObject({ n: counted.length, k: said(kind) });
      });
    });
    expect(told.people).toBe(fits[0]!.counted.length + fits[1]!.counted.length);
    says(
      title,
      fits.map(({ score }) => inPercent(score.share)),
    );
    sameRows(block("pmf/counts", "table"), [
      ...kinds.map((kind) => fits.map(({ said }) => said(kind))),
      fits.map(({ na }) => na),
      fits.map(({ screenedOut }) => screenedOut),
    ]);
  });

  recount(["quality/sensitivity"], ({ block, answers }) => {
    sameRows(
      block("quality/sensitivity", "table"),
      fitRoles.map((role) => {
        const { score, na } = fitOf(answers, role);
        const { n, k, share, effective } = score;
        return [share, k / (n + na), ...wilsonOf(k, n), n / effective, effective];
      }),
    );
  });

  recount(["quality/turnout", "quality/method"], ({ block, answers, begun }) => {
    sameRows(
      block("quality/turnout", "table"),
      roles.map((role) => {
        const own = answers.of(role);
        const started = begun.filter((one) => one.role === role).length;
        return [started, own.length, new Set(own.map(companyOf)).size];
      }),
    );
    expect(begun.filter(({ completedAt }) => completedAt !== null)).toHaveLength(answers.rows.length);
    expect(answers.rows.filter(({ review }) => review === "excluded")).toEqual([]);
    expect(block("quality/method", "text").paragraphs.at(-1)!.en).toBe("No response was left out.");
  });
}

/** What the verdict of a role needs: nothing where it stands. */
export function fitVerdict(answers: Answers, role: string) {
  const { score } = fitOf(answers, role);
  const verdict = judged(score.interval, threshold);
  return { score, verdict, more: verdict === "undecided" ? moreToPart(score, threshold) : 0 };
}
