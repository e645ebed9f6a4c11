import type { ReactNode } from "react";
import { MethodLink } from "./method-link";
import { Verdict, type VerdictKind } from "./verdict";

/** A figure that is known rather than estimated: what it is, how much, why; a sentence stands where it has no value. */
export function KnownFigure(props: {
  label: string;
  /** Null: there is none, and `why` says what is missing. */
  figure: string | null;
  why: ReactNode;
  verdict?: { kind: VerdictKind; word: string };
  method: string;
}) {
  const { label, figure, why, verdict, method } = props;
  return (
    <div className="grid content-start gap-1">
      <p className="text-muted text-sm">{label}</p>
      {figure !== null && <p className="font-semibold text-2xl tabular-nums leading-tight">{figure}</p>}
      <p className="text-sm tabular-nums">{why}</p>
      {verdict && (
        <p className="text-sm">
          <Verdict verdict={verdict.kind} word={verdict.word} />
        </p>
      )}
      <p>
        <MethodLink method={method} />
      </p>
    </div>
  );
}
