/** Rows in portions that fit one statement on both engines. */
export function chunksOf<T>(rows: readonly T[], size = 400): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < rows.length; from += size) chunks.push(rows.slice(from, from + size));
  return chunks;
}
