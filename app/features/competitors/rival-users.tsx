import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import type { Quote, Reason } from "~/domain/competitors/rival-reasons";
import type { RivalFunnel, RivalUsers as Said } from "~/domain/competitors/rival-users";
import type { LocalText } from "~/domain/language";
import type { Mean, Share } from "~/domain/report/tallies";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import type { Vendor } from "./matrix";
import { useTallyWords } from "./words";

type Rated = { asked: string; name: LocalText; theirs: Mean; ours: Mean | null };
type Chosen = {
  key: string;
  name: string;
  users: Said;
  ratings: readonly Rated[];
  byRole: readonly (RivalFunnel & { role: ChainRole })[];
};
type RivalUsersProps = {
  /** The address of the study, and the end of an address that says whose answers these are. */
  study: string;
  filter: string;
  rivals: readonly Vendor[];
  funnels: readonly RivalFunnel[];
  chosen: Chosen | null;
};

/** Of all who were asked, which part came so far; the steps' own shares stand in the table. */
const partOf = ({ asked }: RivalFunnel, step: Share | null) =>
  asked > 0 && step ? step.count / asked : null;

function Funnels({ rivals, funnels }: Pick<RivalUsersProps, "rivals" | "funnels">) {
  const text = useText("competition").users;
  const format = useFormat();
  const { share } = useTallyWords();
  const nameOf = (key: string) => rivals.find((rival) => rival.key === key)?.name ?? key;
  const best = funnels.toSorted((a, b) => (partOf(b, b.aware) ?? 0) - (partOf(a, a.aware) ?? 0))[0];
  const steps = ["aware", "tried", "using"] as const;
  return (
    <>
      <Chart
        title={
          best?.aware
            ? text.finding({ vendor: nameOf(best.vendor), share: format.percent(best.aware.share) })
            : text.title
        }
        n={Math.max(...funnels.map(({ asked }) => asked))}
        range={[0, 1]}
        data={{
          kind: "bar",
          horizontal: true,
          categoryAxis: text.vendor,
          categories: funnels.map(({ vendor }) => nameOf(vendor)),
          valueAxis: text.chart,
          unit: "percent",
          series: steps.map((step) => ({
            label: text[step],
            values: funnels.map((one) => partOf(one, one[step])),
          })),
        }}
      />
      <DataTable
        caption={text.title}
        captionHidden
        rows={funnels}
        rowKey={({ vendor }) => vendor}
        columns={[
          { key: "vendor", header: text.vendor, cell: ({ vendor }) => nameOf(vendor) },
          { key: "asked", header: text.asked, numeric: true, cell: ({ asked }) => format.number(asked) },
          ...steps.map((step) => ({
            key: step,
            header: text[step],
            numeric: true,
            cell: (one: RivalFunnel) => share(one[step]),
          })),
        ]}
      />
      <MethodLink method="interval-by-company" />
    </>
  );
}

/** A few quotes, each leading to its response. */
const shownQuotes = 6;

export function Quotes({ study, quotes }: { study: string; quotes: readonly (Quote & Partial<Reason>)[] }) {
  const text = useText("competition").users;
  const open = useText("results").texts.open;
  if (quotes.length === 0) return <p className="text-muted">{text.noQuotes}</p>;
  return (
    <>
      <ul className="grid max-w-prose gap-3">
        {quotes.slice(0, shownQuotes).map(({ id, role, company, text: said, tiedBy }) => (
          <li key={id} className="border-line border-s-2 ps-3">
            <blockquote className="break-words">{said}</blockquote>
            <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
              <RoleChip role={role} />
              {company}
              {tiedBy === "answered" && <span>{text.byAnswers}</span>}
              <Link to={`${study}/responses/${id}`} className="link print:hidden">
                {open}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {quotes.length > shownQuotes && (
        <p className="mt-2 text-muted text-sm">
          <Link to={`${study}/results/competitor`} className="link">
            {text.more({ n: quotes.length - shownQuotes })}
          </Link>
        </p>
      )}
    </>
  );
}

function Demands({ demands }: Pick<Said, "demands">) {
  const text = useText("competition").users;
  const language = useLanguage();
  const { mean } = useTallyWords();
  return (
    <DataTable
      caption={text.demands}
      captionHidden
      rows={demands}
      rowKey={({ attribute }) => attribute}
      columns={[
        {
          key: "need",
          header: text.need,
          cell: ({ name }) => name[language],
        },
        { key: "importance", header: text.importance, numeric: true, cell: (row) => mean(row.importance) },
        {
          key: "satisfaction",
          header: text.satisfaction,
          numeric: true,
          cell: (row) => mean(row.satisfaction),
        },
      ]}
    />
  );
}

function Leaving({ share }: { share: Share | null }) {
  const text = useText("competition").users;
  const words = useTallyWords();
  if (!share) return <p className="text-muted">{text.nobodyUses}</p>;
  return (
    <p className="max-w-prose">
      {share.interval
        ? text.leave({ share: words.share(share) })
        : text.leaveCount({ k: share.count, n: share.n })}
    </p>
  );
}

/** Why it is chosen or not, counted by role, then in words. */
function Reasons({ study, reasons }: { study: string; reasons: Said["reasons"] }) {
  const text = useText("competition").users;
  const counted = chainRoles.flatMap((role) => {
    const counts = reasons.byRole[role];
    return counts ? [{ role, ...counts }] : [];
  });
  return (
    <Section level={3} title={text.reasons} lead={text.reasonsLead}>
      {counted.length > 0 && (
        <DataTable
          caption={text.reasons}
          captionHidden
          rows={counted}
          rowKey={({ role }) => role}
          columns={[
            { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
            ...(["chosen", "rejected"] as const).map((side) => ({
              key: side,
              header: text[side],
              numeric: true,
              cell: (row: (typeof counted)[number]) => text.reasonCount(row[side]),
            })),
          ]}
        />
      )}
      <div className="mt-4 grid gap-8 md:grid-cols-2">
        {(["chosen", "rejected"] as const).map((side) => (
          <div key={side}>
            <h4 className="mb-2 font-medium text-sm">{text[side]}</h4>
            <Quotes study={study} quotes={reasons[side]} />
          </div>
        ))}
      </div>
    </Section>
  );
}

/** The way from hearing of it to using it, a row a role. */
function FunnelByRole({ rows }: { rows: Chosen["byRole"] }) {
  const text = useText("competition").users;
  const format = useFormat();
  const { share } = useTallyWords();
  if (rows.length === 0) return null;
  return (
    <Section level={3} title={text.byRole} lead={text.lead}>
      <DataTable
        caption={text.byRole}
        captionHidden
        rows={rows}
        rowKey={({ role }) => role}
        columns={[
          { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
          { key: "asked", header: text.asked, numeric: true, cell: ({ asked }) => format.number(asked) },
          ...(["aware", "tried", "using"] as const).map((step) => ({
            key: step,
            header: text[step],
            numeric: true,
            cell: (row: RivalFunnel) => share(row[step]),
          })),
        ]}
      />
      <MethodLink method="interval-by-company" />
    </Section>
  );
}

function About({ study, chosen }: { study: string; chosen: Chosen }) {
  const text = useText("competition").users;
  const language = useLanguage();
  const { mean, share } = useTallyWords();
  const { users, ratings, name, key, byRole } = chosen;
  return (
    <Section
      id="about"
      title={text.aboutOf({ vendor: name })}
      lead={text.people({ n: users.people, companies: users.companies })}
      actions={<LinkButton to={`${study}/competitors/rivals/${key}/card`}>{text.battle}</LinkButton>}
    >
      <FunnelByRole rows={byRole} />
      <Section level={3} title={text.ratings({ vendor: name })}>
        {ratings.length === 0 ? (
          <p className="text-muted">{text.noRatings}</p>
        ) : (
          <>
            <DataTable
              caption={text.ratings({ vendor: name })}
              captionHidden
              rows={ratings}
              rowKey={({ asked }) => asked}
              initialOrder={{ key: "theirs", direction: "ascending" }}
              columns={[
                { key: "feature", header: text.feature, cell: (row) => row.name[language] },
                {
                  key: "theirs",
                  header: text.theirs,
                  numeric: true,
                  cell: (row) => mean(row.theirs),
                  sortBy: (row) => row.theirs.mean,
                },
                {
                  key: "ours",
                  header: text.ours,
                  numeric: true,
                  cell: (row) => mean(row.ours),
                  sortBy: (row) => row.ours?.mean ?? null,
                },
              ]}
            />
            <MethodLink method="cluster-robust-mean" />
          </>
        )}
      </Section>
      {users.demands.length > 0 && (
        <Section level={3} title={text.demands} lead={text.demandsLead}>
          <Demands demands={users.demands} />
          <MethodLink method="opportunity" />
        </Section>
      )}
      {users.problems.length > 0 && (
        <Section level={3} title={text.problems}>
          <DataTable
            caption={text.problems}
            captionHidden
            rows={users.problems}
            rowKey={({ value }) => value}
            columns={[
              { key: "problem", header: text.problem, cell: (row) => row.text[language] },
              { key: "share", header: text.share, numeric: true, cell: (row) => share(row.share) },
            ]}
          />
        </Section>
      )}
      <Section level={3} title={text.switchFor} lead={text.switchLead}>
        <Leaving share={users.wouldLeave} />
        <div className="mt-3">
          <Quotes study={study} quotes={users.switchFor} />
        </div>
      </Section>
      <Reasons study={study} reasons={users.reasons} />
    </Section>
  );
}

/** How far people came with each competitor, and what those who know one of them say. */
export function RivalUsers({ study, filter, rivals, funnels, chosen }: RivalUsersProps) {
  const text = useText("competition").users;
  const asked = funnels.some((one) => one.asked > 0);
  if (!asked)
    return (
      <EmptyState
        title={text.emptyTitle}
        action={<LinkButton to={`${study}/fieldwork`}>{text.toFieldwork}</LinkButton>}
      >
        {text.empty}
      </EmptyState>
    );
  return (
    <>
      <Section title={text.title} lead={text.lead}>
        <Funnels rivals={rivals} funnels={funnels} />
      </Section>
      {rivals.length > 1 && (
        <nav aria-label={text.choose} className="mt-10 flex flex-wrap gap-x-5 gap-y-1 print:hidden">
          {rivals.map(({ key, name }) => (
            <Link
              key={key}
              to={`${study}/competitors/users/${key}${filter}#about`}
              aria-current={key === chosen?.key ? "page" : undefined}
              className="link inline-flex min-h-9 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
      {chosen && <About study={study} chosen={chosen} />}
    </>
  );
}
