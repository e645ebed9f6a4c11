import { Form, Link } from "@remix-run/react";
import { ArchivedList } from "~/components/archived-list";
import { Button, LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { RowButton } from "~/components/row-button";
import { Section } from "~/components/section";
import type { KeptFeature } from "~/data/features";
import { byCategory, featureLimit } from "~/domain/competitors/feature-form";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useLanguage, useText } from "~/i18n/use-text";
import { MeasureWords } from "./amount-field";

type FeatureTreeProps = {
  base: string;
  features: readonly KeptFeature[];
  archived: readonly KeptFeature[];
  /** How many the questionnaires ask about that are not here. */
  missing: number;
  /** The attributes they may serve, as the study asks about them. */
  needs: readonly AnswerOption[];
};

function TakeOver({ base, missing, primary }: { base: string; missing: number; primary: boolean }) {
  const text = useText("competitors").features;
  return (
    <Form method="post" action={base}>
      <Button
        type="submit"
        look={primary ? "primary" : "secondary"}
        name="intent"
        value="take-over"
        className="shrink! whitespace-normal! py-2 text-start"
      >
        {text.takeOver({ n: missing })}
      </Button>
    </Form>
  );
}

function CategoryTable({
  category,
  features,
  base,
  needs,
}: {
  category: string;
  features: readonly KeptFeature[];
} & Pick<FeatureTreeProps, "base" | "needs">) {
  const text = useText("competitors").features;
  const actions = useText("shell").actions;
  const language = useLanguage();
  return (
    <DataTable
      caption={category || text.noCategory}
      rows={features}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "feature",
          header: text.feature,
          cell: ({ id, name, description, measure }) => (
            <>
              <Link to={`${base}/${id}`} className="link" aria-label={text.edit({ name: name[language] })}>
                {name[language]}
              </Link>
              {measure && <MeasureWords measure={measure} />}
              {description && <span className="block font-normal text-muted">{description}</span>}
            </>
          ),
        },
        {
          key: "need",
          header: text.need,
          cell: ({ need }) => needs.find(({ value }) => value === need)?.name[language] ?? text.noNeed,
        },
        { key: "asked", header: text.asked, cell: ({ asked }) => (asked ? text.isAsked : text.notAsked) },
        {
          key: "actions",
          header: text.actions,
          cell: ({ id, name }) => (
            <RowButton
              action={base}
              fields={{ featureId: id }}
              intent="archive"
              label={text.archiveOf({ name: name[language] })}
            >
              {actions.archive}
            </RowButton>
          ),
        },
      ]}
    />
  );
}

/** Features under their categories. */
export function FeatureTree({ base, features, archived, missing, needs }: FeatureTreeProps) {
  const text = useText("competitors").features;
  const language = useLanguage();
  const full = features.length >= featureLimit;
  const isEmpty = features.length === 0;
  const steps = !full && (
    <div className="flex flex-wrap gap-2">
      {missing > 0 && <TakeOver base={base} missing={missing} primary={isEmpty} />}
      <LinkButton look={isEmpty && missing > 0 ? "secondary" : "primary"} to={`${base}/new`}>
        {text.add}
      </LinkButton>
    </div>
  );
  return (
    <>
      <Section title={text.title} lead={text.lead} actions={!isEmpty && steps}>
        {isEmpty ? (
          <EmptyState title={text.emptyTitle} action={steps}>
            {text.empty}
          </EmptyState>
        ) : (
          <div className="grid gap-8">
            {byCategory(features).map((group) => (
              <CategoryTable key={group.category} base={base} needs={needs} {...group} />
            ))}
          </div>
        )}
        {full && <p className="mt-4 text-muted text-sm">{text.limit({ limit: featureLimit })}</p>}
      </Section>
      <ArchivedList
        title={text.archivedTitle}
        action={base}
        field="featureId"
        rows={archived.map(({ id, name: { [language]: name } }) => ({
          ...{ id, name, label: text.restoreOf({ name }) },
        }))}
      />
    </>
  );
}
