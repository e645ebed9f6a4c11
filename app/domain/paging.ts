/** The page number of an address, from 1; what is no such number is the first page. */
export function pageOf(asked: string | null): number {
  const page = Number(asked);
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

/** One page of a list, by the number in an address; a number past the end gives the last page. */
export function onePage<Row>(
  rows: readonly Row[],
  { asked, perPage }: { asked: string | null; perPage: number },
) {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(pageOf(asked), pages);
  const shown = rows.slice((page - 1) * perPage, page * perPage);
  return { page, pages, total: rows.length, rows: shown };
}
