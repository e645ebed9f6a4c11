import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { isPriceTie } from "~/domain/market/survey-tie";
import type { TiedInput } from "~/domain/market/tied-model";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useFormat, useText } from "~/i18n/use-text";
import { useAssumptionName, useTieName } from "./words";

type TiedInputsProps = {
  tied: readonly TiedInput[];
  /** Problems as the study asks about them. */
  problems: readonly AnswerOption[];
  names: readonly string[];
  currency: string;
  /** The results of the survey. */
  results: string;
};

/** What a tie says now: the estimate with its interval, or why the typed numbers still hold. */
export function useTieFinding(currency: string) {
  const text = useText("market").tied;
  const reasons = useText("reasons");
  const format = useFormat();
  const roles = useText("roles").plural;
  return ({ tie, survey }: TiedInput): string => {
    if (!survey.ok) return text.waiting({ reason: reasons[survey.reason] });
    const unit = isPriceTie(tie.to) ? { currency } : ("percent" as const);
    const { estimate, interval } = survey.value;
    const found = format.interval(estimate, interval, { unit });
    const whole = tie.times === 1 ? found : `${found} ${text.times({ n: format.number(tie.times, 2) })}`;
    if (!survey.value.roles) return whole;
    const parts = survey.value.roles.map((one) =>
      text.role({
        ...{ role: roles[one.role], weight: format.percent(one.weight), n: one.n },
        estimate: format.figure(one.estimate, unit),
      }),
    );
    return `${whole} ${text.mixed({ parts: format.list(parts) })}`;
  };
}

/** The assumptions that move with the answers. */
export function TiedInputs({ tied, problems, names, currency, results }: TiedInputsProps) {
  const text = useText("market").tied;
  const figure = useText("figure");
  const format = useFormat();
  const nameOf = useAssumptionName(names);
  const tieName = useTieName(problems);
  const finding = useTieFinding(currency);
  if (tied.length === 0) return null;
  const count = (pick: "n" | "companies", { survey }: TiedInput) =>
    survey.ok && survey.value[pick] > 0 ? format.number(survey.value[pick], 0) : "";
  return (
    <Section title={text.title} lead={text.lead}>
      <DataTable
        caption={text.table}
        captionHidden
        rows={tied}
        rowKey={({ place, part }) => `${place}.${part}`}
        columns={[
          {
            key: "assumption",
            header: text.assumption,
            cell: ({ place, part }) => nameOf({ segment: place, part }),
          },
          {
            key: "says",
            header: text.says,
            cell: (one) => (
              <>
                <span className="block">{tieName(one.tie.to)}</span>
                <span className="tabular-nums">{finding(one)}</span>
              </>
            ),
          },
          { key: "n", header: text.n, numeric: true, cell: (one) => count("n", one) },
          {
            key: "companies",
            header: text.companies,
            numeric: true,
            cell: (one) => count("companies", one),
          },
        ]}
      />
      <p className="mt-2 flex flex-wrap gap-x-4">
        <MethodLink method="survey-tie" />
        <Link to={results} className="link inline-flex min-h-6 items-center text-muted text-xs print:hidden">
          {figure.showAnswers}
        </Link>
      </p>
    </Section>
  );
}
