/** The rows of an exported file as answers: whose they are, of which company, to which question. Nothing of the product is used. */
import { average, type CsvRow, shareOf } from "./recount";

/** In the order in which every screen lists them. */
export const roles = ["decider", "user", "requester"] as const;
export type CountedRole = (typeof roles)[number];

export const companyOf = (row: CsvRow) => row.company ?? "";
/** Several answers of one cell. */
export const listed = (cell: string | undefined) => (cell ?? "").split("; ").filter(Boolean);
const notAnswers = new Set(["other", "dontknow", "dont-know", "none", "na"]);
/** Real answers: neither "other" nor "don't know". */
export const named = (cell: string | undefined) => listed(cell).filter((one) => !notAnswers.has(one));

export function answersIn(rows: CsvRow[]) {
  const of = (role: string) => rows.filter((row) => row.role === role);
  const given = (role: string, column: string) => of(role).filter((row) => (row[column] ?? "") !== "");
  const rated = (role: string, column: string) =>
    given(role, column)
      .filter((row) => Number.isFinite(Number(row[column])))
      .map((row) => ({ company: companyOf(row), value: Number(row[column]) }));
  /** What follows the slash in the headers of one question. */
  const parts = (question: string) =>
    Object.keys(rows[0] ?? {}).flatMap((name) =>
      name.startsWith(`${question}/`) ? [name.slice(question.length + 1)] : [],
    );
  const share = (some: readonly CsvRow[], yes: (row: CsvRow) => boolean) =>
    shareOf(some.map((row) => ({ company: companyOf(row), yes: yes(row) })));
  /** A number a company, in the order in which companies first answered; null where nobody of the role has one. */
  const companies = [...new Set(rows.map(companyOf))];
  const byCompany = (role: string, of_: (row: CsvRow) => number | null) =>
    companies.map((company) => {
      const values = of(role)
        .filter((row) => companyOf(row) === company)
        .flatMap((row) => of_(row) ?? []);
      return values.length > 0 ? average(values) : null;
    });
  return { rows, of, given, rated, parts, share, companies, byCompany };
}
export type Answers = ReturnType<typeof answersIn>;

export const numberAt = (row: CsvRow, column: string) => {
  const cell = row[column] ?? "";
  return cell === "" || !Number.isFinite(Number(cell)) ? null : Number(cell);
};

/** The PMF answers of a role: those who used it often enough and said something else than N/A, and the others. */
export function fitOf({ given, share }: Answers, role: string) {
  const asked = given(role, "pmf.disappointment");
  const eligible = asked.filter((row) => ["2-4", "5-9", "10+"].includes(row["user.core-uses"] ?? ""));
  const counted = eligible.filter((row) => row["pmf.disappointment"] !== "na");
  const often = asked.filter((row) => (row["user.core-uses"] ?? "") !== "");
  const said = (answer: string) => counted.filter((row) => row["pmf.disappointment"] === answer).length;
  return {
    ...{ counted, said, na: eligible.length - counted.length, screenedOut: asked.length - eligible.length },
    score: share(counted, (row) => row["pmf.disappointment"] === "very"),
    frequency: share(often, (row) => eligible.includes(row)),
  };
}

/** The columns of what readers found: `pmf.improve/theme/Speed`, and of one reader `pmf.improve/theme/Speed/reader 1`. */
export const themesIn = ({ rows: [first = {}] }: Answers) =>
  Object.keys(first).flatMap((column) => {
    const [, question, theme, reader = null] = /^(.+?)\/theme\/(.+?)(?:\/reader (\d+))?$/.exec(column) ?? [];
    return question && theme ? [{ column, question, theme, reader }] : [];
  });

/** Where an interval lies against a line. */
export const judged = (interval: readonly [number, number] | null, line: number) =>
  interval === null
    ? null
    : interval[0] > line
      ? ("above" as const)
      : interval[1] < line
        ? ("below" as const)
        : ("undecided" as const);
