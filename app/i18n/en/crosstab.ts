import { grouped, plural } from "../format";

export const crosstab = {
  title: "Crosstab",
  lead: "Any question by any other, with what chance alone could do.",
  link: "Cross questions",
  row: "Question in the rows",
  column: ({ n }: { n: number }) => `By (${grouped(n)})`,
  none: "Nothing",
  choose: "Choose a question",
  show: "Show",
  emptyTitle: "Nothing to cross yet",
  empty: "Two closed questions with answers are needed.",
  pick: "Choose what stands in the rows, and what it is crossed by.",
  lost: ({ n }: { n: number }) =>
    `${plural(n, "question", "questions")} of this address cannot be shown: no longer in the study, or answered by nobody who passes the filter.`,
  question: ({ title, part }: { title: string; part: string }) => `${title} – ${part}`,
  caption: ({ row, column }: { row: string; column: string }) => `${row} by ${column}`,
  answer: "Answer",
  columnOf: ({ text, n, companies }: { text: string; n: number; companies: number }) =>
    `${text} (n = ${grouped(n)}, ${plural(companies, "company", "companies")})`,
  few: ({ columns, limit }: { columns: string; limit: number }) =>
    `Fewer than ${grouped(limit)} people stand in ${columns}: read these shares as counts.`,
  fewCompanies: ({ columns, limit }: { columns: string; limit: number }) =>
    `Fewer than ${grouped(limit)} companies stand in ${columns}: no interval is drawn.`,
  first: "ranked first",
  sparse: {
    exact:
      "* Fewer than five are expected in a cell, so that p is counted over all tables with these totals.",
    permutation:
      "* Fewer than five are expected in a cell, so that p comes from 2,000 tables dealt anew with these totals.",
    items:
      "* Fewer than five are expected in this cell, so that its p is counted over all tables with these totals.",
  },
  cellP: ({ p }: { p: string }) => `p ${p}`,
  more: "more than chance",
  fewer: "fewer than chance",
  finding: {
    yes: ({ row, column }: { row: string; column: string }) => `“${row}” depends on “${column}”`,
    no: ({ row, column }: { row: string; column: string }) =>
      `No dependence of “${row}” on “${column}” beyond chance`,
    none: ({ row, column }: { row: string; column: string }) => `“${row}” by “${column}”`,
  },
  p: ({ p, tables }: { p: string; tables: number }) =>
    tables > 1 ? `p ${p} after Holm over ${plural(tables, "table", "tables")}` : `p ${p}`,
  smallP: "< 0.001",
  strength: ({ v }: { v: string }) => `Cramér's V ${v}`,
  effect: ({ d }: { d: string }) => `design effect ${d}`,
  items:
    "One person may stand in several rows or columns: every cell is tested by itself, and the table is as sure as its surest cell after Bonferroni.",
  marks:
    "▲ more and ▼ fewer than independence would bring, at 5% after Benjamini–Hochberg over the cells of the table: of all marked cells, about one in twenty may be chance.",
  nobody: "Nobody who passes the filter has answered both.",
};
