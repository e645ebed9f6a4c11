import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, LinkButton } from "~/components/button";
import { DefinitionList } from "~/components/definition-list";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { BattleCard as Card, Facing } from "~/domain/competitors/battle-card";
import type { Quote } from "~/domain/competitors/rival-reasons";
import type { LocalText } from "~/domain/language";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import type { AnalysedFeature } from "./analysis";
import { Quotes } from "./rival-users";
import { useTallyWords } from "./words";

export type BattleCardsProps = {
  /** The address of the study. */
  study: string;
  currency: string;
  rival: { key: string; name: string; positioning: string; segments: string; notes: string };
  features: readonly AnalysedFeature[];
  /** The wording of what users rated. */
  rows: Readonly<Record<string, LocalText>>;
  quotes: readonly Quote[];
  cards: readonly Card[];
  /** The one role whose card is shown; null for all. */
  role: ChainRole | null;
};

/** A sentence, and what it rests on. */
function Line({ to, evidence, children }: { to: string; evidence: string; children: ReactNode }) {
  const isWeb = to.startsWith("http");
  const look = "link ms-2 inline-block text-muted text-xs";
  return (
    <>
      {children}
      {isWeb ? (
        <a href={to} rel="noreferrer" target="_blank" className={look}>
          {evidence}
        </a>
      ) : (
        <Link to={to} className={look}>
          {evidence}
        </Link>
      )}
    </>
  );
}

function useNames({ features, rows }: Pick<BattleCardsProps, "features" | "rows">) {
  const language = useLanguage();
  return {
    feature: (id: string) => features.find((one) => one.id === id)?.name[language] ?? id,
    row: (asked: string) => rows[asked]?.[language] ?? asked,
  };
}

function FacingLine({ facing, ...props }: { facing: Facing } & BattleCardsProps & { of: ChainRole }) {
  const text = useText("competition").battle;
  const format = useFormat();
  const names = useNames(props);
  const { stance, ours, theirs, turnTo, featureId, weight } = facing;
  const base = `${props.study}/competitors`;
  const figures = {
    vendor: props.rival.name,
    ours: ours === null ? "–" : format.percent(ours),
    theirs: theirs === null ? "–" : format.percent(theirs),
  };
  return (
    <li className="break-inside-avoid border-line border-b py-2">
      <p className="font-medium">
        <Line to={`${base}/analysis#${props.of}`} evidence={text.weights}>
          {text.prefers({ feature: names.feature(featureId), weight: format.number(weight) })}
        </Line>
      </p>
      <p>
        <Line to={`${base}/matrix`} evidence={text.cells}>
          {stance === "unknown" ? text.unknown : text[stance](figures)}{" "}
          {turnTo !== null && text.turnTo({ feature: names.feature(turnTo) })}
        </Line>
      </p>
    </li>
  );
}

function PriceLine({
  price,
  study,
  currency,
  rival,
}: { price: NonNullable<Card["price"]> } & BattleCardsProps) {
  const text = useText("competition").battle;
  const { named } = useText("figure");
  const format = useFormat();
  const words = {
    vendor: rival.name,
    ours: format.money(price.ours, currency),
    theirs: format.money(price.theirs, currency),
    share: price.ours > 0 ? format.percent(Math.abs(price.theirs - price.ours) / price.ours) : "",
  };
  const sentence = () => {
    if (price.theirs === price.ours) return text.samePrice(words);
    if (price.theirs === 0) return text.free(words);
    if (price.ours === 0) return named({ name: words.vendor, said: words.theirs });
    return price.theirs > price.ours ? text.dearer(words) : text.cheaper(words);
  };
  return (
    <Line to={`${study}/competitors/by-role#price`} evidence={text.prices}>
      {sentence()}
    </Line>
  );
}

function Claims({ card, study }: { card: Card } & Pick<BattleCardsProps, "study">) {
  const { battle: text, claims } = useText("competition");
  const { mean } = useTallyWords();
  return (
    <ul className="grid gap-2">
      {card.claims.map(({ id, words, verdict, reported, link }) => (
        <li key={id} className="break-inside-avoid">
          <Line to={link || `${study}/competitors/claims#${card.vendor}`} evidence={text.claimLink}>
            {text.claim({ words, verdict: claims.verdicts[verdict] })}
            {reported && <> ({text.claimRated({ mean: mean(reported) })})</>}
          </Line>
          <span className="block text-muted">{text.answer[verdict]}</span>
        </li>
      ))}
    </ul>
  );
}

function RoleCard({ card, ...props }: { card: Card } & BattleCardsProps) {
  const text = useText("competition").battle;
  const words = useText("roles");
  const tally = useTallyWords();
  const names = useNames(props);
  const { study, rival } = props;
  return (
    <section
      className="mt-10 break-before-page first:break-before-auto"
      aria-labelledby={`card-${card.role}`}
    >
      <h3 id={`card-${card.role}`} className="flex flex-wrap items-center gap-3 text-lg">
        {text.facing({ role: words.chain[card.role] })} <RoleChip role={card.role} />
      </h3>
      <ul className="mt-2">
        {card.facing.map((facing) => (
          <FacingLine key={facing.featureId} facing={facing} of={card.role} {...props} />
        ))}
      </ul>
      {card.price && (
        <p className="mt-3">
          <PriceLine price={card.price} {...props} />
        </p>
      )}
      {card.wins && (
        <p className="mt-3">
          <Line to={`${study}/competitors/by-role#wins`} evidence={text.winsLink}>
            {text.wins({
              vendor: rival.name,
              ours: tally.share(card.wins.ours),
              theirs: tally.share(card.wins.theirs),
            })}
          </Line>
        </p>
      )}
      {card.claims.length > 0 && (
        <Section level={3} title={text.claimsTitle}>
          <Claims card={card} study={study} />
        </Section>
      )}
      {card.weak.length > 0 && (
        <Section level={3} title={text.weakTitle}>
          <ul className="grid gap-1">
            {card.weak.map(({ row, mean }) => (
              <li key={row}>
                <Line to={`${study}/competitors/users/${card.vendor}#about`} evidence={text.weakLink}>
                  {text.weak({ feature: names.row(row), mean: tally.mean(mean) })}
                </Line>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </section>
  );
}

/** The cards of one competitor, one a role, made to be printed. */
export function BattleCards(props: BattleCardsProps) {
  const { study, rival, cards, role, quotes } = props;
  const text = useText("competition").battle;
  const words = useText("roles");
  const [search] = useSearchParams();
  const to = (one: ChainRole | null) => {
    const asked = new URLSearchParams(search);
    asked.delete("card");
    if (one) asked.set("card", one);
    return `?${asked}`;
  };
  const shown = cards.filter((card) => role === null || card.role === role);
  const facts = [
    [text.positioning, rival.positioning],
    [text.segments, rival.segments],
    [text.notes, rival.notes],
  ].flatMap(([term, value]) => (term && value ? [{ term, value }] : []));
  return (
    <Section
      title={text.title({ vendor: rival.name })}
      lead={text.lead}
      actions={
        <>
          <LinkButton to={`${study}/competitors`}>{text.back}</LinkButton>
          <Button className="[@media(scripting:none)]:hidden" onClick={() => window.print()}>
            {text.print}
          </Button>
        </>
      }
    >
      {facts.length > 0 && <DefinitionList items={facts} />}
      {cards.length === 0 ? (
        <p className="mt-6 text-muted">{text.none}</p>
      ) : (
        <>
          {cards.length > 1 && (
            <nav aria-label={text.roles} className="mt-6 flex flex-wrap gap-x-5 print:hidden">
              {[null, ...cards.map((card) => card.role)].map((one) => (
                <Link
                  key={one ?? "all"}
                  to={to(one)}
                  aria-current={one === role ? "page" : undefined}
                  preventScrollReset
                  className="link inline-flex min-h-9 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
                >
                  {one === null ? text.all : words.plural[one]}
                </Link>
              ))}
            </nav>
          )}
          {shown.map((card) => (
            <RoleCard key={card.role} {...props} card={card} />
          ))}
          {quotes.length > 0 && (
            <Section level={3} title={text.quotesTitle}>
              <Quotes study={study} quotes={quotes} />
            </Section>
          )}
        </>
      )}
    </Section>
  );
}
