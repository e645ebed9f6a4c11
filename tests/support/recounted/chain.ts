/** The chain: who is for us, where roles differ, how far they agree, and who has been heard. */
import { expect } from "vitest";
import { anchorAttributes } from "~/domain/questionnaire/answer-options";
import { average, type CsvRow, drawnEnds, endsWithin, gapOf, meanOf, total } from "../recount";
import { type Answers, companyOf, numberAt, roles } from "../recount-answers";
import { beyondT } from "../recount-families";
import { chartOf, type Recount, sameRows, wordIn } from "../recounting";
import { near, nearEnds } from "../report-block";

const nameOf = (attribute: string) => anchorAttributes.find(({ value }) => value === attribute)!.name.en;
/** Attributes of the anchor block, as the file has columns for them. */
export const attributesIn = ({ parts }: Answers) => parts("anchor.importance");

const inCompany = ({ of }: Answers, company: string, role: string) =>
  of(role).filter((row) => companyOf(row) === company);

/** Most would choose us, most would not, or neither; null where nobody of them has chosen. */
function leaningOf(people: readonly CsvRow[]) {
  const chosen = people.map((row) => row["anchor.choice"] ?? "").filter(Boolean);
  const share = (yes: (value: string) => boolean) => chosen.filter(yes).length / chosen.length;
  if (chosen.length === 0) return null;
  if (share((value) => value === "us") > 0.5) return "for";
  return share((value) => value !== "us" && value !== "dont-know") > 0.5 ? "against" : "split";
}

const patternNames = {
  for: "Aligned for us",
  against: "Aligned against us",
  "decider-only": "Decider sold, users not",
  "users-only": "Users sold, decider not",
  split: "Split",
  unheard: "Unheard",
} as const;
export type Pattern = keyof typeof patternNames;

function patternOf(answers: Answers, company: string): Pattern {
  const [decider, user] = ["decider", "user"].map((role) => leaningOf(inCompany(answers, company, role)));
  if (decider === null || user === null) return "unheard";
  if (decider === user && decider !== "split") return decider as "for" | "against";
  if (decider === "for" && user === "against") return "decider-only";
  return decider === "against" && user === "for" ? "users-only" : "split";
}
export const patternsIn = (answers: Answers) =>
  answers.companies.map((company) => patternOf(answers, company));

/** Attributes on which decider and user certainly differ, after Holm: the p in rising order, each times those left. */
export function certainGaps(answers: Answers) {
  const gaps = attributesIn(answers).map((attribute) => {
    const column = `anchor.importance/${attribute}`;
    const found = gapOf(answers.rated("decider", column), answers.rated("user", column));
    return { ...found, attribute, p: beyondT(found.gap / found.error, found.companies - 1) };
  });
  const rising = [...gaps].sort((a, b) => a.p - b.p);
  let held = true;
  const certain = rising.flatMap(({ p, attribute }, at) => {
    held &&= p * (gaps.length - at) < 0.05;
    return held ? [attribute] : [];
  });
  return { gaps, certain };
}

/** Krippendorff's α of ratings in units: observed over expected disagreement, ordinal. */
function alphaOf(units: readonly (readonly number[])[]): number | null {
  const all = units.flat();
  const counts = [1, 2, 3, 4, 5].map((value) => all.filter((one) => one === value).length);
  // The ordinal distance of two values: all that lies between them, the ends by half, squared.
  const distances = counts.map((_, a) =>
    counts.map((_, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      return (total(counts.slice(low, high + 1)) - (counts[low]! + counts[high]!) / 2) ** 2;
    }),
  );
  const pairs = (values: readonly number[]) =>
    total(values.flatMap((a, i) => values.map((b, j) => (i === j ? 0 : distances[a - 1]![b - 1]!))));
  const observed = total(units.map((unit) => pairs(unit) / (unit.length - 1))) / all.length;
  const expected =
    total(counts.flatMap((n, a) => counts.map((m, b) => n * m * distances[a]![b]!))) /
    (all.length * (all.length - 1));
  return expected > 0 ? 1 - observed / expected : null;
}

const [theirDraws, ourDraws] = [1000, 1000];

export function recountChain(recount: Recount) {
  recount(["chain/patterns", "chain/stances"], ({ block, answers }) => {
    const patterns = patternsIn(answers);
    const told = block("chain/patterns", "table").rows;
    for (const [key, name] of Object.entries(patternNames)) {
      const row = told.find(([cell]) => wordIn(cell) === name);
      sameRows({ rows: row ? [row] : [["", 0]] }, [[patterns.filter((one) => one === key).length]]);
    }
    const leanings = { for: "▲ For", against: "▼ Against", split: "◆ Split" };
    const map = block("chain/stances", "table");
    expect(map.rows).toHaveLength(answers.companies.length);
    for (const [company, ...cells] of map.rows) {
      const name = wordIn(company);
      expect(wordIn(cells.at(-1))).toBe(patternNames[patternOf(answers, name)]);
      map.columns.slice(1, -1).forEach(({ role }, at) => {
        const people = inCompany(answers, name, role!);
        const leaning = leaningOf(people);
        expect(wordIn(cells[at])).toBe(
          people.length === 0 ? "Not heard" : leaning ? leanings[leaning as "for"] : "No choice",
        );
      });
    }
  });

  recount(["chain/importance", "chain/satisfaction"], ({ block, answers }) => {
    for (const about of ["importance", "satisfaction"]) {
      const { people, companies, ...told } = block(`chain/${about}`, "chart");
      expect(companies).toBe(answers.companies.length);
      const { series, categories } = chartOf(told);
      const attributes = attributesIn(answers);
      expect(categories.map(({ en }) => en).sort()).toEqual(attributes.map(nameOf).sort());
      expect(series).toHaveLength(roles.length);
      for (const { role, values, intervals, people: counted } of series)
        for (const attribute of attributes) {
          const at = categories.findIndex(({ en }) => en === nameOf(attribute));
          const { mean, interval, n } = meanOf(answers.rated(role!, `anchor.${about}/${attribute}`));
          near(values[at], mean);
          nearEnds(intervals?.[at], interval);
          expect(counted?.[at]?.n).toBe(n);
        }
      const most = (role: string) =>
        Math.max(...attributes.map((one) => answers.rated(role, `anchor.${about}/${one}`).length));
      expect(people).toBe(total(roles.map(most)));
    }
  });

  recount(["chain/gap-chart", "chain/gaps"], ({ block, answers }) => {
    const { gaps, certain } = certainGaps(answers);
    const wanted = gaps.sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
    const table = block("chain/gaps", "table");
    sameRows(
      table,
      wanted.map(({ gap, interval, companies }) => [gap, ...interval, companies]),
    );
    const { companies: all, ...told } = block("chain/gap-chart", "chart");
    expect(all).toBe(answers.companies.length);
    const { series } = chartOf(told);
    wanted.forEach(({ attribute }, at) => {
      expect(wordIn(table.rows[at]![0])).toBe(nameOf(attribute));
      expect(wordIn(table.rows[at]![5])).toBe(certain.includes(attribute) ? "Certain" : "Not certain");
      for (const { role, values, people } of series) {
        const given = answers.rated(role!, `anchor.importance/${attribute}`);
        near(values[at], average(given.map(({ value }) => value)));
        expect(people?.[at]?.n).toBe(given.length);
      }
    });
  });

  recount(["chain/agreement"], ({ block, answers }) => {
    const table = block("chain/agreement", "table");
    const wanted = attributesIn(answers).map((attribute) => {
      const column = `anchor.importance/${attribute}`;
      const companies = answers.companies.map((company) => {
        const given = roles.map((role) =>
          inCompany(answers, company, role).flatMap((row) => numberAt(row, column) ?? []),
        );
        const means = given.flatMap((own) => (own.length > 0 ? [Math.round(average(own))] : []));
        return { unit: means.length > 1 ? means : null, all: given.flat() };
      });
      const units = companies.flatMap(({ unit }) => (unit ? [unit] : []));
      const { ends, spread } = drawnEnds(
        companies,
        (drawn) => alphaOf(drawn.flatMap(({ unit }) => (unit ? [unit] : []))),
        { draws: ourDraws, seed: 5 },
      );
      // r_wg: 1 − the variance within a company over that of answers thrown evenly on five points, (25 − 1) / 12 = 2.
      const within = companies
        .filter(({ all }) => all.length > 1)
        .map(({ all }) => {
          const variance = total(all.map((one) => (one - average(all)) ** 2)) / (all.length - 1);
          return Math.max(0, 1 - variance / 2);
        });
      return { attribute, spread, numbers: [alphaOf(units), ...ends, units.length, average(within)] };
    });
    expect(table.rows).toHaveLength(wanted.length);
    for (const { attribute, spread, numbers } of wanted) {
      const row = table.rows.find(([name]) => wordIn(name) === nameOf(attribute))!;
      const end = endsWithin(spread, [ourDraws, theirDraws]);
      sameRows({ rows: [row] }, [numbers], [undefined, end, end]);
    }
  });

  recount(["chain/coverage", "chain/companies"], ({ block, answers, document }) => {
    const heard = answers.companies.map((company) => ({
      company,
      counts: roles.map((role) => inCompany(answers, company, role).length),
    }));
    const lacking = (role: string) =>
      heard.filter(({ counts }) => counts[roles.indexOf(role as "user")] === 0).length;
    const complete = heard.filter(({ counts }) => counts.every((n) => n > 0)).length;
    sameRows(block("chain/coverage", "table"), [
      [complete],
      [lacking("decider")],
      [lacking("user")],
      [lacking("requester")],
    ]);
    const map = block("chain/companies", "table");
    expect(map.rows).toHaveLength(heard.length);
    for (const row of map.rows) {
      const name = wordIn(row[0]);
      const { counts } = heard.find(({ company }) => company === name)!;
      sameRows({ rows: [row] }, [
        map.columns.slice(1).map(({ role }) => counts[roles.indexOf(role as "user")]!),
      ]);
    }
    expect(document.responses).toBe(answers.rows.length);
    expect(document.companies).toBe(heard.length);
  });
}
