import { Link } from "@remix-run/react";
import { ArchivedList } from "~/components/archived-list";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { MethodLink } from "~/components/method-link";
import { RowButton } from "~/components/row-button";
import { Section } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { KeptClaim } from "~/data/claims";
import { chainRoles } from "~/domain/chain/role";
import type { ClaimCheck, ClaimVerdict } from "~/domain/competitors/claim-check";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import type { AnalysedFeature } from "./analysis";
import type { Vendor } from "./matrix";
import { useTallyWords } from "./words";

export type CheckedClaim = KeptClaim & { check: ClaimCheck };

type ClaimListProps = {
  base: string;
  mayEdit: boolean;
  rivals: readonly Vendor[];
  features: readonly AnalysedFeature[];
  /** The attributes they may speak of, as the study asks about them. */
  needs: readonly AnswerOption[];
  claims: readonly CheckedClaim[];
  archived: readonly { id: string; words: string }[];
};

const tones = { "borne-out": "neutral", contradicted: "warn", open: "neutral", unasked: "neutral" } as const;
const marks: Record<ClaimVerdict, string> = { "borne-out": "✓", contradicted: "✗", open: "?", unasked: "–" };

function ClaimVerdictTag({ verdict }: { verdict: ClaimVerdict }) {
  const text = useText("competition").claims;
  return (
    <Tag tone={tones[verdict]}>
      <span aria-hidden="true" className="me-1">
        {marks[verdict]}
      </span>
      {text.verdicts[verdict]}
    </Tag>
  );
}

/** The claims of one competitor as a table. */
function Claims({
  base,
  mayEdit,
  vendor,
  features,
  needs,
  claims,
}: Omit<ClaimListProps, "rivals" | "archived"> & { vendor: Vendor }) {
  const text = useText("competition").claims;
  const actions = useText("shell").actions;
  const language = useLanguage();
  const format = useFormat();
  const { mean } = useTallyWords();
  const subjectOf = ({ featureId, need }: KeptClaim) =>
    features.find(({ id }) => id === featureId)?.name[language] ??
    needs.find(({ value }) => value === need)?.name[language];
  return (
    <DataTable
      caption={text.table({ vendor: vendor.name })}
      captionHidden
      rows={claims}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "words",
          header: text.words,
          cell: (claim) => {
            const subject = subjectOf(claim);
            return (
              <>
                {mayEdit ? (
                  <Link to={`${base}/claims/${claim.id}`} className="link" aria-label={text.edit(claim)}>
                    {claim.words}
                  </Link>
                ) : (
                  claim.words
                )}
                {subject && <span className="block font-normal text-muted">{text.about({ subject })}</span>}
                {claim.note && <span className="block font-normal text-muted">{claim.note}</span>}
              </>
            );
          },
        },
        {
          key: "verdict",
          header: text.verdict,
          cell: ({ check }) => <ClaimVerdictTag verdict={check.verdict} />,
        },
        {
          key: "reported",
          header: text.reported,
          cell: ({ check }) => (
            <span className="tabular-nums">{check.reported ? mean(check.reported) : "–"}</span>
          ),
        },
        {
          key: "role",
          header: text.addressed,
          cell: ({ role }) => (role ? <RoleChip role={role} /> : text.everybody),
        },
        {
          key: "matters",
          header: text.matters,
          cell: ({ check }) => {
            const known = chainRoles.flatMap((role) => {
              const importance = check.importance[role];
              return importance ? [{ role, importance }] : [];
            });
            if (known.length === 0) return "–";
            return (
              <ul className="grid gap-1">
                {known.map(({ role, importance }) => (
                  <li key={role} className="flex flex-wrap gap-x-2 tabular-nums">
                    <RoleChip role={role} /> {mean(importance)}
                  </li>
                ))}
              </ul>
            );
          },
        },
        {
          key: "where",
          header: text.where,
          cell: ({ channel, seenOn, link }) => (
            <>
              {text.channels[channel]}
              {seenOn && (
                <span className="block text-muted">{format.date(Date.parse(`${seenOn}T00:00:00Z`))}</span>
              )}
              {link && (
                <a href={link} rel="noreferrer" target="_blank" className="link block text-muted">
                  {text.evidence}
                </a>
              )}
            </>
          ),
        },
        ...(mayEdit
          ? [
              {
                key: "actions",
                header: text.actions,
                cell: ({ id, words }: CheckedClaim) => (
                  <RowButton
                    action={`${base}/claims`}
                    fields={{ claimId: id }}
                    intent="archive"
                    label={text.archiveOf({ words })}
                  >
                    {actions.archive}
                  </RowButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Every competitor's promises against what its users report. */
export function ClaimList(props: ClaimListProps) {
  const { base, mayEdit, rivals, claims, archived } = props;
  const text = useText("competition").claims;
  const add = mayEdit && (
    <LinkButton look="primary" to={`${base}/claims/new`}>
      {text.add}
    </LinkButton>
  );
  if (rivals.length === 0)
    return (
      <EmptyState
        title={text.emptyTitle}
        action={<LinkButton to={`${base}/rivals/new`}>{text.toRivals}</LinkButton>}
      >
        {text.noRivals}
      </EmptyState>
    );
  return (
    <>
      <Section title={text.title} lead={text.lead} actions={claims.length > 0 && add}>
        {claims.length === 0 ? (
          <EmptyState title={text.emptyTitle} action={add}>
            {text.empty}
          </EmptyState>
        ) : (
          <>
            <p className="max-w-prose text-muted text-sm">{text.method}</p>
            <MethodLink method="cluster-robust-mean" />
          </>
        )}
      </Section>
      {rivals.map((vendor) => {
        const own = claims.filter((claim) => claim.vendor === vendor.key);
        return (
          own.length > 0 && (
            <Section key={vendor.key} id={vendor.key} title={vendor.name}>
              <Claims {...props} vendor={vendor} claims={own} />
            </Section>
          )
        );
      })}
      {mayEdit && (
        <ArchivedList
          title={text.archivedTitle}
          action={`${base}/claims`}
          field="claimId"
          rows={archived.map(({ id, words }) => ({ id, name: words, label: text.restoreOf({ words }) }))}
        />
      )}
    </>
  );
}
