/** Brings the k-th smallest of a part of a column to its place, smaller ones before it and larger ones behind. */
function select(column: Float64Array, k: number, from: number, to: number): void {
  let [left, right] = [from, to];
  while (right > left) {
    const pivot = column[(left + right) >> 1]!;
    let [up, down] = [left, right];
    while (up <= down) {
      while (column[up]! < pivot) up += 1;
      while (column[down]! > pivot) down -= 1;
      if (up <= down) {
        const held = column[up]!;
        column[up] = column[down]!;
        column[down] = held;
        up += 1;
        down -= 1;
      }
    }
    if (k <= down) right = down;
    else if (k >= up) left = up;
    else return;
  }
}

/**
 * Quantiles of a long column at rising chances, interpolated between neighbours (type 7, as in R and d3), without sorting
 * it: many times faster. The column holds at least one number and no NaN, and is left as it is.
 *
 * Source: Hoare (1961), Algorithm 65: Find, Communications of the ACM 4(7); Hyndman & Fan (1996), The American Statistician 50(4).
 */
export function columnQuantiles(values: Float64Array, chances: readonly number[]): number[] {
  const column = values.slice();
  const last = column.length - 1;
  let from = 0;
  return chances.map((chance) => {
    const place = last * chance;
    const below = Math.floor(place);
    select(column, below, from, last);
    from = below;
    const low = column[below]!;
    if (place === below) return low;
    let next = Number.POSITIVE_INFINITY;
    for (let at = below + 1; at <= last; at += 1) if (column[at]! < next) next = column[at]!;
    return low + (next - low) * (place - below);
  });
}
