import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import {
  type MarketModel,
  type PlanPart,
  planParts,
  pointsOf,
  type SegmentPart,
  segmentParts,
} from "~/domain/market/market-model";
import { triangular } from "~/domain/market/triangular";
import { useText } from "~/i18n/use-text";
import { useAssumptionName, usePartFormat } from "./words";

const chances = [0.05, 0.5, 0.95];

type Drawn = { segment: number | "plan"; part: SegmentPart | PlanPart; mean: number; quantiles: number[] };

/** What the simulation draws from each assumption that is not certain: three points say more than they seem to. */
export function DrawnAssumptions({ model, currency }: { model: MarketModel; currency: string }) {
  const text = useText("market").drawn;
  const nameOf = useAssumptionName(model.segments.map(({ name }) => name));
  const written = usePartFormat(currency);
  const { plan } = model;
  const all = [
    ...model.segments.flatMap((segment, at) =>
      segmentParts.map((part) => ({ segment: at, part, assumption: segment[part] })),
    ),
    ...(plan ? planParts.map((part) => ({ segment: "plan" as const, part, assumption: plan[part] })) : []),
  ];
  const rows = all.flatMap(({ segment, part, assumption }): Drawn[] => {
    const drawn = triangular(pointsOf(assumption), chances);
    return drawn.ok && drawn.value.variance > 0 ? [{ segment, part, ...drawn.value }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <details className="mt-6">
      <summary className="link inline-flex min-h-9 items-center">{text.title}</summary>
      <p className="mb-3 max-w-prose text-muted text-sm">{text.lead}</p>
      <DataTable
        caption={text.title}
        captionHidden
        rows={rows}
        rowKey={({ segment, part }) => `${segment}.${part}`}
        columns={[
          { key: "name", header: text.assumption, cell: nameOf },
          { key: "mean", header: text.mean, numeric: true, cell: ({ part, mean }) => written(part, mean) },
          ...chances.map((_, at) => ({
            key: String(at),
            header: text.quantiles[at]!,
            numeric: true,
            cell: ({ part, quantiles }: Drawn) => written(part, quantiles[at]!),
          })),
        ]}
      />
      <MethodLink method="triangular" />
    </details>
  );
}
