import { useText } from "~/i18n/use-text";

export type VerdictKind = "above" | "below" | "undecided";

const looks: Record<VerdictKind, { colour: string; shape: string; filled: boolean }> = {
  above: { colour: "text-positive", shape: "M8 2.5 14 13H2z", filled: true },
  below: { colour: "text-negative", shape: "M8 13.5 2 3h12z", filled: true },
  undecided: { colour: "text-muted", shape: "M8 1.8 14.2 8 8 14.2 1.8 8z", filled: false },
};

/** Above, below or undecided: shape, word and colour. `word` replaces the usual one ("Beats", "Trails"). */
export function Verdict({ verdict, word }: { verdict: VerdictKind; word?: string }) {
  const text = useText("figure");
  const { colour, shape, filled } = looks[verdict];
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold whitespace-nowrap ${colour}`}>
      <svg viewBox="0 0 16 16" className="size-[0.8em] shrink-0" aria-hidden="true">
        <path d={shape} fill={filled ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.8" />
      </svg>
      {word ?? text.verdict[verdict]}
    </span>
  );
}
