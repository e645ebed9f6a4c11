/** The Superhuman split of each role, and the two halves of a roadmap that it suggests. */
import { Link } from "@remix-run/react";
import { Figure, type FigureState } from "~/components/figure";
import { MethodLink } from "~/components/method-link";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Outcome } from "~/domain/outcome";
import { fewestAnswers } from "~/domain/pmf/pmf-score";
import type { Named, SupporterSplit } from "~/domain/pmf/supporter-split";
import type { RoleSplit } from "~/domain/report/pmf-split";
import { useFormat, useText } from "~/i18n/use-text";

/** A thing named, in the reader's words, with an answer that names it. */
type Told = Omit<Named, "ids"> & { key: string; quote: { responseId: string; text: string } | null };
type Split = Omit<SupporterSplit, "benefits" | "convertible" | "doubleDown" | "holdsBack"> & {
  benefits: readonly Told[];
  convertible: Told;
  doubleDown: readonly Told[];
  holdsBack: readonly Told[];
};
type Described = Omit<RoleSplit, "split"> & { split: Outcome<Split> };

const stateOf = ({ k, n, interval }: Told): FigureState =>
  interval.ok ? { kind: "value", value: n > 0 ? k / n : 0, interval: interval.value } : { kind: "few", k, n };

/** Things named, most first: how many name each, and an answer that does. */
function NamedList({ rows, base }: { rows: readonly Told[]; base: string }) {
  const text = useText("pmf").split;
  const format = useFormat();
  return (
    <ol className="grid gap-3">
      {rows.map(({ key, name, k, n, companies, interval, quote }) => (
        <li key={key} className="border-line border-t pt-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="font-medium">{name}</span>
            <span className="text-muted text-sm tabular-nums">
              {interval.ok ? format.interval(k / n, interval.value, { count: n }) : text.of({ k, n })}
              {" · "}
              {text.companies({ n: companies })}
            </span>
          </p>
          {quote && (
            <Link
              to={`${base}/responses/${quote.responseId}`}
              className="block min-h-6 break-words text-muted text-sm hover:underline"
            >
              {quote.text}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What was read of the two open questions, and where to read on. */
function Basis({ of, base, mayCode }: { of: Described; base: string; mayCode: boolean }) {
  const text = useText("pmf").split;
  const { questions } = useText("needs");
  const parts = [
    { key: "pmf.benefit" as const, of: of.benefit },
    { key: "pmf.improve" as const, of: of.improve },
  ].filter((one) => one.of.answers > 0);
  const words = parts.filter((one) => one.of.basis === "words");
  const sentence = ({ key, of: { basis, read, answers } }: (typeof parts)[number]) =>
    text[basis === "words" ? "words" : "coded"]({ read, answers, question: questions[key] });
  const code = mayCode && (
    <Link
      className="link inline-flex min-h-6 items-center"
      to={`${base}/needs/code?question=${words[0]?.key ?? "pmf.benefit"}`}
    >
      {text.code}
    </Link>
  );
  if (words.length === 0)
    return (
      <p className="text-muted text-sm">
        {parts.map(sentence).join(" ")} {code}
      </p>
    );
  return (
    <Notice title={text.wordsTitle}>
      {words.map((one) => (
        <p key={one.key}>{sentence(one)}</p>
      ))}
      {code}
    </Notice>
  );
}

function Halves({ split, improve, base }: { split: Split; improve: Described["improve"]; base: string }) {
  const text = useText("pmf").split;
  if (improve.answers === 0) return <p className="text-muted">{text.noImprove}</p>;
  const half = (title: string, lead: string, rows: readonly Told[], none: string) => (
    <div className="min-w-0">
      <h4 className="text-base">{title}</h4>
      <p className="mb-3 text-muted text-sm">{lead}</p>
      {rows.length > 0 ? <NamedList rows={rows} base={base} /> : <p className="text-muted text-sm">{none}</p>}
    </div>
  );
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {half(text.doubleDown, text.doubleDownLead, split.doubleDown, text.noWishes)}
      {half(
        text.holdsBack,
        text.holdsBackLead,
        split.holdsBack,
        split.convertible.k === 0 ? text.nobodyToWin : text.noWishes,
      )}
    </div>
  );
}

function Known({ split, of, base }: { split: Split; of: Described; base: string }) {
  const text = useText("pmf").split;
  const format = useFormat();
  const [main, ...others] = split.benefits;
  const { convertible, somewhat, overall, kept, ifAllWon } = split;
  const share = ({ very, n }: { very: number; n: number }) =>
    n < fewestAnswers ? text.of({ k: very, n }) : format.percent(very / n);
  if (!main) return null;
  return (
    <div className="grid gap-8">
      <div className="grid gap-8 md:grid-cols-3">
        <Figure
          label={
            <>
              {text.main}
              <strong className="mt-1 block break-words text-ink text-lg">{main.name}</strong>
            </>
          }
          state={stateOf(main)}
          n={main.n}
          companies={split.lovers.companies}
        >
          <p className="text-muted text-sm">
            {text.mainOf(main)}
            {split.tied.length > 0 && (
              <span className="block">{text.tied({ names: format.list(split.tied) })}</span>
            )}
          </p>
        </Figure>
        <Figure
          label={text.convertible}
          state={convertible.n > 0 ? stateOf(convertible) : { kind: "none", reason: "no-data" }}
          n={convertible.n}
          companies={convertible.companies}
        >
          <p className="text-muted text-sm">
            {text.convertibleOf(convertible)}
            <span className="block">{text.aside({ n: somewhat.known - convertible.k })}</span>
          </p>
        </Figure>
        <div>
          <p className="text-muted text-sm">{text.ifWon}</p>
          <p className="font-semibold text-3xl tabular-nums leading-tight">
            {text.ifWonOf({ now: share(kept), won: share(ifAllWon) })}
          </p>
          <p className="mt-1 text-muted text-sm">{text.ifWonHint}</p>
          {kept.n < overall.n && (
            <p className="mt-1 text-muted text-sm">
              {text.kept({ kinds: format.list(split.personas), from: share(overall), to: share(kept) })}
            </p>
          )}
        </div>
      </div>
      <Halves split={split} improve={of.improve} base={base} />
      {others.length > 0 && (
        <details>
          <summary className="link inline-flex min-h-11 items-center">{text.otherBenefits}</summary>
          <div className="mt-2 max-w-prose">
            <NamedList rows={others} base={base} />
          </div>
        </details>
      )}
    </div>
  );
}

export function PmfSplit({
  splits,
  base,
  mayCode,
}: {
  splits: readonly Described[];
  base: string;
  mayCode: boolean;
}) {
  const text = useText("pmf").split;
  if (splits.length === 0) return null;
  const nobody = (reason: string): reason is keyof typeof text.nobody => reason in text.nobody;
  const named = (role: ChainRole) => <RoleChip role={role} />;
  return (
    <Section id="roadmap" title={text.title} lead={text.lead}>
      {splits.map((one) => (
        <Section key={one.role} level={3} title={named(one.role)}>
          <div className="grid gap-6">
            <Basis of={one} base={base} mayCode={mayCode} />
            {one.split.ok ? (
              <Known split={one.split.value} of={one} base={base} />
            ) : (
              <p>{text.nobody[nobody(one.split.reason) ? one.split.reason : "no-data"]}</p>
            )}
          </div>
        </Section>
      ))}
      <p className="mt-4 max-w-prose text-muted text-sm">{text.exploratory}</p>
      <MethodLink method="superhuman-engine" />
    </Section>
  );
}
