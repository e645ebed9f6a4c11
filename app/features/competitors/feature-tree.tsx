import { Form, Link } from "@remix-run/react";
import { Button, LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Section } from "~/components/section";
import type { KeptFeature } from "~/data/features";
import { byCategory, featureLimit } from "~/domain/competitors/feature-form";
import { anchorAttributes } from "~/domain/questionnaire/measures";
import { useLanguage, useText } from "~/i18n/use-text";
import { MeasureWords } from "./amount-field";

type FeatureTreeProps = {
  base: string;
  features: readonly KeptFeature[];
  archived: readonly KeptFeature[];
  /** How many the questionnaires ask about that are not here. */
  missing: number;
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

function Archive({
  id,
  base,
  intent,
  words,
  label,
}: Record<"id" | "base" | "intent" | "words" | "label", string>) {
  return (
    <Form method="post" action={base} preventScrollReset>
      <input type="hidden" name="featureId" value={id} />
      <Button type="submit" look="plain" size="small" name="intent" value={intent} aria-label={label}>
        {words}
      </Button>
    </Form>
  );
}

function CategoryTable({
  category,
  features,
  base,
}: {
  category: string;
  features: readonly KeptFeature[];
  base: string;
}) {
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
          cell: ({ need }) =>
            anchorAttributes.find(({ value }) => value === need)?.name[language] ?? text.noNeed,
        },
        { key: "asked", header: text.asked, cell: ({ asked }) => (asked ? text.isAsked : text.notAsked) },
        {
          key: "actions",
          header: text.actions,
          cell: ({ id, name }) => (
            <Archive
              id={id}
              base={base}
              intent="archive"
              words={actions.archive}
              label={text.archiveOf({ name: name[language] })}
            />
          ),
        },
      ]}
    />
  );
}

/** Features under their categories. */
export function FeatureTree({ base, features, archived, missing }: FeatureTreeProps) {
  const text = useText("competitors").features;
  const actions = useText("shell").actions;
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
              <CategoryTable key={group.category} base={base} {...group} />
            ))}
          </div>
        )}
        {full && <p className="mt-4 text-muted text-sm">{text.limit({ limit: featureLimit })}</p>}
      </Section>
      {archived.length > 0 && (
        <Section title={text.archivedTitle}>
          <ul className="grid max-w-2xl">
            {archived.map(({ id, name }) => (
              <li key={id} className="flex items-center justify-between gap-4 border-line border-b py-1">
                <span className="min-w-0">{name[language]}</span>
                <Archive
                  id={id}
                  base={base}
                  intent="restore"
                  words={actions.restore}
                  label={text.restoreOf({ name: name[language] })}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
