/** Insights as statements that open on their evidence: figures, meaning, what would change them, what to do next. */
import { Link } from "@remix-run/react";
import { MethodLink } from "~/components/method-link";
import { PaperFold } from "~/components/paper-fold";
import { RoleChip, Tag } from "~/components/tag";
import { type InsightFigure, saidStrength } from "~/domain/report/insight";
import type { ShownInsight } from "~/domain/report/shown-insight";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

function useWritten(currency: string) {
  const text = useText("insights");
  const format = useFormat();
  return ({ value, unit: counted, interval }: InsightFigure): string => {
    if (counted === "share") return interval ? format.interval(value, interval) : format.percent(value);
    const unit = counted === "money" ? { currency, compact: Math.abs(value) >= 100_000 } : "number";
    const digits = counted === "points" || interval ? 1 : 0;
    if (interval) return format.interval(value, interval, { unit, digits });
    const written = format.figure(value, unit, digits);
    return counted === "points" ? text.points({ value: written }) : written;
  };
}

function FigureLine({ figure, currency }: { figure: InsightFigure; currency: string }) {
  const language = useLanguage();
  const text = useText("figure");
  const written = useWritten(currency);
  const { label, n, companies, method } = figure;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <span>{label[language]}</span>
      <span className="font-semibold tabular-nums">{written(figure)}</span>
      {companies > 0 && (
        <span className="text-muted text-xs">
          {text.n({ n })} · {text.companies({ n: companies })}
        </span>
      )}
      <MethodLink method={method} />
    </li>
  );
}

/** The figure the statement rests on, with its interval and n, before anything is opened. */
function Headline({ figure, currency }: { figure: InsightFigure | undefined; currency: string }) {
  const text = useText("figure");
  const written = useWritten(currency);
  if (!figure || figure.unit === "count") return null;
  return (
    <p className="mt-0.5 text-muted text-sm tabular-nums">
      {written(figure)}
      {figure.companies > 0 && ` · ${text.n({ n: figure.n })} · ${text.companies({ n: figure.companies })}`}
    </p>
  );
}

type Place = {
  /** Where the study's pages are (`/studies/:id`); leaders, who have no such pages, leave it out. */
  study?: string;
  /** The end of the address that filters what the insights are of. */
  filter?: string;
  /** What money is counted in. */
  currency: string;
};

/** One insight. */
export function InsightCard({ insight, study, filter = "", currency }: Place & { insight: ShownInsight }) {
  const language = useLanguage();
  const text = useText("insights");
  const format = useFormat();
  const { kind, strength, basis, statement, meaning, about, figures, wouldChange, next, adjustedP } = insight;
  const said = saidStrength(insight);
  return (
    <article className="border-line border-t py-4 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag tone={strength === "strong" ? "info" : "neutral"}>{text.kind[kind]}</Tag>
        <span className="text-muted text-sm">{text.strength[said]}</span>
        {about.roles?.map((role) => (
          <RoleChip key={role} role={role} />
        ))}
      </div>
      <p className="mt-1.5 max-w-prose text-lg leading-snug">{statement[language]}</p>
      <Headline figure={figures[0]} currency={currency} />
      {meaning && <p className="mt-1 max-w-prose text-muted">{meaning[language]}</p>}
      <PaperFold summary={text.why} className="mt-1">
        <div className="mt-1 grid max-w-prose gap-2 text-sm">
          <ul className="grid gap-1">
            {figures.map((figure) => (
              <FigureLine key={figure.label.en} figure={figure} currency={currency} />
            ))}
          </ul>
          <p className="text-muted">
            {text.strengthWhy[said]} {said !== "fact" && text.basis[basis]}
            {adjustedP !== null && ` · ${text.adjusted({ p: format.number(adjustedP, 3) })}`}{" "}
            <MethodLink method="insight-strength" />
          </p>
          <p>
            <span className="font-medium">{text.wouldChange}</span> · {wouldChange[language]}
          </p>
          <p>
            <span className="font-medium">{text.next}</span> ·{" "}
            {study ? (
              <Link className="link" to={`${study}/${next.page}`}>
                {next.step[language]}
              </Link>
            ) : (
              next.step[language]
            )}
          </p>
          {study && insight.responses > 0 && (
            <p>
              <Link
                className="link"
                to={`${study}/insights/evidence?id=${encodeURIComponent(insight.id)}${filter.replace("?", "&")}`}
              >
                {text.responses({ n: insight.responses })}
              </Link>
            </p>
          )}
        </div>
      </PaperFold>
    </article>
  );
}

export function InsightList({ insights, ...place }: Place & { insights: readonly ShownInsight[] }) {
  return (
    <div>
      {insights.map((insight) => (
        <InsightCard key={insight.id} insight={insight} {...place} />
      ))}
    </div>
  );
}
