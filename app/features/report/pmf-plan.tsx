/** The sequential plan of the PMF score: how many more, what decides at each declared look, and how often it errs. */
import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { ChainRole } from "~/domain/chain/role";
import type { Outcome } from "~/domain/outcome";
import type { PlanChances, PlannedLook, PmfPlan } from "~/domain/pmf/pmf-plan";
import type { PmfScore } from "~/domain/pmf/pmf-score";
import type { PmfRule } from "~/domain/study/study";
import { useFormat, useText } from "~/i18n/use-text";

type RolePlan = {
  role: ChainRole;
  score: PmfScore;
  plan: Outcome<PmfPlan>;
  /** Looks to declare, where none are. */
  proposed: readonly number[];
  chances: readonly PlanChances[];
};
type Props = {
  plan: { roles: readonly RolePlan[]; declaredAt: number | null; beforehand: boolean };
  rule: PmfRule;
  /** Where looks are declared; null for whoever may not. */
  declare: string | null;
};

/** How many more answers decide the interval, and which way. */
function Distance({ role, score, rule }: { role: ChainRole; score: PmfScore; rule: PmfRule }) {
  const text = useText("pmf").plan;
  const name = useText("roles").plural[role];
  const { howManyMore, n, companies } = score;
  const verdict = text.verdict[score.score > rule.threshold ? "above" : "below"];
  if (!howManyMore.ok)
    return (
      <p>
        {howManyMore.reason === "never-reached"
          ? text.noWay({ role: name })
          : text.few({ role: name, n, companies })}
      </p>
    );
  return (
    <p>
      {howManyMore.value === 0
        ? text.decided({ role: name, verdict })
        : text.more({ n: howManyMore.value, role: name, verdict })}
    </p>
  );
}

function Looks({ role, plan }: { role: ChainRole; plan: PmfPlan }) {
  const text = useText("pmf").plan;
  const name = useText("roles").plural[role];
  const format = useFormat();
  const { decided, next, answers, looks } = plan;
  const seen = (look: PlannedLook) => {
    if (!look.seen) return <span className="text-muted">{text.waiting({ n: look.n - answers })}</span>;
    const { very, posterior, decision } = look.seen;
    return (
      <>
        {format.number(very)}
        <strong className="block">{text.says[decision]}</strong>
        <span className="block text-muted">
          {posterior === null ? text.fewCompanies : text.chance({ chance: format.percent(posterior, 1) })}
        </span>
      </>
    );
  };
  return (
    <>
      <p className="mb-3 font-semibold">
        {decided
          ? text.stop({ n: decided.n, verdict: text.verdict[decided.verdict] })
          : next === null
            ? text.over
            : text.next({ n: next, left: next - answers })}
      </p>
      <DataTable
        caption={text.table({ role: name })}
        captionHidden
        rows={looks}
        rowKey={({ n }) => n}
        columns={[
          { key: "n", header: text.look, cell: ({ n }) => text.answers({ n }) },
          {
            key: "above",
            header: text.above,
            numeric: true,
            cell: ({ aboveFrom }) => (aboveFrom === null ? text.never : text.atLeast({ k: aboveFrom })),
          },
          {
            key: "below",
            header: text.below,
            numeric: true,
            cell: ({ belowTo }) => (belowTo === null ? text.never : text.atMost({ k: belowTo })),
          },
          { key: "seen", header: text.seen, numeric: true, cell: seen },
        ]}
      />
    </>
  );
}

function Chances({ role, chances }: Pick<RolePlan, "role" | "chances">) {
  const text = useText("pmf").plan;
  const name = useText("roles").plural[role];
  const format = useFormat();
  const share = (key: "above" | "below" | "undecided", header: string) => ({
    ...{ key, header },
    numeric: true,
    cell: (one: PlanChances) => format.percent(one[key]),
  });
  return (
    <details className="mt-2">
      <summary className="link inline-flex min-h-11 items-center">{text.chances}</summary>
      <DataTable
        caption={text.chancesOf({ role: name })}
        captionHidden
        rows={chances}
        rowKey={({ truth }) => truth}
        columns={[
          { key: "truth", header: text.truth, cell: ({ truth }) => format.percent(truth) },
          share("above", text.saysAbove),
          share("below", text.saysBelow),
          share("undecided", text.saysNothing),
          {
            key: "needs",
            header: text.needs,
            numeric: true,
            cell: ({ expectedAnswers }) => format.number(expectedAnswers, 0),
          },
        ]}
      />
    </details>
  );
}

export function PmfPlanSection({ plan: { roles, declaredAt, beforehand }, rule, declare }: Props) {
  const text = useText("pmf").plan;
  const format = useFormat();
  const [first] = roles;
  if (!first) return null;
  const date = declaredAt === null ? "" : format.date(declaredAt);
  return (
    <Section id="plan" title={text.title} lead={text.lead}>
      <div className="grid max-w-2xl gap-8">
        {roles.map(({ role, score, plan, chances }) => (
          <div key={role} className="grid min-w-0 content-start gap-3">
            <Distance role={role} score={score} rule={rule} />
            {plan.ok && (
              <div className="min-w-0">
                <Looks role={role} plan={plan.value} />
                <Chances role={role} chances={chances} />
              </div>
            )}
          </div>
        ))}
      </div>
      {declaredAt === null ? (
        <div className="mt-4 max-w-prose">
          <Notice>{text.none({ looks: format.list(first.proposed.map(String)) })}</Notice>
        </div>
      ) : (
        <p className="mt-3 text-muted text-sm">
          {beforehand ? text.beforehand({ date }) : text.afterwards({ date })}
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-x-4">
        {declare && (
          <Link to={declare} className="link inline-flex min-h-6 items-center text-sm">
            {declaredAt === null ? text.declare : text.change}
          </Link>
        )}
        <MethodLink method="how-many-more" of={text.methods.more} />
        <MethodLink method="sequential-looks" of={text.methods.looks} />
      </p>
    </Section>
  );
}
