import { expect, test } from "vitest";
import { type Column, DataTable } from "~/components/data-table";
import { drawn, read } from "./draw";

type Row = { name: string; n: number | null };
const rows: Row[] = [
  { name: "Beta", n: 2 },
  { name: "Alpha", n: null },
  { name: "Gamma", n: 10 },
];
const columns: Column<Row>[] = [
  { key: "name", header: "Company", cell: ({ name }) => name, sortBy: ({ name }) => name },
  { key: "n", header: "Answers", numeric: true, cell: ({ n }) => n, sortBy: ({ n }) => n },
];
const ordered = (key: string, direction: "ascending" | "descending") =>
  drawn(
    <DataTable
      caption="Companies"
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      initialOrder={{ key, direction }}
    />,
  );
const names = (html: string) => [...html.matchAll(/<th scope="row"[^>]*>([^<]+)/g)].map(([, name]) => name);

test("sorts by the column asked for; what has no value comes last either way", () => {
  expect(names(ordered("n", "ascending"))).toEqual(["Beta", "Gamma", "Alpha"]);
  expect(names(ordered("n", "descending"))).toEqual(["Gamma", "Beta", "Alpha"]);
  expect(names(ordered("name", "ascending"))).toEqual(["Alpha", "Beta", "Gamma"]);
});

test("says which column it is sorted by", () => {
  const html = ordered("n", "descending");
  expect(html.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="descending"']);
});

test("an empty table says so", () => {
  const html = drawn(
    <DataTable
      caption="Companies"
      columns={columns}
      rows={[]}
      rowKey={({ name }) => name}
      empty="No company yet."
    />,
  );
  expect(read(html)).toContain("No company yet.");
});
