import { Section } from "~/components/section";
import type { Head } from "~/data/entries";
import {
  type CountsProblem,
  type CountsProblems,
  countsKey,
  type FunnelCounts,
  type TypedCounts,
} from "~/domain/growth/funnel-form";
import type { FunnelStepName } from "~/domain/growth/funnel-steps";
import {
  type LostField,
  type LostProblem,
  type LostProblems,
  type LostReason,
  lostFields,
  lostKey,
  type TypedLost,
} from "~/domain/growth/lost-form";
import { useFormat, useText } from "~/i18n/use-text";
import { CountsForm, useCountNames } from "./funnel-counts";
import { LostForm, useStepName } from "./funnel-lost";
import { TableIn, type TableOutcome } from "./table-in";

type ReadIn<Field extends string, Problem extends string, Row> = {
  n: number;
  problems: readonly { line: number; field: Field; problem: Problem }[];
  late: readonly Row[];
  pasted: string;
};
type Again<Typed, Problems, Kind extends "funnel-row" | "lost-reason"> = {
  typed: Typed;
  revision?: number;
  problems?: Problems;
  theirs?: Head<Kind>;
};

/** What came of the last press, as far as the two forms speak of it. */
export type FunnelDone = { at: number } & (
  | ({ kind: "counts-refused" | "counts-late" } & Again<TypedCounts, CountsProblems, "funnel-row">)
  | ({ kind: "lost-refused" | "lost-late" } & Again<TypedLost, LostProblems, "lost-reason">)
  | ({ kind: "table-read" } & ReadIn<string, CountsProblem, FunnelCounts>)
  | ({ kind: "lost-table-read" } & ReadIn<LostField, LostProblem, LostReason>)
  | { kind: "table-refused"; missing: readonly string[]; pasted: string }
  | { kind: "lost-table-refused"; missing: readonly LostField[]; pasted: string }
  | { kind: "table-too-large" | "lost-table-too-large" }
  | { kind: "counts-saved" | "lost-saved" | "removed" | "put-back" }
);

type EntryProps = {
  done: FunnelDone | null;
  steps: readonly FunnelStepName[];
  revisions: Readonly<Record<"counts" | "lost", Readonly<Record<string, number>>>>;
  typed: TypedCounts;
  typedLost: TypedLost;
  /** The revisions of the rows that are being changed; 0 for new ones. */
  at: { counts: number; lost: number };
  action: string;
};

function useCountsOutcome(done: FunnelDone | null, steps: readonly FunnelStepName[]): TableOutcome | null {
  const growth = useText("growth");
  const text = useText("funnel");
  const format = useFormat();
  const names = useCountNames(steps);
  switch (done?.kind) {
    case "table-too-large":
      return { kind: "too-large" };
    case "table-refused": {
      const columns = format.list(done.missing.map((field) => names.get(field) ?? field));
      return { kind: "missing", columns, pasted: done.pasted };
    }
    case "table-read":
      return {
        ...{ kind: "read", n: done.n, late: done.late.map(text.row), pasted: done.pasted },
        problems: done.problems.map(({ line, field, problem }) =>
          growth.line({ line, field: names.get(field) ?? field, problem: text.problems[problem] }),
        ),
      };
    default:
      return null;
  }
}

function useLostOutcome(done: FunnelDone | null, steps: readonly FunnelStepName[]): TableOutcome | null {
  const growth = useText("growth");
  const text = useText("funnel");
  const format = useFormat();
  const stepName = useStepName(steps);
  switch (done?.kind) {
    case "lost-table-too-large":
      return { kind: "too-large" };
    case "lost-table-refused": {
      const columns = format.list(done.missing.map((field) => text.lostField[field]));
      return { kind: "missing", columns, pasted: done.pasted };
    }
    case "lost-table-read":
      return {
        ...{ kind: "read", n: done.n, pasted: done.pasted },
        late: done.late.map((row) => text.lostRow({ ...row, step: stepName(row.step) })),
        problems: done.problems.map(({ line, field, problem }) =>
          growth.line({ line, field: text.lostField[field], problem: text.lostProblems[problem] }),
        ),
      };
    default:
      return null;
  }
}

/** The counts and the reasons, typed or read from a table. */
export function FunnelEntry({ done, steps, revisions, typed, typedLost, at, action }: EntryProps) {
  const text = useText("funnel");
  const growth = useText("growth");
  const names = useCountNames(steps);
  const read = useCountsOutcome(done, steps);
  const readLost = useLostOutcome(done, steps);
  const counts = done?.kind === "counts-refused" || done?.kind === "counts-late" ? done : null;
  const lost = done?.kind === "lost-refused" || done?.kind === "lost-late" ? done : null;
  return (
    <>
      <Section title={text.save}>
        <div className="grid items-start gap-10 xl:grid-cols-2">
          <CountsForm
            key={
              done?.kind === "counts-saved"
                ? done.at
                : countsKey({ period: "", channel: "", ...typed, seen: typed.seen ?? null })
            }
            typed={counts?.typed ?? typed}
            revision={counts?.revision ?? at.counts}
            late={counts?.theirs ?? null}
            problems={counts?.problems ?? {}}
            steps={steps}
            action={action}
          />
          <TableIn
            key={read?.kind === "read" ? done?.at : "table"}
            columns={[...names.values()].join(growth.between)}
            action={action}
            outcome={read}
            revisions={revisions.counts}
          />
        </div>
      </Section>
      <Section title={text.saveLost} lead={text.saveLostLead}>
        <div className="grid items-start gap-10 xl:grid-cols-2">
          <LostForm
            key={done?.kind === "lost-saved" ? done.at : lostKey(typedLost)}
            typed={lost?.typed ?? typedLost}
            revision={lost?.revision ?? at.lost}
            late={lost?.theirs ?? null}
            problems={lost?.problems ?? {}}
            steps={steps}
            action={action}
          />
          <TableIn
            key={readLost?.kind === "read" ? done?.at : "lost-table"}
            columns={lostFields.map((field) => text.lostField[field]).join(growth.between)}
            action={action}
            outcome={readLost}
            revisions={revisions.lost}
            intent="lost-table"
          />
        </div>
      </Section>
    </>
  );
}
