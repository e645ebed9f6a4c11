import type { Interval } from "~/i18n/format";

type IntervalBarProps = {
  value: number;
  interval?: Interval;
  /** The ends of the scale; 0 to 1 by default. */
  scale?: Interval;
  threshold?: number;
};

/** Where a value and its interval lie on their scale; a picture of what the text beside it says. */
export function IntervalBar({ value, interval, scale: [from, to] = [0, 1], threshold }: IntervalBarProps) {
  const at = (n: number) => `${(to > from ? Math.min(1, Math.max(0, (n - from) / (to - from))) : 0) * 100}%`;
  return (
    <svg className="block h-4 w-full overflow-visible" aria-hidden="true">
      <line x1="0" x2="100%" y1="8" y2="8" stroke="var(--line)" strokeWidth="6" strokeLinecap="round" />
      {interval && (
        <line
          x1={at(interval[0])}
          x2={at(interval[1])}
          y1="8"
          y2="8"
          stroke="var(--accent)"
          strokeOpacity="0.45"
          strokeWidth="6"
        />
      )}
      {threshold !== undefined && (
        <line
          x1={at(threshold)}
          x2={at(threshold)}
          y1="0"
          y2="16"
          stroke="var(--ink)"
          strokeDasharray="2 2"
        />
      )}
      <circle cx={at(value)} cy="8" r="4.5" fill="var(--accent)" stroke="var(--surface)" strokeWidth="1.5" />
    </svg>
  );
}
