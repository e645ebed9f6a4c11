import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { DataTable } from "~/components/data-table";
import { DefinitionList } from "~/components/definition-list";
import { Panel, Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { Study } from "~/data/studies";
import type { ChainRole } from "~/domain/chain/role";
import type { NextStep } from "~/domain/study/next-step";
import { enoughOfARole } from "~/domain/study/step-states";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

/** What one role has come to; `version` is null while nothing is published for it. */
export type RoleRow = { role: ChainRole; version: number | null; started: number; complete: number };

/** The one next step, as a sentence with its button. */
function NextPanel({ base, step }: { base: string; step: NextStep }) {
  const text = useText("study").overview;
  const roleText = useText("roles");
  const format = useFormat();
  const words = {
    publish: () => ({
      title: text.next.publish.title,
      text: text.next.publish.text({ n: step.kind === "publish" ? step.unpublished : 0 }),
      to: `${base}/questionnaires`,
    }),
    send: () => ({ title: text.next.send.title, text: text.next.send.text, to: `${base}/fieldwork` }),
    wait: () => ({
      title: text.next.wait.title({ missing: step.kind === "wait" ? step.missing : 0 }),
      text: text.next.wait.text({
        roles: format.list(step.kind === "wait" ? step.roles.map((role) => roleText.chain[role]) : []),
        enough: enoughOfARole,
      }),
      to: `${base}/fieldwork`,
    }),
    read: () => ({ title: text.next.read.title, text: text.next.read.text, to: `${base}/results` }),
  }[step.kind]();
  return (
    <Section title={text.nextTitle}>
      <Panel className="border-s-4 border-s-ink">
        <p className="font-semibold text-lg">{words.title}</p>
        <p className="mt-1 max-w-prose text-muted">{words.text}</p>
        <div className="mt-4">
          <LinkButton look="primary" to={words.to}>
            {text.next[step.kind].action}
          </LinkButton>
        </div>
      </Panel>
    </Section>
  );
}

type StudyOverviewProps = {
  study: Study;
  competitors: readonly { id: string; name: string }[];
  rows: readonly RoleRow[];
  /** Flagged responses nobody has looked at. */
  waiting: number;
  step: NextStep;
  links: readonly { id: string; role: ChainRole | null; url: string }[];
};

export function StudyOverview({ study, competitors, rows, waiting, step, links }: StudyOverviewProps) {
  const text = useText("study");
  const { overview } = text;
  const quality = useText("quality");
  const roleText = useText("roles");
  const language = useLanguage();
  const format = useFormat();
  const started = rows.reduce((sum, row) => sum + row.started, 0);
  const complete = rows.reduce((sum, row) => sum + row.complete, 0);
  return (
    <>
      <NextPanel base={`/studies/${study.id}`} step={step} />
      <Section
        title={overview.knownTitle}
        lead={complete === 0 ? overview.knownNothing : overview.known({ complete, started })}
      >
        <DataTable
          caption={overview.knownTitle}
          captionHidden
          rows={rows}
          rowKey={({ role }) => role}
          columns={[
            { key: "role", header: overview.role, cell: ({ role }) => <RoleChip role={role} /> },
            {
              key: "questionnaire",
              header: overview.questionnaire,
              cell: ({ version }) => (version === null ? overview.draft : overview.published({ version })),
            },
            {
              key: "started",
              header: overview.started,
              numeric: true,
              cell: (row) => format.number(row.started),
            },
            {
              key: "complete",
              header: overview.complete,
              numeric: true,
              cell: (row) => format.number(row.complete),
            },
          ]}
        />
        {waiting > 0 && (
          <p className="mt-4">
            {quality.waiting({ n: waiting })}{" "}
            <Link to={`/studies/${study.id}/responses/review`} className="link">
              {quality.toReview}
            </Link>
          </p>
        )}
      </Section>
      <Section title={overview.linksTitle}>
        {links.length === 0 ? (
          <p className="text-muted">{overview.linksNone}</p>
        ) : (
          <div className="grid max-w-2xl gap-2">
            {links.map(({ id, role, url }) => (
              <CopyField
                key={id}
                name={id}
                label={role ? roleText.chain[role] : overview.studyLink}
                value={url}
              />
            ))}
          </div>
        )}
      </Section>
      <Section title={overview.aboutTitle}>
        <DefinitionList
          items={[
            { term: text.form.businessType, value: roleText.businessType[study.businessType] },
            { term: text.form.stage, value: roleText.stage[study.stage] },
            { term: overview.stageQuestion, value: text.form.stageMeaning[study.stage] },
            ...(study.targetMarket ? [{ term: text.form.targetMarket, value: study.targetMarket }] : []),
            {
              term: overview.competitors,
              value: format.list(competitors.map(({ name }) => name)) || overview.none,
            },
            {
              term: overview.rule,
              value: overview.ruleText({
                share: format.percent(study.threshold),
                uses: study.minUses,
                days: study.windowDays,
              }),
            },
            {
              term: text.form.groups.price,
              value: [study.currency, study.priceUnit[language]].join(" · "),
            },
          ]}
        />
      </Section>
    </>
  );
}
