import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import { industryName, sizeName } from "~/domain/fieldwork/company-words";
import type { StopRules } from "~/domain/fieldwork/wave";
import type { StopState, TargetProgress } from "~/domain/fieldwork/wave-progress";
import type { Outcome } from "~/domain/outcome";
import type { PmfVerdict } from "~/domain/pmf/pmf-verdict";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

export type Progress = {
  targets: readonly TargetProgress[];
  end: Outcome<number>;
  stops: readonly StopState[];
  stopRules: StopRules;
  declaredAt: number | null;
  declaredBeforehand: boolean;
  endsAt: number | null;
  endedAt: number | null;
  pmf: readonly {
    role: ChainRole;
    n: number;
    companies: number;
    more: Outcome<number>;
    verdict: PmfVerdict | null;
  }[];
};

type Props = { progress: Progress; base: string; canEdit: boolean };

/** Targets, the verdict's distance, and the declared rules to stop. */
export function WaveProgress({ progress, base, canEdit }: Props) {
  const text = useText("board");
  const declare = canEdit && (
    <p className="mt-3">
      <Link to={`${base}/wave`} className="link">
        {text.targets.declare}
      </Link>
    </p>
  );
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      <Section title={text.targets.title}>
        <Targets progress={progress} />
        {progress.targets.length === 0 && declare}
      </Section>
      <div className="grid content-start gap-8">
        {progress.pmf.length > 0 && (
          <Section title={text.pmf.title}>
            <Distance pmf={progress.pmf} />
          </Section>
        )}
        <Section title={text.stop.title}>
          <Stops progress={progress} />
          {progress.endedAt === null && canEdit && progress.stops.some(({ met }) => met) && (
            <Form method="post" action={`${base}/wave`} className="mt-4 grid gap-3">
              <p className="max-w-prose">{text.stop.offer}</p>
              <SubmitButton name="intent" value="end" className="justify-self-start">
                {text.wave.end}
              </SubmitButton>
            </Form>
          )}
          {progress.stops.length === 0 && declare}
        </Section>
      </div>
    </div>
  );
}

function Targets({ progress: { targets, end, endsAt, stopRules } }: { progress: Progress }) {
  const text = useText("board").targets;
  const roles = useText("roles").chain;
  const language = useLanguage();
  const format = useFormat();
  if (targets.length === 0) return <p className="text-muted">{text.none}</p>;
  const met = targets.every(({ done, target }) => done >= target);
  const named = ({ field, value }: NonNullable<TargetProgress["segment"]>) =>
    field === "size"
      ? sizeName(value, language)
      : field === "industry"
        ? industryName(value, language)
        : value;
  const said = met
    ? text.endMet
    : end.ok
      ? text.end({ date: format.date(end.value) })
      : end.reason === "too-few"
        ? text.endTooFew
        : end.reason === "never-reached"
          ? text.endNever
          : null;
  return (
    <>
      <DataTable
        caption={text.title}
        captionHidden
        rows={targets}
        rowKey={({ role, segment }) => `${role} ${segment?.field} ${segment?.value}`}
        columns={[
          {
            key: "role",
            header: text.role,
            cell: ({ role, segment }) =>
              segment ? (
                text.inSegment({ role: roles[role], segment: named(segment) })
              ) : (
                <RoleChip role={role} />
              ),
          },
          { key: "done", header: text.done, numeric: true, cell: ({ done }) => format.number(done) },
          { key: "target", header: text.target, numeric: true, cell: ({ target }) => format.number(target) },
          {
            key: "left",
            header: text.left,
            numeric: true,
            cell: ({ done, target }) =>
              done >= target && stopRules.closesQuotas ? (
                <Tag tone="neutral">{text.closed}</Tag>
              ) : (
                format.number(Math.max(0, target - done))
              ),
          },
        ]}
      />
      <p className="mt-3">{said}</p>
      {endsAt !== null && <p className="text-muted text-sm">{text.planned({ date: format.date(endsAt) })}</p>}
    </>
  );
}

function Distance({ pmf }: { pmf: Progress["pmf"] }) {
  const text = useText("board").pmf;
  const roles = useText("roles").plural;
  return (
    <ul className="grid gap-3">
      {pmf.map(({ role, n, companies, more, verdict }) => (
        <li key={role}>
          {verdict !== null && verdict !== "undecided"
            ? text.decided({ role: roles[role], verdict: text.verdict[verdict] })
            : more.ok
              ? text.more({ n: more.value, role: roles[role] })
              : more.reason === "never-reached"
                ? text.open({ role: roles[role] })
                : text.tooFew({ role: roles[role], n })}
          <span className="block text-muted text-sm">{text.counted({ n, companies })}</span>
        </li>
      ))}
      <li>
        <MethodLink method="how-many-more" />
      </li>
    </ul>
  );
}

function Stops({ progress }: { progress: Progress }) {
  const { stops, stopRules, declaredAt, declaredBeforehand, endedAt } = progress;
  const text = useText("board").stop;
  const roles = useText("roles").plural;
  const format = useFormat();
  const ended = endedAt !== null && <p>{text.endedAt({ date: format.date(endedAt) })}</p>;
  if (stops.length === 0 || declaredAt === null) return ended || <p className="text-muted">{text.none}</p>;
  const words = (rule: StopState["rule"]) =>
    rule === "targetsMet"
      ? text.targetsMet
      : rule === "verdictDecided"
        ? text.verdictDecided({ role: stopRules.verdictDecided ? roles[stopRules.verdictDecided] : "" })
        : text.mostResponses({ n: stopRules.mostResponses ?? 0 });
  const date = format.date(declaredAt);
  return (
    <>
      <ul className="grid gap-2">
        {stops.map(({ rule, met }) => (
          <li key={rule} className="flex flex-wrap items-center gap-2">
            <Tag tone={met ? "success" : "neutral"}>{met ? text.met : text.notMet}</Tag>
            {words(rule)}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-muted text-sm">
        {declaredBeforehand ? text.beforehand({ date }) : text.afterwards({ date })}
      </p>
      {ended}
    </>
  );
}
