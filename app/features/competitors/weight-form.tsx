import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { Notice } from "~/components/notice";
import type { ChainRole } from "~/domain/chain/role";
import type { FeatureWeight } from "~/domain/competitors/feature-weights";
import { weightField } from "~/domain/competitors/override-form";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import type { AnalysedFeature } from "./analysis";

export type RefusedWeights = { role: ChainRole; typed: Record<string, string> };

type WeightFormProps = {
  role: ChainRole;
  weights: readonly FeatureWeight[];
  features: readonly AnalysedFeature[];
  refused: RefusedWeights | null;
};

/** Every weight with where it comes from; a weight set by hand stands beside what the survey says. */
export function WeightForm({ role, weights, features, refused }: WeightFormProps) {
  const all = useText("competitors");
  const text = all.analysis;
  const language = useLanguage();
  const format = useFormat();
  const nameOf = (id: string) => features.find((feature) => feature.id === id)?.name[language] ?? id;
  return (
    <details className="mt-6 print:hidden" open={refused !== null || undefined}>
      <summary className="link inline-flex min-h-9 items-center">{text.weightsTitle}</summary>
      <Form method="post" className="grid gap-4" noValidate preventScrollReset>
        <input type="hidden" name="role" value={role} />
        {refused && (
          <Notice tone="danger" live>
            {text.overrideProblem}
          </Notice>
        )}
        <p className="text-muted text-sm">{text.overrideHint}</p>
        <DataTable
          caption={text.weightsTitle}
          captionHidden
          rows={weights}
          rowKey={({ featureId }) => featureId}
          columns={[
            { key: "feature", header: all.matrix.feature, cell: ({ featureId }) => nameOf(featureId) },
            {
              key: "from",
              header: text.weightsTitle,
              cell: ({ from, surveyed }) => (
                <>
                  {text.from[from]}
                  {surveyed && (
                    <span className="block text-muted">
                      {text.surveyed({
                        mean: surveyed.interval
                          ? format.interval(surveyed.mean, surveyed.interval, { unit: "number" })
                          : format.number(surveyed.mean),
                        n: surveyed.n,
                      })}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: "weight",
              header: text.weight,
              numeric: true,
              cell: ({ featureId, weight, from }) => (
                <input
                  type="text"
                  inputMode="decimal"
                  name={weightField(featureId)}
                  aria-label={text.override({ feature: nameOf(featureId) })}
                  defaultValue={refused?.typed[weightField(featureId)] ?? (from === "override" ? weight : "")}
                  placeholder={from === "none" ? undefined : format.number(weight)}
                  className="control w-20 text-end"
                />
              ),
            },
          ]}
        />
        <div>
          <SubmitButton look="secondary">{text.save}</SubmitButton>
        </div>
      </Form>
    </details>
  );
}
