/** Narrows a page to one size, industry, region or wave; works without scripts, as a form that asks for the page. */
import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import type { EvidenceFilter, Facet } from "~/domain/report/evidence-filter";
import { nameOfSegment } from "~/domain/report/insights/words";
import { useLanguage, useText } from "~/i18n/use-text";

const offered = ["size", "industry", "region", "wave"] as const;
type Offered = (typeof offered)[number];
const isOffered = (key: string): key is Offered => offered.some((one) => one === key);

export function SegmentPicker({
  facets,
  filter,
  waves,
}: {
  facets: readonly Facet[];
  filter: EvidenceFilter;
  /** The number of each wave by its id. */
  waves: Readonly<Record<string, number>>;
}) {
  const text = useText("chain");
  const language = useLanguage();
  const shown = facets.flatMap(({ key, values }) => (isOffered(key) ? [{ key, values }] : []));
  if (shown.length === 0) return null;
  const nameOf = (key: Offered, value: string) =>
    key === "wave" ? text.waveNumber({ n: waves[value] ?? 0 }) : nameOfSegment({ by: key, value })[language];
  return (
    <Form method="get" className="mb-8 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
      {shown.map(({ key, values }) => (
        <label key={key} className="grid gap-1 text-sm">
          <span className="text-muted">{text.by[key]}</span>
          <select
            name={key}
            defaultValue={filter[key]?.[0] ?? ""}
            className="min-h-10 max-w-56 rounded-md border border-edge bg-surface px-2"
          >
            <option value="">{text.everyone}</option>
            {values.map(({ value, count }) => (
              <option key={value} value={value}>
                {nameOf(key, value)} ({count})
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button type="submit" size="small">
        {text.apply}
      </Button>
    </Form>
  );
}
