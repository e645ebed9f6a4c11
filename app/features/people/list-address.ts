/** The address of another page of a list with the same search. */
export function hrefOf(path: string, typed: Readonly<Record<string, string>>, page: number): string {
  const kept = Object.entries(typed).filter(([, value]) => value !== "");
  return `${path}?${new URLSearchParams([...kept, ["page", String(page)]])}`;
}

/** True when a list shows less than all that its search finds. */
export const isFiltered = ({
  search,
  sort,
  ...filters
}: Readonly<Record<"search" | "sort", string>>): boolean =>
  Object.values(filters).some((value) => value !== "");
