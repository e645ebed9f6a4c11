/** The need tree of a study: every need drawn with what lies behind it, and who can serve it. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { type TreeCard, TreeDrawing } from "~/components/tree-drawing";
import type { ChainRole } from "~/domain/chain/role";
import type { Support } from "~/domain/competitors/matrix-cell";
import type { LocalText } from "~/domain/language";
import type { Counted, NeedBranch, NeedFeature, Quote } from "~/domain/report/need-tree";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

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

const partOf = ({ count, n }: Counted) => (n === 0 ? null : count / n);
const mostScore = 20;

/** The cards of a branch: the need, what requesters of the same companies say, and the causes that users name. */
function useColumns(base: string, coverage: readonly Covered[]) {
  const figure = useText("figure");
  const text = useText("needs");
  const language = useLanguage();
  const format = useFormat();
  const card = (
    role: ChainRole,
    what: string,
    { key, name, counted, quotes = [] }: { key: string; name: ReactNode; counted: Counted; quotes?: Quote[] },
  ): TreeCard => ({
    ...{ key, role, what, name, part: partOf(counted) },
    detail: text.naming({ k: counted.count, n: counted.n, companies: counted.companies }),
    quotes: <Quotes quotes={quotes} base={base} />,
  });
  const featureCard = ({ value, name, score, interval, n, companies }: NeedFeature): TreeCard => {
    const id = coverage.find(({ asked }) => asked === value)?.id;
    const written = interval
      ? format.interval(score, interval, { unit: "number", digits: 1 })
      : format.number(score, 1);
    return {
      ...{ key: `feature ${value}`, role: "user", what: text.missed, part: score / mostScore },
      name: id ? (
        <Link className="link" to={`${base}/competitors/features/${id}`}>
          {name[language]}
        </Link>
      ) : (
        name[language]
      ),
      detail: [
        text.missedScore({ score: written }),
        figure.n({ n }),
        figure.companies({ n: companies }),
      ].join(" · "),
    };
  };
  return (branch: NeedBranch): TreeCard[][] => [
    [
      card("decider", text.deciders, {
        ...{
          key: "need",
          name: branch.name[language],
          counted: branch.deciders,
          quotes: branch.deciderQuotes,
        },
      }),
    ],
    [
      ...(branch.requesters.n > 0 || branch.scenarios.length > 0
        ? [
            card("requester", text.requesters, {
              ...{ key: "also", name: null, counted: branch.requesters, quotes: branch.scenarios },
            }),
          ]
        : []),
      ...branch.rivals.map(({ value, name, counted }) =>
        card("requester", text.rivals, {
          key: `rival ${value}`,
          name: (
            <Link className="link" to={`${base}/competitors/analysis`}>
              {name[language]}
            </Link>
          ),
          counted,
        }),
      ),
    ],
    [
      ...branch.causes.map(({ value, name, counted, quotes }) =>
        card("user", text.users, { key: `cause ${value}`, name: name[language], counted, quotes }),
      ),
      ...branch.features.map(featureCard),
    ],
  ];
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
  const text = useText("needs");
  const language = useLanguage();
  const columns = useColumns(base, coverage)(branch);
  const [, requesters = [], users = []] = columns;
  return (
    <article className="mt-10 first:mt-0">
      <h3 className="sr-only">{branch.name[language]}</h3>
      <TreeDrawing branches={[{ key: branch.need, columns }]} />
      {requesters.length === 0 && <p className="mt-2 text-muted text-sm">{text.noRequesters}</p>}
      {users.length === 0 && <p className="mt-2 text-muted text-sm">{text.noCauses}</p>}
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
          <p className="mt-4 flex flex-wrap gap-x-4">
            <MethodLink method="need-tree" of={text.tree} />
            <MethodLink method="opportunity" of={text.missedScoreName} />
          </p>
        </>
      )}
    </Section>
  );
}
