/** Any closed question by any other: shares of each column with their intervals, and whether they depend on each other. */
import { mean } from "d3-array";
import { type ChainRole, chainRoles } from "../chain/role";
import type { LocalText } from "../language";
import type { Outcome } from "../outcome";
import { industries, sizeBands } from "../questionnaire/answer-options";
import type { Answer, Item } from "../questionnaire/compiled";
import { adjustPValues } from "../stats/adjust-p-values";
import { type ContingencyTest, type CrossedAnswer, contingencyTest } from "../stats/contingency-test";
import { normalCdf } from "../stats/distributions";
import { askedQuestions, newest, type Option, optionsOf, partsOf } from "./asked";
import { type Evidence, isRecord, numberCompanies } from "./evidence";
import { type Share, sharesOf } from "./tallies";

/** Something everybody has one value of, or several (then a person stands in several rows). */
export type Variable = {
  key: string;
  title: LocalText;
  /** What of the question it is, for a row of a grid. */
  part: LocalText | null;
  options: Option[];
  several: boolean;
  /** Values by response. */
  values: ReadonlyMap<string, readonly string[]>;
};

/** Questions with more answers than this make no table that anybody reads. */
const mostOptions = 15;

const closed = new Set<Item["kind"]>([
  "radio",
  "dropdown",
  "checkbox",
  "image",
  "rating",
  "boolean",
  "ranking",
  "matrix",
]);
const wanted = (item: Item) => closed.has(item.kind) && !(item.kind === "matrix" && item.uniqueColumns);

const nameOf = (options: readonly { value: string; name: LocalText }[], value: string): LocalText =>
  options.find((one) => one.value === value)?.name ?? { "zh-CN": value, en: value };

type Names = Record<"role" | "size" | "industry" | "region", LocalText> & {
  roles: Record<ChainRole, LocalText>;
  /** What is ranked first, as a part of a ranking. */
  first: LocalText;
};

/** Who somebody is, as variables: role, and the size, industry and region of the company. */
function ownVariables(evidence: readonly Evidence[], names: Names): Variable[] {
  const fields = {
    role: (one: Evidence) => one.role,
    size: (one: Evidence) => one.companySize,
    industry: (one: Evidence) => one.companyIndustry,
    region: (one: Evidence) => one.companyRegion,
  };
  const orders: Record<string, readonly string[]> = {
    role: chainRoles,
    size: sizeBands.map(({ value }) => value),
    industry: industries.map(({ value }) => value),
  };
  const written = (key: string, value: string) =>
    key === "role" ? names.roles[value as ChainRole] : nameOf([...sizeBands, ...industries], value);
  return (["role", "size", "industry", "region"] as const).map((key) => {
    const values = new Map(
      evidence.flatMap((one) => {
        const value = fields[key](one);
        return value ? [[one.id, [value]] as const] : [];
      }),
    );
    const present = [...new Set([...values.values()].flat())];
    const order = orders[key] ?? present.toSorted();
    const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
    return {
      ...{ key: `~${key}`, title: names[key], part: null, several: false, values },
      options: present
        .sort((a, b) => place(a) - place(b))
        .map((value) => ({ value, text: written(key, value) })),
    };
  });
}

/** Values are read when they are looked at: of hundreds of variables a table takes two. */
function readLater(one: Omit<Variable, "values">, read: () => Variable["values"]): Variable {
  let values: Variable["values"] | undefined;
  return {
    ...one,
    get values() {
      values ??= read();
      return values;
    },
  };
}

const listOf = (answer: Answer): string[] => (Array.isArray(answer) ? answer.map(String) : [String(answer)]);

/** Every variable of the evidence: who they are, then the closed questions in their order, a grid row by row. */
export function variablesOf(evidence: readonly Evidence[], names: Names): Variable[] {
  const asked = askedQuestions(evidence, wanted).flatMap((question): Variable[] => {
    const item = newest(question);
    const given = [...question.given.values()].flat();
    const common = { title: item.title, options: optionsOf(question) };
    if (given.length === 0) return [];
    if (item.kind !== "matrix") {
      const several =
        item.kind === "checkbox" || item.kind === "ranking" || (item.kind === "image" && item.multiple);
      const valuesOf = (most?: number) =>
        new Map(given.map(({ one, answer }) => [one.id, listOf(answer).slice(0, most)]));
      const whole = readLater({ ...common, key: question.key, part: null, several }, () => valuesOf());
      if (item.kind !== "ranking") return [whole];
      const first = { ...common, key: `${question.key}#^`, part: names.first, several: false };
      return [whole, readLater(first, () => valuesOf(1))];
    }
    const cellOf = (answer: Answer, row: string) => (isRecord(answer) ? answer[row] : undefined);
    return partsOf(question).flatMap(({ value: row, text }) => {
      if (!given.some(({ answer }) => cellOf(answer, row) !== undefined)) return [];
      const part = { ...common, key: `${question.key}#${row}`, part: text, several: false };
      const values = () =>
        new Map(
          given.flatMap(({ one, answer }) => {
            const cell = cellOf(answer, row);
            return cell === undefined ? [] : [[one.id, listOf(cell)] as const];
          }),
        );
      return [readLater(part, values)];
    });
  });
  const own = ownVariables(evidence, names).filter(({ values }) => values.size > 0);
  return [...own, ...asked].filter(({ options }) => options.length > 1 && options.length <= mostOptions);
}

export type CrossCell = {
  share: Share | null;
  /** More or fewer than independence would bring, by `p`; null where not certain. */
  stands: "more" | "fewer" | null;
  /** The cell's own test after Benjamini and Hochberg over the cells of the table; null where there is none. */
  p: number | null;
  /** Fewer than five people are expected here. */
  sparse: boolean;
};

/** What the table says as a whole. `v` is null where people may stand in several rows or columns. */
export type TableTest = Pick<ContingencyTest, "p" | "designEffect" | "sparse"> & {
  method: ContingencyTest["method"] | "items";
  v: number | null;
};

export type Crosstab = {
  rows: Option[];
  /** With how many answered both questions in it. */
  columns: (Option & { n: number; companies: number })[];
  cells: CrossCell[][];
  n: number;
  test: Outcome<TableTest>;
  /** The test's p after Holm over all tables looked at together; null without one. */
  adjustedP: number | null;
};

/** A column of fewer people, or of fewer companies, than this is warned of. */
export const fewestInColumn = 10;
export const fewestCompaniesInColumn = 5;
const fewestExpected = 5;

const certain = 0.05;

type Person = { one: Evidence; company: number; rows: readonly string[]; columns: readonly string[] };
type Tested = { test: Outcome<TableTest>; cells: { p: number; z: number }[][] | null };

/** Everybody stands in one cell: one test of the table, and its residuals. */
function testTable(
  both: readonly Person[],
  rows: readonly Option[],
  columns: readonly Option[],
  seed: number,
): Tested {
  const place = (options: readonly Option[], value: string | undefined) =>
    options.findIndex((one) => one.value === value);
  const crossed = both.flatMap(({ rows: [r], columns: [c], company }): CrossedAnswer[] => {
    const at = { row: place(rows, r), column: place(columns, c), cluster: company };
    return at.row >= 0 && at.column >= 0 ? [at] : [];
  });
  const test = contingencyTest(crossed, { rows: rows.length, columns: columns.length, seed });
  if (!test.ok) return { test, cells: null };
  const cells = test.value.residuals.map((line) =>
    line.map((z) => ({ z, p: Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1)) })),
  );
  return { test, cells };
}

/**
 * People stand in several rows or columns: each cell is its own table of two by two – names the row or not, stands in
 * the column or not – in which everybody stands once. The whole is as sure as its surest cell after Bonferroni.
 */
function testCells(
  both: readonly Person[],
  rows: readonly Option[],
  columns: readonly Option[],
  seed: number,
): Tested {
  const tests = rows.map((row) =>
    columns.map((column) =>
      contingencyTest(
        both.map(({ rows: r, columns: c, company }) => ({
          row: r.includes(row.value) ? 0 : 1,
          column: c.includes(column.value) ? 0 : 1,
          cluster: company,
        })),
        { rows: 2, columns: 2, seed },
      ),
    ),
  );
  const known = tests.flat().flatMap((one) => (one.ok ? [one.value] : []));
  const [first] = tests.flat();
  if (known.length === 0)
    return { test: first && !first.ok ? first : { ok: false, reason: "no-data" }, cells: null };
  return {
    test: {
      ok: true,
      value: {
        method: "items",
        p: Math.min(1, known.length * Math.min(...known.map(({ p }) => p))),
        designEffect: mean(known.map(({ designEffect }) => designEffect)) ?? 1,
        sparse: known.filter(({ sparse }) => sparse > 0).length,
        v: null,
      },
    },
    cells: tests.map((line) =>
      line.map((one) => (one.ok ? { p: one.value.p, z: one.value.residuals[0]?.[0] ?? 0 } : { p: 1, z: 0 })),
    ),
  };
}

function cross(evidence: readonly Evidence[], row: Variable, column: Variable, seed: number): Crosstab {
  const companyOf = numberCompanies();
  const both = evidence.flatMap((one): Person[] => {
    const company = companyOf(one);
    const [rows, columns] = [row.values.get(one.id), column.values.get(one.id)];
    return rows?.length && columns?.length ? [{ one, company, rows, columns }] : [];
  });
  const used = (options: readonly Option[], values: ReadonlySet<string>) =>
    options.filter(({ value }) => values.has(value));
  const rows = used(row.options, new Set(both.flatMap((each) => each.rows)));
  const columns = used(column.options, new Set(both.flatMap((each) => each.columns))).map((option) => {
    const own = both.filter((each) => each.columns.includes(option.value));
    return { ...option, n: own.length, companies: new Set(own.map(({ company }) => company)).size, own };
  });
  const { test, cells: tests } = (row.several || column.several ? testCells : testTable)(
    both,
    rows,
    columns,
    seed,
  );
  const adjusted = adjustPValues(
    (tests ?? []).flat().map(({ p }) => p),
    "benjamini-hochberg",
  );
  const shares = columns.map(({ own }) =>
    sharesOf(
      rows.map(({ value }) => value),
      own.map(({ one, company, rows: given }) => ({ one, company, answer: given as Answer })),
      (answer) => (Array.isArray(answer) ? answer : [answer]),
      true,
    ),
  );
  const inRow = rows.map(({ value }) => both.filter((each) => each.rows.includes(value)).length);
  const cells = rows.map(({ value }, i) =>
    columns.map(({ n }, j): CrossCell => {
      const own = tests?.[i]?.[j];
      const p = own && adjusted.ok ? (adjusted.value[i * columns.length + j] ?? null) : null;
      return {
        share: shares[j]?.get(value) ?? null,
        stands: own && p !== null && p < certain ? (own.z > 0 ? "more" : "fewer") : null,
        p,
        sparse: (inRow[i]! * n) / both.length < fewestExpected,
      };
    }),
  );
  return {
    ...{ rows, cells, n: both.length, test, adjustedP: null },
    columns: columns.map(({ value, text, n, companies }) => ({ value, text, n, companies })),
  };
}

/**
 * One question by several others. Shares are of those who answered both and stand in the column; their intervals
 * allow for colleagues. The tables' p are corrected by Holm, for each is a claim; the cells of a table are a screening and
 * corrected by Benjamini and Hochberg.
 */
export function crosstabs(
  evidence: readonly Evidence[],
  row: Variable,
  columns: readonly Variable[],
  { seed }: { seed: number },
): Crosstab[] {
  const tables = columns.map((column) => cross(evidence, row, column, seed));
  const adjusted = adjustPValues(
    tables.flatMap(({ test }) => (test.ok ? [Math.min(1, Math.max(0, test.value.p))] : [])),
    "holm",
  );
  let next = 0;
  return tables.map((table) => ({
    ...table,
    adjustedP: table.test.ok && adjusted.ok ? (adjusted.value[next++] ?? null) : null,
  }));
}
