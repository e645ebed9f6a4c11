import { Link } from "@remix-run/react";
import { DefinitionList } from "~/components/definition-list";
import { PageHeader } from "~/components/page-header";
import { Panel, Section } from "~/components/section";
import { useText } from "~/i18n/use-text";
import { useExampleFormat } from "./example-format";
import type { MethodLink, MethodView } from "./view";

function Example({ given, example }: Pick<MethodView, "given" | "example">) {
  const text = useText("methods").example;
  const reasons = useText("reasons");
  const written = useExampleFormat();
  return (
    <Panel>
      <Section title={text.title}>
        <p className="mb-4 text-muted text-sm">{given}</p>
        {example.ok ? (
          <div className="tabular-nums">
            <DefinitionList
              items={example.lines.map(({ label, format, value }) => ({
                term: label,
                value: <span className="font-medium">{written(format, value)}</span>,
              }))}
            />
          </div>
        ) : (
          <p>
            <strong className="font-semibold">{text.noValue}</strong>
            <span className="block text-muted">{reasons[example.reason]}</span>
          </p>
        )}
      </Section>
    </Panel>
  );
}

function Neighbours({ previous, next }: Pick<MethodView, "previous" | "next">) {
  const text = useText("methods");
  if (!previous && !next) return null;
  const link = (to: MethodLink | undefined, word: string, side: string) =>
    to && (
      <Link to={`/methods/${to.key}`} className={`group block min-h-11 ${side}`}>
        <span className="block text-muted text-sm">{word}</span>
        <span className="link">{to.name}</span>
      </Link>
    );
  return (
    <nav
      aria-label={text.neighbours}
      className="mt-12 flex flex-wrap justify-between gap-x-8 gap-y-4 border-line border-t pt-6 print:hidden"
    >
      {link(previous, text.previous, "")}
      {link(next, text.next, "ms-auto text-end")}
    </nav>
  );
}

/** "How is this computed?" of one method: in words, by example, as a formula, its limits and sources. */
export function MethodPage({ method }: { method: MethodView }) {
  const text = useText("methods");
  const shell = useText("shell");
  return (
    <article>
      <PageHeader
        title={method.name}
        crumbs={[
          { to: "/methods", label: shell.nav.methods },
          { to: `/methods#${method.family}`, label: text.families[method.family] },
        ]}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="grid max-w-prose gap-4">
          {method.plain.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <div className="lg:row-span-2">
          <Example given={method.given} example={method.example} />
        </div>
        <div className="max-w-prose">
          <Section title={text.formula}>
            <ul lang="en" className="grid gap-2 rounded-md bg-sunken px-4 py-3">
              {method.formula.map((line) => (
                <li key={line} className="whitespace-pre-wrap">
                  {line}
                </li>
              ))}
            </ul>
          </Section>
          <Section title={text.fails}>
            <ul className="grid list-disc gap-2 ps-5">
              {method.fails.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Section>
          <Section title={text.sources}>
            <ul lang="en" className="grid gap-2 text-muted text-sm">
              {method.sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
      <Neighbours previous={method.previous} next={method.next} />
    </article>
  );
}
