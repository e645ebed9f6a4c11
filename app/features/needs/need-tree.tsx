/** The need tree: decider, requester and users of the same companies beside each other; stacked on a phone. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Support } from "~/domain/competitors/matrix-cell";
import type { LocalText } from "~/domain/language";
import type { Counted, NeedBranch, Quote } from "~/domain/report/need-tree";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

function Count({ counted }: { counted: Counted }) {
  const text = useText("needs");
  const { count, n, companies } = counted;
  return <span className="text-muted text-sm tabular-nums">{text.naming({ k: count, n, companies })}</span>;
}

function Quotes({ quotes, base }: { quotes: readonly Quote[]; base: string }) {
  if (quotes.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-1">
      {quotes.map(({ responseId, text }) => (
        <li key={responseId + text} className="border-line border-s-2 ps-3 text-sm">
          <Link to={`${base}/responses/${responseId}`} className="block min-h-6 break-words hover:underline">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Level({ of: role, title, children }: { of: ChainRole; title: string; children: ReactNode }) {
  return (
    <div className="min-w-0 border-t-4 pt-3" style={{ borderColor: `var(--${role})` }}>
      <h4 className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <RoleChip role={role} />
        <span className="sr-only">{title}</span>
      </h4>
      <div className="mt-1 grid gap-2">{children}</div>
    </div>
  );
}

/** A feature of the matrix that serves a need, and what each product can do of it. */
export type Covered = {
  id: string;
  name: LocalText;
  asked: string | null;
  cells: readonly { vendor: string; support: Support; quality: number | null }[];
};

function Coverage({ features, base }: { features: readonly Covered[]; base: string }) {
  const text = useText("needs");
  const matrix = useText("competitors").matrix;
  const language = useLanguage();
  const [first] = features;
  if (!first) return null;
  return (
    <div className="mt-5">
      <DataTable
        caption={text.coverage}
        rows={features}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "feature",
            header: text.feature,
            cell: ({ id, name }) => (
              <Link className="link" to={`${base}/competitors/features/${id}`}>
                {name[language]}
              </Link>
            ),
          },
          ...first.cells.map(({ vendor }, at) => ({
            key: `${at}`,
            header: vendor,
            cell: ({ cells }: Covered) => {
              const cell = cells[at];
              return (
                cell && (
                  <span className={cell.support === "unknown" ? "text-muted" : undefined}>
                    {matrix.support[cell.support]}
                    {cell.quality !== null && (
                      <span className="block text-muted text-xs">
                        {matrix.qualityOf({ quality: cell.quality })}
                      </span>
                    )}
                  </span>
                )
              );
            },
          })),
        ]}
      />
      <p className="mt-1">
        <Link className="link inline-flex min-h-6 items-center text-sm" to={`${base}/competitors/matrix`}>
          {text.toMatrix}
        </Link>
      </p>
    </div>
  );
}

function Branch({
  branch,
  base,
  coverage,
}: {
  branch: NeedBranch;
  base: string;
  coverage: readonly Covered[];
}) {
  const figure = useText("figure");
  const idOf = (row: string) => coverage.find(({ asked }) => asked === row)?.id;
  const text = useText("needs");
  const language = useLanguage();
  const format = useFormat();
  const { name, deciders, deciderQuotes, requesters, scenarios, causes, features, rivals } = branch;
  return (
    <article className="mt-8 first:mt-0">
      <h3 className="mb-3 text-base">{name[language]}</h3>
      <div className="grid gap-6 md:grid-cols-3">
        <Level of="decider" title={text.deciders}>
          <Count counted={deciders} />
          <Quotes quotes={deciderQuotes} base={base} />
        </Level>
        <Level of="requester" title={text.requesters}>
          {requesters.n === 0 ? (
            <p className="text-muted text-sm">{text.noRequesters}</p>
          ) : (
            <Count counted={requesters} />
          )}
          <Quotes quotes={scenarios} base={base} />
          {rivals.length > 0 && (
            <div className="text-sm">
              <p className="text-muted">{text.rivals}</p>
              <ul>
                {rivals.map(({ value, name: rival, counted }) => (
                  <li key={value} className="flex flex-wrap justify-between gap-x-3">
                    <Link
                      className="link inline-flex min-h-6 items-center"
                      to={`${base}/competitors/analysis`}
                    >
                      {rival[language]}
                    </Link>
                    <Count counted={counted} />
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Level>
        <Level of="user" title={text.users}>
          {causes.length === 0 && <p className="text-muted text-sm">{text.noCauses}</p>}
          <ul className="grid gap-2">
            {causes.map(({ value, name: cause, counted, quotes }) => (
              <li key={value}>
                <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <span>{cause[language]}</span>
                  <Count counted={counted} />
                </p>
                <Quotes quotes={quotes} base={base} />
              </li>
            ))}
          </ul>
          {features.length > 0 && (
            <div className="text-sm">
              <p className="text-muted">{text.missed}</p>
              <ul>
                {features.map(({ value, name: feature, score, interval, n, companies }) => (
                  <li key={value} className="flex flex-wrap justify-between gap-x-3">
                    {idOf(value) ? (
                      <Link
                        className="link inline-flex min-h-6 items-center"
                        to={`${base}/competitors/features/${idOf(value)}`}
                      >
                        {feature[language]}
                      </Link>
                    ) : (
                      <span>{feature[language]}</span>
                    )}
                    <span className="text-muted tabular-nums">
                      {text.missedScore({
                        score: interval
                          ? format.interval(score, interval, { unit: "number", digits: 1 })
                          : format.number(score, 1),
                      })}{" "}
                      · {figure.n({ n })} · {figure.companies({ n: companies })}
                    </span>
                  </li>
                ))}
              </ul>
              <MethodLink method="opportunity" />
            </div>
          )}
        </Level>
      </div>
      <Coverage features={coverage} base={base} />
    </article>
  );
}

const atFirst = 4;

export function NeedTree({
  tree,
  base,
  coverage,
}: {
  tree: readonly NeedBranch[];
  base: string;
  /** By need. */
  coverage: Readonly<Record<string, readonly Covered[]>>;
}) {
  const text = useText("needs");
  const draw = (branches: readonly NeedBranch[]) =>
    branches.map((branch) => (
      <Branch key={branch.need} branch={branch} base={base} coverage={coverage[branch.need] ?? []} />
    ));
  const rest = tree.slice(atFirst);
  return (
    <Section title={text.tree}>
      {tree.length === 0 ? (
        <EmptyState title={text.noNeeds.title}>{text.noNeeds.body}</EmptyState>
      ) : (
        <>
          {draw(tree.slice(0, atFirst))}
          {rest.length > 0 && (
            <details className="mt-6">
              <summary className="link inline-flex min-h-11 items-center">
                {text.more({ n: rest.length })}
              </summary>
              <div className="mt-4">{draw(rest)}</div>
            </details>
          )}
          <p className="mt-4">
            <MethodLink method="need-tree" />
          </p>
        </>
      )}
    </Section>
  );
}
