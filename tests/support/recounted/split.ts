/** Who can be won, and what both halves of the roadmap ask for, from what readers found in the answers. */
import { expect } from "vitest";
import type { CsvRow } from "../recount";
import { companyOf, fitOf, themesIn } from "../recount-answers";
import { inPercent, type Recount, sameRows, says, wordIn } from "../recounting";

export function recountSplit(recount: Recount) {
  recount(["pmf/user/convertible", "pmf/user/double-down", "pmf/user/holds-back"], ({ block, answers }) => {
    const { counted } = fitOf(answers, "user");
    const themes = themesIn(answers).filter(({ reader }) => reader === null);
    const of = (question: string) => themes.filter((one) => one.question === question);
    const isRead = (row: CsvRow, question: string) =>
      (row[question] ?? "").trim() !== "" && of(question).some(({ column }) => row[column] !== "");
    /** The themes of a question among some people, most named first. */
    const namedBy = (people: readonly CsvRow[], question: string) => {
      const read = people.filter((row) => isRead(row, question));
      return of(question)
        .map(({ theme, column }) => ({ theme, column, ...share(read, column) }))
        .filter(({ k }) => k > 0)
        .sort((a, b) => b.k - a.k);
    };
    const share = (read: CsvRow[], column: string) => answers.share(read, (row) => row[column] === "true");

    const lovers = counted.filter((row) => row["pmf.disappointment"] === "very");
    const kinds = new Set(lovers.map((row) => row["company-industry"]));
    const kept = counted.filter((row) => kinds.has(row["company-industry"]));
    const somewhat = kept.filter((row) => row["pmf.disappointment"] === "somewhat");
    const [main, second] = namedBy(lovers, "pmf.benefit");
    expect(main!.k).toBeGreaterThan(second!.k);
    const known = somewhat.filter((row) => isRead(row, "pmf.benefit"));
    const won = known.filter((row) => row[main!.column] === "true");
    const [text] = block("pmf/user/convertible", "text").paragraphs;
    expect(text!.en).toContain(`“${main!.theme}”`);
    says(text, [
      ...[somewhat.length, known.length, won.length],
      inPercent(lovers.length / kept.length),
      inPercent((lovers.length + won.length) / kept.length),
    ]);

    for (const [key, people] of [
      ["double-down", lovers],
      ["holds-back", won],
    ] as const) {
      const told = block(`pmf/user/${key}`, "table");
      const wanted = namedBy(people, "pmf.improve");
      expect(new Set(told.rows.map((row) => wordIn(row[0])))).toEqual(
        new Set(wanted.map(({ theme }) => theme)),
      );
      // Themes named equally often may stand in any order.
      const inOrder = told.rows.map((row) => wanted.find(({ theme }) => theme === wordIn(row[0]))!);
      expect(inOrder.map(({ k }) => k)).toEqual(wanted.map(({ k }) => k));
      sameRows(
        told,
        inOrder.map(({ k, n, share: part, interval }) => [k, n, part, ...(interval ?? [null, null])]),
      );
    }
    expect(new Set(won.map(companyOf)).size).toBeGreaterThan(1);
  });
}
