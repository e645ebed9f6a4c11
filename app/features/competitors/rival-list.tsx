import { Link } from "@remix-run/react";
import { ArchivedList } from "~/components/archived-list";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { RowButton } from "~/components/row-button";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import type { KeptRival } from "~/data/competitors";
import type { PricingPlan } from "~/domain/competitors/rival";
import type { LocalText } from "~/domain/language";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

type RivalListProps = {
  base: string;
  product: string;
  currency: string;
  priceUnit: LocalText;
  ownPlans: readonly PricingPlan[];
  rivals: readonly KeptRival[];
  archived: readonly KeptRival[];
  /** As many as a study may have. */
  limit: number;
};

function Plans({ plans, currency }: { plans: readonly PricingPlan[]; currency: string }) {
  const text = useText("competitors").list;
  const format = useFormat();
  return (
    <ul>
      {plans.map(({ name, price, note }) => (
        <li key={`${name} ${note}`} title={note || undefined}>
          {name} · {price === null ? text.onRequest : format.money(price, currency)}
        </li>
      ))}
    </ul>
  );
}

/** The host is what a reader recognises. */
const hostOf = (link: string) => new URL(link).host.replace(/^www\./, "");

export function RivalList({
  base,
  product,
  currency,
  priceUnit,
  ownPlans,
  rivals,
  archived,
  limit,
}: RivalListProps) {
  const all = useText("competitors");
  const text = all.list;
  const { battle, users } = useText("competition");
  const actions = useText("shell").actions;
  const language = useLanguage();
  const add = (
    <LinkButton look="primary" to={`${base}/rivals/new`}>
      {text.add}
    </LinkButton>
  );
  return (
    <>
      <Section title={text.title} actions={rivals.length > 0 && rivals.length < limit && add}>
        {rivals.length === 0 ? (
          <EmptyState title={text.emptyTitle} action={add}>
            {text.empty}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.title}
            captionHidden
            rows={rivals}
            rowKey={({ key }) => key}
            columns={[
              {
                key: "name",
                header: text.name,
                sortBy: ({ name }) => name,
                cell: ({ key, name, status, links }) => (
                  <>
                    <Link to={`${base}/rivals/${key}`} className="link" aria-label={text.edit({ name })}>
                      {name}
                    </Link>{" "}
                    <Tag>{all.status[status]}</Tag>
                    {links.length > 0 && (
                      <span className="mt-1 flex flex-wrap gap-x-3 font-normal">
                        {links.map((link) => (
                          <a
                            key={link}
                            href={link}
                            rel="noreferrer"
                            target="_blank"
                            className="link inline-block text-muted"
                          >
                            {hostOf(link)}
                          </a>
                        ))}
                      </span>
                    )}
                  </>
                ),
              },
              { key: "positioning", header: text.positioning, cell: ({ positioning }) => positioning || "–" },
              { key: "segments", header: text.segments, cell: ({ segments }) => segments || "–" },
              {
                key: "plans",
                header: text.plansPer({ unit: priceUnit[language] }),
                cell: ({ plans }) => (plans.length > 0 ? <Plans plans={plans} currency={currency} /> : "–"),
              },
              {
                key: "actions",
                header: text.actions,
                cell: ({ key, name }) => (
                  <>
                    <Link
                      to={`${base}/rivals/${key}/card`}
                      className="link inline-flex min-h-9 items-center"
                      aria-label={battle.title({ vendor: name })}
                    >
                      {users.battle}
                    </Link>
                    <RowButton
                      action={`${base}?index`}
                      fields={{ key: key }}
                      intent="archive"
                      label={text.archiveOf({ name })}
                    >
                      {actions.archive}
                    </RowButton>
                  </>
                ),
              },
            ]}
          />
        )}
        {rivals.length >= limit && <p className="mt-4 text-muted text-sm">{text.limit({ limit })}</p>}
      </Section>
      <Section
        title={product}
        lead={all.us}
        actions={<LinkButton to={`${base}/own`}>{text.ownPlans}</LinkButton>}
      >
        {ownPlans.length > 0 ? (
          <Plans plans={ownPlans} currency={currency} />
        ) : (
          <p className="text-muted">–</p>
        )}
      </Section>
      <ArchivedList
        title={text.archivedTitle}
        action={`${base}?index`}
        field="key"
        rows={archived.map(({ key, name }) => ({ id: key, name, label: text.restoreOf({ name }) }))}
      />
    </>
  );
}
