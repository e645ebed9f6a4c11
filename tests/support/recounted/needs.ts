/** What each role needs: problems and causes, the tree that ties them, features, themes, and people's own words. */
import { expect } from "vitest";
import { problems } from "~/domain/questionnaire/answer-options";
import type { TreeLeaf } from "~/domain/report/document/report-document";
import { sampleBrief } from "~/domain/study/sample-brief";
import { average, type CsvRow, opportunityOf, total } from "../recount";
import { type Answers, companyOf, listed, named, roles, themesIn } from "../recount-answers";
import { chartOf, inPercent, numbersOf, type Recount, sameRows, says, wordIn } from "../recounting";
import { near } from "../report-block";
import { attributesIn } from "./chain";
import { opportunityIn } from "./figures";

type Names = readonly { value: string; name: string }[];
const ofBrief = (all: readonly { id: string; name: string | { en: string } }[] = []): Names =>
  all.map(({ id, name }) => ({ value: id, name: typeof name === "string" ? name : name.en }));
/** What is called how: the words of the questionnaires, which the file does not hold. */
export const needNames: Names = problems.map(({ value, name }) => ({ value, name: name.en }));
export const causeNames = ofBrief(sampleBrief.causes);
const featureNames = ofBrief(sampleBrief.features);

const counted = (people: readonly CsvRow[], column: string, value: string) => {
  const asked = people.filter((row) => (row[column] ?? "") !== "");
  const naming = asked.filter((row) => listed(row[column]).includes(value));
  return [naming.length, asked.length, new Set(naming.map(companyOf)).size];
};

/** What lies behind a need: the requesters, users, causes, features and rivals of companies whose decider names it. */
function behind(answers: Answers, need: string) {
  const naming = answers.of("decider").filter((row) => named(row["anchor.problems"]).includes(need));
  const companies = new Set(naming.map(companyOf));
  const own = (role: string) => answers.of(role).filter((row) => companies.has(companyOf(row)));
  const [users, requesters] = [own("user"), own("requester")];
  const rated = (about: string, feature: string) =>
    users.flatMap((row) => {
      const cell = row[`user.feature-${about}/${feature}`] ?? "";
      return cell !== "" && Number.isFinite(Number(cell))
        ? [{ company: companyOf(row), value: Number(cell) }]
        : [];
    });
  const chosen = requesters.map((row) => row["anchor.choice"] ?? "").filter(Boolean);
  return {
    deciders: counted(answers.of("decider"), "anchor.problems", need),
    requesters: counted(requesters, "anchor.problems", need),
    causes: new Map(causeNames.map(({ value, name }) => [name, counted(users, "user.causes", value)])),
    features: new Map(
      featureNames.map(({ value, name }) => {
        const {
          value: score,
          n,
          companies: of,
        } = opportunityOf(rated("importance", value), rated("satisfaction", value));
        return [name, { score, n, companies: of }];
      }),
    ),
    rivals: new Map(
      [
        ...sampleBrief.competitors.map(({ id, name }) => [id, name] as const),
        ["status-quo", ""] as const,
      ].map(([id, name]) => [name, counted(requesters, "anchor.choice", id)]),
    ),
    choices: chosen.length,
  };
}
type Behind = ReturnType<typeof behind>;

const rivalIn = ({ rivals }: Behind, name: string) => rivals.get(name) ?? rivals.get("")!;
/** Nothing that was left out is named more often than what is told last. */
const noneBefore = (told: readonly number[], all: readonly number[]) =>
  expect([...told].sort((a, b) => b - a)).toEqual([...all].sort((a, b) => b - a).slice(0, told.length));

const textColumns = {
  "needs/decider-problem": "decider.problem",
  "needs/scenario": "requester.scenario",
  "needs/cause-text": "user.cause-text",
  "pmf/benefit": "pmf.benefit",
  "pmf/improve": "pmf.improve",
  "competitors/reasons": "competitor.reasons",
} as const;

export function recountNeeds(recount: Recount) {
  recount(["needs/drawing", "needs/tree"], ({ block, answers }) => {
    const { branches } = block("needs/drawing", "tree");
    const { rows } = block("needs/tree", "table");
    const all = needNames.map(({ value }) => counted(answers.of("decider"), "anchor.problems", value)[0]!);
    noneBefore(
      branches.map(({ columns }) => columns[0]![0]!.people.k!),
      all,
    );
    const places = rows.flatMap(([name], at) => (wordIn(name).includes("←") ? [] : [at]));
    expect(places).toHaveLength(branches.length);
    branches.forEach(({ columns }, at) => {
      const leaves = columns.flat();
      const name = leaves[0]!.name!.en;
      const need = needNames.find((one) => one.name === name)!.value;
      const found = behind(answers, need);
      const whats = (what: string) => leaves.filter((leaf) => leaf.what.en === what);
      const counts = ({ people: { k, n }, companies }: TreeLeaf) => [k, n, companies];
      const causes = whats("Cause named by users");
      const [also, rival, missed] = [
        "Requesters name it, too",
        "Requesters would choose",
        "Feature users miss most",
      ].map((what) => whats(what)[0]);
      expect(counts(leaves[0]!)).toEqual(found.deciders);
      expect(counts(also!)).toEqual(found.requesters);
      for (const cause of causes) expect(counts(cause)).toEqual(found.causes.get(cause.name!.en));
      noneBefore(
        causes.map(({ people }) => people.k!),
        [...found.causes.values()].map(([k]) => k!),
      );
      expect(counts(rival!)).toEqual(rivalIn(found, rival!.name!.en));
      expect(rival!.people.n).toBe(found.choices);
      noneBefore(
        [rival!.people.k!],
        [...found.rivals.values()].map(([k]) => k!),
      );
      const feature = found.features.get(missed!.name!.en)!;
      near(missed!.score, feature.score);
      expect([missed!.people.n, missed!.companies]).toEqual([feature.n, feature.companies]);
      near(missed!.score, Math.max(...[...found.features.values()].map(({ score }) => score)));

      // The same once more in the table, in its own order.
      const table = rows.slice(places[at]!, places[at + 1]);
      expect(wordIn(table[0]![0])).toBe(name);
      sameRows({ rows: table }, [
        found.deciders,
        ...(found.requesters[0]! > 0 ? [found.requesters] : []),
        ...causes.map((cause) => found.causes.get(cause.name!.en)!),
        [feature.n, feature.score],
        rivalIn(found, rival!.name!.en),
      ]);
    });
  });

  recount(["needs/wants"], ({ block, answers }) => {
    const told = block("needs/wants", "table");
    const order = [...new Set(told.rows.map(([role]) => wordIn(role).toLowerCase().slice(0, -1)))];
    expect([...order].sort()).toEqual([...roles].sort());
    sameRows(
      told,
      order.flatMap((role) =>
        attributesIn(answers)
          .map((attribute) => {
            const values = answers.rated(role, `anchor.importance/${attribute}`).map(({ value }) => value);
            return [average(values), values.length];
          })
          .sort(([a], [b]) => b! - a!)
          .slice(0, 3),
      ),
    );
  });

  const charts = {
    "needs/problems": "anchor.problems",
    "needs/causes": "user.causes",
    "needs/stop-paying": "decider.stop-paying",
    "competitors/choice": "anchor.choice",
    "pmf/frequency": "pmf.frequency",
  };
  for (const [key, column] of Object.entries(charts))
    recount([key], ({ block, answers }) => {
      const { title, people: asked, companies, ...told } = block(key, "chart");
      const given = roles.map((role) => answers.given(role, column));
      expect(asked).toBe(total(given.map(({ length }) => length)));
      expect(companies).toBe(new Set(given.flat().map(companyOf)).size);
      for (const { role, values, intervals, people } of chartOf(told).series) {
        const answered = answers.given(role!, column);
        const options = [...new Set(answered.flatMap((row) => listed(row[column])))];
        const written = (
          k: number,
          n: number,
          share: number,
          ends: readonly [number, number] | null | undefined,
        ) => `${k} of ${n}: ${share.toFixed(8)} ${ends?.map((end) => end.toFixed(7))}`;
        const wanted = options.map((option) => {
          const { k, n, share, interval } = answers.share(answered, (row) =>
            listed(row[column]).includes(option),
          );
          return written(k, n, share, interval);
        });
        // Bars without anybody stand in the chart; the file names no such option.
        const found = values.flatMap((value, at) =>
          value ? [written(people![at]!.k!, people![at]!.n, value, intervals?.[at])] : [],
        );
        expect(found.length).toBeGreaterThan(0);
        expect(wanted).toEqual(expect.arrayContaining(found));
        if (chartOf(told).categories.length < 10) expect([...found].sort()).toEqual([...wanted].sort());
        expect(title.en).toContain(`${inPercent(Math.max(...values.map((value) => value ?? 0)))}%`);
      }
    });

  recount(["needs/opportunity"], ({ block, answers }) => {
    const told = block("needs/opportunity", "table");
    const top = (feature: string, about: string) => {
      const given = answers.rated("user", `user.feature-${about}/${feature}`);
      return (10 * given.filter(({ value }) => value >= 4).length) / given.length;
    };
    const wanted = answers
      .parts("user.feature-importance")
      .map((feature) => {
        const { value, n } = opportunityIn(answers, feature);
        return [top(feature, "importance"), top(feature, "satisfaction"), value, n];
      })
      .sort((a, b) => b[2]! - a[2]!);
    sameRows(told, wanted);
  });

  recount(["needs/themes"], ({ block, answers }) => {
    const told = block("needs/themes", "table");
    const found = themesIn(answers).filter(({ reader }) => reader === null);
    const read = [...new Set(found.map(({ question }) => question))].flatMap((question) => {
      const of = found.filter((one) => one.question === question);
      return answers.rows
        .filter((row) => row[question]?.trim() && of.some(({ column }) => row[column] !== ""))
        .map((row) => ({ question, row }));
    });
    expect(read.length).toBeGreaterThan(40);
    const columns = told.columns.slice(3).map(({ role }) => role!);
    expect([...columns].sort()).toEqual([...new Set(read.map(({ row }) => row.role!))].sort());
    const wanted = [...new Set(found.map(({ theme }) => theme))].map((name) => {
      const rows = read
        .filter(({ question, row }) =>
          found.some((one) => one.theme === name && one.question === question && row[one.column] === "true"),
        )
        .map(({ row }) => row);
      const of = columns.map((role) => rows.filter((row) => row.role === role).length);
      return { name, numbers: [rows.length, new Set(rows.map(companyOf)).size, ...of] };
    });
    expect(told.rows).toHaveLength(Math.min(10, wanted.length));
    const counts = numbersOf(told.rows).map(([n]) => n!);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    for (const row of told.rows)
      sameRows({ rows: [row] }, [wanted.find(({ name }) => name === wordIn(row[0]))!.numbers]);
    says(told.note, [read.length]);
  });

  recount(["quality/coders"], ({ block, answers }) => {
    const told = block("quality/coders", "table");
    const found = themesIn(answers).filter(({ reader }) => reader !== null);
    const readers = [...new Set(found.map(({ reader }) => reader))].sort();
    expect(readers).toEqual(["1", "2"]);
    const questions = [...new Set(found.map(({ question }) => question))].sort();
    expect(questions).toHaveLength(2);
    /** Of each answer both have read, what each found by theme. */
    const both = (question: string) => {
      const [one, other] = readers.map((reader) =>
        found.filter((column) => column.question === question && column.reader === reader),
      );
      return answers.rows
        .filter((row) => [one![0]!, other![0]!].every(({ column }) => row[column] !== ""))
        .map((row) => one!.map(({ column }, at) => [row[column], row[other![at]!.column]] as const));
    };
    /** Cohen's κ over each answer and each theme that anybody found in its question: found, or not. */
    const kappaOf = (read: ReturnType<typeof both>) => {
      const judged = read.flat();
      const n = judged.length;
      const yes = (side: 0 | 1) => judged.filter((pair) => pair[side] === "true").length / n;
      const same = judged.filter(([a, b]) => a === b).length / n;
      const likely = yes(0) * yes(1) + (1 - yes(0)) * (1 - yes(1));
      return [read.length, (same - likely) / (1 - likely)];
    };
    sameRows(told, [kappaOf(questions.flatMap(both)), ...questions.map((one) => kappaOf(both(one)))]);
    expect(wordIn(told.rows[0]![0])).toBe("Readers 1 and 2");
  });

  recount(Object.keys(textColumns), ({ block, answers }) => {
    for (const [key, column] of Object.entries(textColumns)) {
      const { quotes, total: n } = block(key, "quoted");
      const texts = answers.rows.filter((row) => (row[column] ?? "").trim() !== "");
      expect(n, key).toBe(texts.length);
      expect(quotes.length).toBeGreaterThan(0);
      for (const { role, text } of quotes)
        expect(texts.some((row) => row.role === role && row[column]!.trim() === text)).toBe(true);
    }
  });
}
