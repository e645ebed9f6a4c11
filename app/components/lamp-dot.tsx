export type LampKind = "on" | "off" | "undecided" | "dark";

const looks: Record<LampKind, string> = {
  on: "border-positive bg-positive",
  off: "border-negative bg-paper",
  undecided: "border-muted bg-sunken",
  dark: "border-line border-dashed bg-paper",
};

/** A lamp; its word stands beside it. */
export function LampDot({ lamp }: { lamp: LampKind }) {
  return <span aria-hidden="true" className={`mt-1 size-4 shrink-0 rounded-full border-2 ${looks[lamp]}`} />;
}
