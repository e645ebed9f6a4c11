/**
 * Inverse of a square matrix by Gauss–Jordan elimination with partial pivoting, or null when a pivot is
 * smaller than 1e-12 of its column's largest entry: the equations then do not determine an answer.
 * For the small systems of the estimators (standard errors are on the inverse's diagonal).
 */
export function invertMatrix(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const scales = matrix.map((_, column) => Math.max(...matrix.map((row) => Math.abs(row[column]!))));
  const work = matrix.map((row, index) => [...row, ...matrix.map((_, column) => (column === index ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let pivotRow = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(work[row]![column]!) > Math.abs(work[pivotRow]![column]!)) pivotRow = row;
    const pivot = work[pivotRow]![column]!;
    if (!(Math.abs(pivot) > 1e-12 * scales[column]!)) return null;
    [work[column], work[pivotRow]] = [work[pivotRow]!, work[column]!];
    const scaled = work[column]!.map((entry) => entry / pivot);
    work[column] = scaled;
    for (let row = 0; row < size; row += 1) {
      const factor = work[row]![column]!;
      if (row === column || factor === 0) continue;
      work[row] = work[row]!.map((entry, index) => entry - factor * scaled[index]!);
    }
  }
  return work.map((row) => row.slice(size));
}

/** Matrix times vector. */
export function multiplyVector(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, entry, index) => sum + entry * vector[index]!, 0));
}
