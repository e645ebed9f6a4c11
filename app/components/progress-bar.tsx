import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";

type ProgressBarProps = {
  label: string;
  done: number;
  total: number;
  /** How much that is; "3 of 12" without. */
  words?: string;
  /** Keep the label for screen readers only. */
  labelHidden?: boolean;
  /** Stands where a hidden label would. */
  note?: ReactNode;
};

/** How much of something is done; its words stand beside the bar. */
export function ProgressBar({
  label,
  done,
  total,
  words: given,
  labelHidden = false,
  note,
}: ProgressBarProps) {
  const text = useText("shell");
  const words = given ?? text.progress({ done, total });
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  return (
    <div className="grid gap-1">
      <div className="flex justify-between gap-4 text-muted text-sm">
        <span className={labelHidden ? "sr-only" : undefined}>{label}</span>
        {note && <span>{note}</span>}
        <span className="ms-auto tabular-nums">{words}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={words}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
