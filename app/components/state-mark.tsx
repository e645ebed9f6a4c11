import { useText } from "~/i18n/use-text";

export type WorkState = "not-begun" | "running" | "enough" | "needs-you";

const colours: Record<WorkState, string> = {
  "not-begun": "text-muted",
  running: "text-ink",
  enough: "text-positive",
  "needs-you": "text-negative",
};

/** How far a step is: an empty, half or ticked circle, or an exclamation, always with its word. */
export function StateMark({ state, wordHidden = false }: { state: WorkState; wordHidden?: boolean }) {
  const word = useText("shell").state[state];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap text-xs ${colours[state]}`}>
      <svg viewBox="0 0 16 16" className="size-3.5 shrink-0" aria-hidden="true">
        <circle
          cx="8"
          cy="8"
          r="6.5"
          fill={state === "needs-you" ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="1.5"
        />
        {state === "running" && <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />}
        {state === "enough" && (
          <path d="M5 8.3l2.1 2.1L11 6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
        )}
        {state === "needs-you" && <path d="M8 4v5M8 10.6v1.4" stroke="var(--paper)" strokeWidth="1.8" />}
      </svg>
      <span className={wordHidden ? "sr-only" : undefined}>{word}</span>
    </span>
  );
}
