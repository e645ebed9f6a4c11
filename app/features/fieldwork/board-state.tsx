import type { BoardState } from "~/domain/fieldwork/board";
import { useText } from "~/i18n/use-text";

const looks: Record<BoardState, { sign: string; colour: string }> = {
  "not-invited": { sign: "·", colour: "text-muted" },
  "not-sent": { sign: "○", colour: "text-muted" },
  bounced: { sign: "✕", colour: "text-negative" },
  refused: { sign: "✕", colour: "text-caution" },
  sent: { sign: "○", colour: "text-ink" },
  opened: { sign: "◔", colour: "text-ink" },
  started: { sign: "◑", colour: "text-accent" },
  "over-quota": { sign: "⊘", colour: "text-muted" },
  "screened-out": { sign: "⊘", colour: "text-muted" },
  done: { sign: "●", colour: "text-positive" },
};

/** A state by sign, colour and word; `n` people are in it. */
export function BoardStateMark({ state, n }: { state: BoardState; n?: number }) {
  const words = useText("board").states;
  const { sign, colour } = looks[state];
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap text-sm ${colour}`}>
      <span aria-hidden="true">{sign}</span>
      {n !== undefined && n > 1 ? `${n} ` : ""}
      {words[state]}
    </span>
  );
}
