import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { digitsBeside, type Interval, type Unit } from "~/i18n/format";
import type { Texts } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { IntervalBar } from "./interval-bar";
import { Verdict, type VerdictKind } from "./verdict";

/** A value with its uncertainty, a count too small for a percentage, or the reason why there is no value. */
export type FigureState =
  | {
      kind: "value";
      value: number;
      interval?: Interval;
      /** "p10-p90" for a range drawn from assumptions, "none" for what has none; a confidence interval unless said. */
      intervalIs?: "confidence" | "p10-p90" | "none";
      verdict?: VerdictKind;
      /** What the verdict is measured against. */
      threshold?: number;
      /** How many more answers would decide an undecided verdict. */
      moreNeeded?: number;
    }
  | { kind: "few"; k: number; n: number }
  | { kind: "none"; reason: keyof Texts<"reasons"> }
  /** There is a value, and it would tell of too few people. */
  | { kind: "hidden" };

export type FigureProps = {
  label: ReactNode;
  state: FigureState;
  unit?: Unit;
  digits?: number;
  /** The ends of the bar's scale. Shares default to 0–1; without one, other units draw no bar. */
  scale?: Interval;
  n?: number;
  companies?: number;
  /** Key of the page that explains the method, `/methods/:key`. */
  method?: string;
  /** Where the answers behind the figure are listed, or with `inputs` what else it was computed from. */
  answers?: string;
  inputs?: boolean;
  /** "row" sets it in one or two lines, for tables and lists. */
  size?: "full" | "row";
  children?: ReactNode;
};

type Known = Extract<FigureState, { kind: "value" }>;

/** The headline: value, "3 of 4", or that there is none. */
function Headline({ state, unit, digits }: Pick<FigureProps, "state" | "unit" | "digits">) {
  const text = useText("figure");
  const format = useFormat();
  if (state.kind === "value") return <>{format.figure(state.value, unit, digits)}</>;
  if (state.kind === "few") return <>{text.kOfN(state)}</>;
  return <span className="font-normal text-muted">{text.noValue}</span>;
}

/** What the interval, or its absence, says; "few" and "none" explain themselves here. */
function Explained({ state, unit, digits }: Pick<FigureProps, "state" | "unit" | "digits">) {
  const text = useText("figure");
  const reasons = useText("reasons");
  const format = useFormat();
  if (state.kind === "few") return <>{text.tooFew}</>;
  if (state.kind === "none") return <>{reasons[state.reason]}</>;
  if (state.kind === "hidden") return <>{text.hidden}</>;
  if (!state.interval) return state.intervalIs === "none" ? null : text.noInterval;
  const range = format.range(state.interval, unit, digits);
  return <>{state.intervalIs === "p10-p90" ? text.drawnRange({ range }) : text.interval({ range })}</>;
}

function Judged({ state, unit }: { state: Known } & Pick<FigureProps, "unit">) {
  const text = useText("figure");
  const format = useFormat();
  const { verdict, threshold, moreNeeded } = state;
  if (!verdict) return null;
  return (
    <p className="text-sm">
      <Verdict verdict={verdict} />
      {threshold !== undefined && (
        <span className="text-muted"> · {text.threshold({ value: format.figure(threshold, unit) })}</span>
      )}
      {moreNeeded !== undefined && (
        <span className="block text-muted">{text.moreNeeded({ n: moreNeeded })}</span>
      )}
    </p>
  );
}

/** n and companies, then the two ways to look behind the figure. */
function Behind({
  n,
  companies,
  method,
  answers,
  inputs = false,
}: Pick<FigureProps, "n" | "companies" | "method" | "answers" | "inputs">) {
  const text = useText("figure");
  const counts = [
    n !== undefined && text.n({ n }),
    companies !== undefined && text.companies({ n: companies }),
  ];
  const counted = counts.filter(Boolean).join(" · ");
  if (!counted && !method && !answers) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-muted text-xs leading-6">
      {counted && <span>{counted}</span>}
      {answers && (
        <Link to={answers} className="link inline-flex min-h-6 items-center print:hidden">
          {inputs ? text.showInputs : text.showAnswers}
        </Link>
      )}
      {method && (
        <Link to={`/methods/${method}`} className="link inline-flex min-h-6 items-center print:hidden">
          {text.method}
        </Link>
      )}
    </p>
  );
}

/** The one way a figure is drawn: value, interval, n and companies, verdict, and what is behind it. */
export function Figure(props: FigureProps) {
  const {
    label,
    state,
    unit = "percent",
    digits,
    n,
    companies,
    method,
    answers,
    inputs,
    size = "full",
    children,
  } = props;
  const scale = props.scale ?? (unit === "percent" ? ([0, 1] as const) : undefined);
  const ends = state.kind === "value" ? [state.value, ...(state.interval ?? [])] : [];
  const beside =
    state.kind === "value" && unit === "percent" ? digitsBeside(state.threshold, ends) : undefined;
  const written = { state, unit, digits: digits ?? beside };
  const behind = <Behind {...{ n, companies, method, answers, inputs }} />;
  if (size === "row") {
    return (
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-muted text-sm">{label}</span>
          <span className="font-semibold tabular-nums">
            <Headline {...written} />
          </span>
          <span className="text-muted text-sm tabular-nums">
            <Explained {...written} />
          </span>
        </p>
        {state.kind === "value" && <Judged unit={unit} state={state} />}
        {behind}
      </div>
    );
  }
  return (
    <div className="grid content-start gap-1.5">
      <p className="text-muted text-sm">{label}</p>
      <p
        className={`font-semibold tabular-nums leading-tight ${state.kind === "value" ? "text-3xl" : "text-xl"}`}
      >
        <Headline {...written} />
      </p>
      {state.kind === "value" && scale && (
        <IntervalBar
          value={state.value}
          interval={state.interval}
          scale={scale}
          threshold={state.threshold}
        />
      )}
      <p className="text-sm tabular-nums">
        <Explained {...written} />
      </p>
      {state.kind === "value" && <Judged unit={unit} state={state} />}
      {children}
      {behind}
    </div>
  );
}
