/** A figure of the report, drawn by the one figure component. */
import { Figure, type FigureState } from "~/components/figure";
import type { DocFigure } from "~/domain/report/document/report-document";
import { useLanguage } from "~/i18n/use-text";

function stateOf(figure: DocFigure): FigureState {
  const { value, interval, intervalIs, verdict, threshold, moreNeeded, people, reason } = figure;
  if (reason === "hidden") return { kind: "hidden" };
  if (value === null)
    return people?.k !== undefined && people.n > 0
      ? { kind: "few", k: people.k, n: people.n }
      : { kind: "none", reason: reason ?? "no-data" };
  return {
    kind: "value",
    value,
    interval: interval ?? undefined,
    ...{ intervalIs, verdict, threshold, moreNeeded },
  };
}

/** `study` is its address for those who may look at the answers. */
export function ReportFigure({
  figure,
  study,
  size,
}: {
  figure: DocFigure;
  study: string | null;
  size?: "full" | "row";
}) {
  const language = useLanguage();
  return (
    <Figure
      label={figure.label[language]}
      state={stateOf(figure)}
      unit={figure.unit}
      digits={figure.digits}
      size={size}
      n={figure.people?.n}
      companies={figure.companies ?? undefined}
      method={figure.method ?? undefined}
      answers={study && figure.behind ? `${study}/${figure.behind}` : undefined}
      inputs={/^(market|growth|competitors)/.test(figure.behind ?? "")}
    />
  );
}
