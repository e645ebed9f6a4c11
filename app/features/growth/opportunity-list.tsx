import { Form, Link } from "@remix-run/react";
import { Button } from "~/components/button";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { KeptOpportunity } from "~/data/opportunities";
import type { Standing } from "~/domain/growth/opportunity-confirm";
import type { OpportunityReading, Reach, ScoreRange, Suggestion } from "~/domain/growth/opportunity-rank";
import type { Outcome } from "~/domain/outcome";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

type Read = KeptOpportunity & {
  reading: OpportunityReading;
  standing: Standing;
  /** Name of the coded theme it speaks of. */
  theme: string | null;
  /** Whether its rank cannot be told from that of the one before. */
  tied: boolean;
};

/** Score, reach, cover and the wave, as short sentences. */
function useFindings() {
  const text = useText("opportunity");
  const format = useFormat();
  const shareOf = ({ share, interval }: Reach) => format.interval(share, interval);
  const behind = ({ score, reach, cover }: OpportunityReading) => [
    score.ok ? text.score({ score: format.number(score.value.score), n: score.value.n }) : text.noScore,
    reach.ok ? text.reach({ range: shareOf(reach.value), n: reach.value.of }) : text.noReach,
    ...(reach.ok ? [text.answers({ n: reach.value.answers })] : []),
    ...(cover ? [text.cover({ ...cover, n: cover.yes + cover.partial + cover.no + cover.unknown })] : []),
  ];
  const scoreOf = (range: Outcome<ScoreRange>) => {
    if (!range.ok) return null;
    const { score, interval } = range.value;
    return interval.ok ? format.interval(score, interval.value, { unit: "number" }) : format.number(score);
  };
  const wave = (n: number, { confirmation: given, waveScore }: OpportunityReading): string[] => {
    if (given.state === "lacking")
      return [text.lacking[given.why]({ wave: n, companies: given.companies, needed: given.needed })];
    const { now, before, difference } = given;
    const [scored, scoredBefore] = [scoreOf(waveScore.now), scoreOf(waveScore.before)];
    const points = (share: number) => format.number(share * 100, 0);
    return [
      text.waveResult({ n, range: shareOf(now), of: now.of, before: shareOf(before), ofBefore: before.of }),
      text.waveDifference({
        difference: points(difference.difference),
        low: points(difference.interval[0]),
        high: points(difference.interval[1]),
      }),
      ...(scored && scoredBefore ? [text.waveScore({ now: scored, before: scoredBefore })] : []),
    ];
  };
  return { behind, wave };
}

function Rank({ reading: { rank, rankInterval } }: { reading: OpportunityReading }) {
  const text = useText("opportunity");
  const format = useFormat();
  if (rank === null) return <p className="text-muted text-sm">{text.unranked}</p>;
  return (
    <p className="tabular-nums">
      <span className="font-semibold">
        <span className="sr-only">{text.rankWord} </span>
        {text.rank({ rank: format.number(rank) })}
      </span>
      {rankInterval.ok && (
        <span className="text-sm">
          {text.rankRange({ range: format.range(rankInterval.value, "number", 1) })}
        </span>
      )}
    </p>
  );
}

function Card({ one, base, study, canEdit }: { one: Read; base: string; study: string; canEdit: boolean }) {
  const text = useText("opportunity");
  const actions = useText("shell").actions;
  const { behind, wave } = useFindings();
  const format = useFormat();
  const { reading, standing } = one;
  const { by } = standing;
  return (
    <li className="grid gap-2 border-line border-t py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="text-base">{one.need}</h3>
        <Rank reading={reading} />
      </div>
      <p className="flex flex-wrap items-center gap-2">
        <RoleChip role={one.role} />
        <Tag>
          {by ? text.settled[by]({ status: text.status[standing.status] }) : text.status[standing.status]}
        </Tag>
        <Tag>{text.market[one.market]}</Tag>
        {one.theme && <Tag>{text.themed({ theme: one.theme })}</Tag>}
      </p>
      {one.tied && <p className="text-sm">{text.tied}</p>}
      <p className="text-sm tabular-nums">{behind(reading).join(" · ")}</p>
      {one.opens && <p className="text-sm">{text.opens({ who: one.opens })}</p>}
      {one.waveNumber !== null && (
        <p className="text-sm tabular-nums">
          {text.verdict[reading.confirmation.state]} {wave(one.waveNumber, reading).join(" ")}{" "}
          <Link to={`${study}/fieldwork`} className="link">
            {text.openWave({ n: one.waveNumber })}
          </Link>
        </p>
      )}
      {standing.against && (
        <p className="text-sm">
          {text.against({
            status: text.status[one.status],
            who: one.updatedBy,
            when: format.date(one.updatedAt),
          })}
        </p>
      )}
      {reading.rank === null && <p className="text-muted text-sm">{text.unrankedWhy}</p>}
      {reading.quotes.length > 0 && (
        <details>
          <summary className="cursor-pointer text-sm">{text.quotes}</summary>
          <ul className="mt-2 grid gap-1.5 ps-4">
            {reading.quotes.map(({ responseId, text: said }) => (
              <li key={responseId}>
                <Link to={`${study}/responses/${responseId}`} className="link whitespace-pre-line">
                  {said}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {canEdit && (
        <Form method="post" action={base} className="flex gap-2 print:hidden" preventScrollReset>
          <input type="hidden" name="opportunityId" value={one.id} />
          <Link
            to={`${base}/${one.id}`}
            className="link inline-flex min-h-9 items-center text-sm"
            aria-label={text.edit(one)}
          >
            {actions.edit}
          </Link>
          <Button type="submit" look="plain" size="small" name="intent" value="remove">
            {actions.remove}
          </Button>
        </Form>
      )}
    </li>
  );
}

/** The opportunities of a study, the strongest first. */
export function OpportunityList(props: {
  opportunities: readonly Read[];
  base: string;
  study: string;
  canEdit: boolean;
}) {
  const { opportunities, ...shared } = props;
  const text = useText("opportunity");
  return (
    <Section title={text.list} lead={text.ranked({ n: opportunities.length })}>
      <ol className="max-w-4xl">
        {opportunities.map((one) => (
          <Card key={one.id} one={one} {...shared} />
        ))}
      </ol>
      <MethodLink method="opportunity" />
    </Section>
  );
}

/** What the answers name and nobody has written down. */
export function Suggestions(props: { suggestions: readonly Suggestion[]; base: string; canEdit: boolean }) {
  const { suggestions, base, canEdit } = props;
  const text = useText("opportunity");
  const roles = useText("roles");
  const language = useLanguage();
  const { behind } = useFindings();
  if (suggestions.length === 0) return null;
  return (
    <Section title={text.suggestions} lead={text.suggestionsLead}>
      <ul className="max-w-4xl">
        {suggestions.map(({ role, problem, name: { [language]: name }, attribute, reading }) => {
          const need = text.suggestion({ role: roles.plural[role], problem: name });
          const given = new URLSearchParams({ role, problem, attribute, need: name, origin: "problem" });
          return (
            <li
              key={`${role}/${problem}`}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-line border-t py-3"
            >
              <div className="min-w-0 flex-1 basis-72">
                <p className="font-medium">{need}</p>
                <p className="text-muted text-sm tabular-nums">{behind(reading).join(" · ")}</p>
              </div>
              <Rank reading={reading} />
              {canEdit && (
                <Link
                  to={`${base}/new?${given}`}
                  className="link inline-flex min-h-9 items-center text-sm print:hidden"
                  aria-label={text.takeThis({ need })}
                >
                  {text.take}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
