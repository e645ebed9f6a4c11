import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { Figure, type FigureState } from "~/components/figure";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import { useText } from "~/i18n/use-text";

/** A published or imagined survey, judged by the method itself. */
export type Example = { key: "one" | "twenty" | "slack"; k: number; n: number; state: FigureState };

/** In the order of the story: one asks, one decides, one works with it. */
const asked = ["requester", "decider", "user"] as const;
const edges = {
  requester: "border-t-requester",
  decider: "border-t-decider",
  user: "border-t-user",
};

function Chain() {
  const text = useText("home").chain;
  return (
    <Section title={text.title} lead={text.lead}>
      <ol className="grid gap-4 md:grid-cols-3">
        {asked.map((role) => (
          <li
            key={role}
            className={`flex flex-col gap-2 rounded-md border border-line border-t-4 bg-surface p-4 ${edges[role]}`}
          >
            <h3>
              <RoleChip role={role} primary />
            </h3>
            <p className="flex-1">{text.asks[role]}</p>
            <Link to={`/try/${role}`} className="link flex min-h-11 items-center">
              {text.try[role]}
            </Link>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-muted text-sm">{text.tryNote}</p>
    </Section>
  );
}

function Verdicts({ examples }: { examples: readonly Example[] }) {
  const text = useText("home").verdict;
  return (
    <Section title={text.title} lead={text.lead}>
      <ul className="grid gap-8 rounded-md border border-line bg-surface p-5 md:grid-cols-3">
        {examples.map(({ key, k, n, state }) => (
          <li key={key}>
            <Figure label={text[key]} state={state} n={n}>
              {state.kind === "value" && <p className="text-muted text-sm">{text.sample({ k, n })}</p>}
            </Figure>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose text-muted text-sm">{text.more}</p>
      <Link to="/methods" className="link mt-1 inline-flex min-h-11 items-center">
        {text.methods}
      </Link>
    </Section>
  );
}

function People() {
  const text = useText("home").people;
  return (
    <Section title={text.title}>
      <dl className="grid gap-6 md:grid-cols-3">
        {text.list.map(({ who, does }) => (
          <div key={who}>
            <dt className="font-semibold">{who}</dt>
            <dd className="mt-1 text-muted">{does}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** What a visitor sees before signing in; on a new installation it leads to its one next step. */
export function Landing({ isSetUp, examples }: { isSetUp: boolean; examples: readonly Example[] }) {
  const text = useText("home");
  const { signIn } = useText("shell").actions;
  return (
    <>
      <h1 className="max-w-3xl text-2xl leading-tight tracking-tight sm:text-3xl">
        {text.headline.map((sentence) => (
          <span key={sentence} className="inline-block">
            {sentence}{" "}
          </span>
        ))}
      </h1>
      <p className="mt-4 max-w-prose text-lg text-muted">{text.lead}</p>
      {!isSetUp && (
        <div className="mt-6 max-w-prose">
          <Notice>{text.notSetUp}</Notice>
        </div>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {isSetUp ? (
          <LinkButton to="/sign-in" look="primary">
            {signIn}
          </LinkButton>
        ) : (
          <LinkButton to="/setup" look="primary">
            {text.setUp}
          </LinkButton>
        )}
        <LinkButton to="/sample">{text.readSample}</LinkButton>
      </div>
      <div className="mt-12">
        <Chain />
        <Verdicts examples={examples} />
        <People />
      </div>
    </>
  );
}
