import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { LampDot } from "~/components/lamp-dot";
import { MethodLink } from "~/components/method-link";
import { Panel, Section } from "~/components/section";
import type { ChainRole } from "~/domain/chain/role";
import type { CompetitiveResult } from "~/domain/competitors/competitive-verdict";
import {
  type GateKey,
  type GrowthLogic,
  renewalThreshold,
  type StageFacts,
  type StageReading,
} from "~/domain/growth/stage";
import type { Outcome } from "~/domain/outcome";
import type { PmfScore } from "~/domain/pmf/pmf-score";
import { defaultFrequencyThreshold, type Frequency } from "~/domain/pmf/three-lamps";
import type { PmfRule } from "~/domain/study/study";
import { useFormat, useText } from "~/i18n/use-text";

type StageProps = {
  reading: StageReading;
  facts: StageFacts;
  rule: PmfRule;
  books: { months: number; required: number; last: string } | null;
  fit: { frequency: Outcome<Frequency>; upset: Outcome<PmfScore> };
  /** Whether we win, by role. */
  roles: readonly { role: ChainRole; result: CompetitiveResult }[];
  /** The study's address. */
  base: string;
  canEdit: boolean;
};

const places: Record<GateKey, string> = {
  ...{ coverage: "chain", matrix: "competitors/matrix", competition: "competitors", headroom: "market" },
  ...{ frequency: "pmf", upset: "pmf", breakEven: "growth/money" },
  ...{ renewal: "growth/money", ltvToCac: "growth/money", opportunity: "growth/opportunities" },
};
const logicPlaces: Record<GrowthLogic, string> = {
  ...{ research: "market", product: "results", market: "growth/funnel", service: "growth/money" },
};

/** The evidence behind each gate, as a sentence. */
function useEvidence({ facts, rule, books, fit, roles }: Omit<StageProps, "reading" | "base" | "canEdit">) {
  const text = useText("stage");
  const format = useFormat();
  const { plural } = useText("roles");
  const { coverage, matrix, headroom, renewal, ltvToCac, opportunities } = facts;
  const sentences: Record<GateKey, () => string> = {
    coverage: () => text.why.coverage(coverage),
    matrix: () => text.why.matrix(matrix),
    headroom: () =>
      headroom.ok ? text.why.headroom({ share: format.percent(headroom.value.chance) }) : text.none.headroom,
    competition: () => {
      const named = (result: CompetitiveResult) =>
        roles.filter((one) => one.result === result).map(({ role }) => plural[role]);
      return text.why.competition({
        ...{
          win: format.list(named("win")),
          tie: format.list(named("tie")),
          lose: format.list(named("lose")),
        },
      });
    },
    frequency: () =>
      fit.frequency.ok
        ? text.why.frequency({
            ...{ uses: rule.minUses, days: rule.windowDays, companies: fit.frequency.value.companies },
            share: format.interval(fit.frequency.value.share, fit.frequency.value.interval, {
              count: fit.frequency.value.n,
            }),
            threshold: format.percent(defaultFrequencyThreshold),
          })
        : text.none.frequency,
    upset: () =>
      fit.upset.ok && fit.upset.value.interval.ok
        ? text.why.upset({
            share: format.interval(fit.upset.value.score, fit.upset.value.interval.value, {
              count: fit.upset.value.n,
            }),
            ...{ threshold: format.percent(rule.threshold), companies: fit.upset.value.companies },
          })
        : text.none.upset,
    breakEven: () => (books ? text.why.breakEven(books) : text.none.breakEven),
    renewal: () =>
      renewal.ok
        ? text.why.renewal({
            rate: format.interval(renewal.value.rate, renewal.value.interval, { count: renewal.value.due }),
            threshold: format.percent(renewalThreshold),
          })
        : text.none.renewal,
    ltvToCac: () =>
      ltvToCac.ok ? text.why.ltvToCac({ range: format.range(ltvToCac.value, "number") }) : text.none.ltvToCac,
    opportunity: () => text.why.opportunity(opportunities),
  };
  return (key: GateKey, dark: boolean) => (dark ? text.none[key] : sentences[key]());
}

/** The stage, the logic that holds in it, its gates as lamps, and the one next step. */
export function StageView(props: StageProps) {
  const { reading, base, canEdit } = props;
  const text = useText("stage");
  const names = useText("roles").stage;
  const evidence = useEvidence(props);
  const { stage, logic, gates, next, todo } = reading;
  const met = gates.filter(({ state }) => state === "on").length;
  return (
    <>
      <Section
        title={text.now({ stage: names[stage] })}
        actions={
          canEdit && (
            <LinkButton to={`${base}/edit`} size="small">
              {text.change}
            </LinkButton>
          )
        }
      >
        <p className="text-muted text-sm">{text.logicTitle}</p>
        <p className="mt-1 font-semibold text-2xl">{text.logic[logic]}</p>
        <p className="mt-2 max-w-prose">{text.logicText[stage]}</p>
        <p className="mt-2">
          <Link to={`${base}/${logicPlaces[logic]}`} className="link inline-flex min-h-6 items-center">
            {text.look[logic]}
          </Link>
        </p>
      </Section>
      <Section
        title={next ? text.gates({ next: names[next] }) : text.stay}
        lead={text.met({ n: met, all: gates.length })}
      >
        <ul className="grid gap-5 sm:grid-cols-2">
          {gates.map(({ key, state }) => (
            <li key={key} className="flex gap-3">
              <LampDot lamp={state} />
              <div>
                <p className="font-semibold">
                  {text.gate[key]} · {text.state[state]}
                </p>
                <p className="text-muted text-sm tabular-nums">{evidence(key, state === "dark")}</p>
                <Link
                  to={`${base}/${places[key]}`}
                  className="link inline-flex min-h-6 items-center text-sm print:hidden"
                >
                  {text.open[key]}
                </Link>
              </div>
            </li>
          ))}
        </ul>
        <p className="mt-4">
          <MethodLink method="stage-gates" />
        </p>
      </Section>
      <Section title={text.next}>
        <Panel className="border-s-4 border-s-ink">
          <p className="font-semibold text-lg">
            {todo ? text.todo[todo] : next ? text.nextAll({ next: names[next] }) : text.nextStay}
          </p>
          <div className="mt-4">
            {todo ? (
              <LinkButton look="primary" to={`${base}/${places[todo]}`}>
                {text.open[todo]}
              </LinkButton>
            ) : (
              next &&
              canEdit && (
                <LinkButton look="primary" to={`${base}/edit`}>
                  {text.nextSettings}
                </LinkButton>
              )
            )}
          </div>
        </Panel>
      </Section>
    </>
  );
}
