/** A tree drawn from left to right, each card tied to what it lies behind; on a phone the columns stand under one another. */
import type { ReactNode } from "react";
import { type ChainRole, RoleChip } from "./tag";

export type TreeCard = {
  key: string;
  role: ChainRole;
  /** What kind of thing the card names. */
  what: string;
  name: ReactNode;
  /** How much of the whole, 0–1; null where that is not known. */
  part: number | null;
  detail: ReactNode;
  quotes?: ReactNode;
};

function Card({ card }: { card: TreeCard }) {
  const { role, what, name, part, detail, quotes } = card;
  return (
    <div
      className="rounded-md border border-line border-s-4 bg-surface px-3 py-2 print:break-inside-avoid"
      style={{ borderInlineStartColor: `var(--${role})` }}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-muted text-xs">
        <RoleChip role={role} />
        <span>{what}</span>
      </p>
      {name && <p className="font-medium leading-snug">{name}</p>}
      {part !== null && (
        <div aria-hidden="true" className="mt-1 h-1.5 rounded-full bg-sunken">
          <div
            className="h-full rounded-full"
            style={{
              width: `${Math.min(100, 100 * part)}%`,
              background: `var(--${role})`,
              printColorAdjust: "exact",
            }}
          />
        </div>
      )}
      <p className="mt-1 text-muted text-sm tabular-nums">{detail}</p>
      {quotes}
    </div>
  );
}

/** Lines to what a card lies behind: down the side from the first card to the last, and across to each. */
const tied = [
  "relative ps-6 pb-3 last:pb-0 md:ps-10",
  "before:absolute before:start-2 before:border-edge before:border-s-2 md:before:start-5",
  "before:-top-3 before:bottom-0 first:before:-top-3 last:before:bottom-auto last:before:h-9",
  "md:first:before:top-6 md:last:before:top-0 md:last:before:h-6 md:only:before:hidden",
  "after:absolute after:start-2 after:top-6 after:w-4 after:border-edge after:border-t-2 md:after:start-5 md:after:w-5",
].join(" ");
/** From the side line back to the column before. */
const stem =
  "md:relative md:before:absolute md:before:start-0 md:before:top-6 md:before:w-5 md:before:border-edge md:before:border-t-2";

export function TreeDrawing({
  branches,
}: {
  branches: readonly { key: string; columns: readonly (readonly TreeCard[])[] }[];
}) {
  return (
    <div className="grid gap-8">
      {branches.map(({ key, columns }) => {
        const shown = columns.filter((cards) => cards.length > 0);
        return (
          <div
            key={key}
            className="grid gap-y-3 md:auto-cols-fr md:grid-flow-col md:items-start print:break-inside-avoid-page"
          >
            {shown.map((cards, at) => (
              <ul
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                key={at}
                className={at === 0 ? undefined : `${at > 1 ? "ps-4 md:ps-0" : ""} ${stem}`}
              >
                {cards.map((card) => (
                  <li key={card.key} className={at === 0 ? undefined : tied}>
                    <Card card={card} />
                  </li>
                ))}
              </ul>
            ))}
          </div>
        );
      })}
    </div>
  );
}
