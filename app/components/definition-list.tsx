import type { ReactNode } from "react";

/** Terms with what they are, side by side where there is room. */
export function DefinitionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr] sm:gap-y-2">
      {items.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="-mb-3 text-muted text-sm sm:mb-0">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
