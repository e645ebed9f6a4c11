/** The pages of a questionnaire, the jumps between them, and what random answers never reach. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { walkThrough } from "~/domain/questionnaire/walk-through";
import { conditionSentence } from "~/features/questionnaire/condition-sentence";
import { PageMap } from "~/features/questionnaire/logic/page-map";
import { textOf } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { compileDraft } from "~/server/compile-once";
import { requireQuestionnaire } from "~/server/gate";

const walks = 200;
const largestSeed = 1_000_000;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study, questionnaire, language } = await requireQuestionnaire(request, params, "readStudies");
  const here = `/studies/${study.id}/questionnaires/${questionnaire.id}`;
  const made = await compileDraft(questionnaire);
  if (!made.ok) return { here, walked: null };
  const { compiled } = made;
  const asked = Number(new URL(request.url).searchParams.get("seed"));
  const seed = Number.isInteger(asked) && asked > 0 && asked < largestSeed ? asked : 1;
  const walk = walkThrough(compiled, { walks, seed });
  const words = textOf(language, "questionnaire").condition;
  const pages = compiled.pages.map((page, at) => ({
    ...{ name: page.name, title: page.title?.[language] ?? "", n: walk.pages[at]?.n ?? 0 },
    questions: page.items.filter(({ kind }) => kind !== "statement" && kind !== "display").length,
    rule: page.visibleIf ? conditionSentence(page.visibleIf, { compiled, language, words }) : null,
    moves: walk.moves.filter(({ from }) => from === page.name),
  }));
  const numberOf = (name: string) => compiled.pages.findIndex((page) => page.name === name) + 1;
  const titles = new Map(
    compiled.pages.flatMap(({ items }) => items.map(({ name, title }) => [name, title[language]])),
  );
  const lost = walk.items.filter(
    ({ n, page }) => n === 0 && pages.some((one) => one.name === page && one.n > 0),
  );
  return {
    here,
    walked: {
      ...{ seed, pages, moves: walk.moves, fewest: walk.fewest, most: walk.most, stuck: walk.stuck },
      never: lost.map(({ name, page }) => ({ title: titles.get(name) ?? name, page: numberOf(page) })),
    },
  };
};

const rowId = (at: number) => `map-page-${at}`;

export default function QuestionnaireMap() {
  const { here, walked } = useLoaderData<typeof loader>();
  const text = useText("logic").map;
  const format = useFormat();
  if (!walked)
    return (
      <Notice tone="warn">
        {text.broken}{" "}
        <Link to={`${here}/json`} className="link">
          {text.mend}
        </Link>
      </Notice>
    );
  const { pages, moves, seed, never, fewest, most, stuck } = walked;
  const nameOf = (name: string | null) => {
    const at = pages.findIndex((page) => page.name === name);
    return at < 0 ? text.end : text.pageName({ n: at + 1, title: pages[at]?.title ?? "" });
  };
  const lostPages = pages.flatMap((page, at) => (page.n === 0 ? [{ ...page, at: at + 1 }] : []));
  const calm = never.length === 0 && lostPages.length === 0;
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <p className="max-w-prose text-muted">{text.lead({ n: walks })}</p>
        <LinkButton to={`?seed=${seed + 1}`} size="small" preventScrollReset>
          {text.again}
        </LinkButton>
      </div>
      <div className="mb-8 grid gap-3">
        {calm ? (
          <Notice tone="success">{text.allReached({ walks })}</Notice>
        ) : (
          <Notice tone="warn" title={text.never}>
            <p>{text.neverLead({ walks })}</p>
            <ul className="mt-1 list-disc ps-5">
              {lostPages.map(({ name, at, title }) => (
                <li key={name}>{text.neverPage({ page: title ? `${at} (${title})` : String(at) })}</li>
              ))}
              {never.map(({ title, page }) => (
                <li key={`${page} ${title}`}>
                  {text.neverQuestion({ question: title, page: String(page) })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <p className="text-sm">{text.length({ fewest, most })}</p>
        {stuck > 0 && <p className="text-caution text-sm">{text.stuck({ n: stuck })}</p>}
      </div>
      <PageMap pages={pages} moves={moves} walks={walks} rowId={rowId} />
      <Section title={text.caption}>
        <DataTable
          caption={text.caption}
          captionHidden
          rows={pages.map((page, at) => ({ ...page, at }))}
          rowKey={({ name }) => name}
          columns={[
            {
              key: "page",
              header: text.page,
              cell: ({ at, title }) => (
                <span id={rowId(at)} tabIndex={-1} className="scroll-mt-20 target:bg-accent-soft">
                  {text.pageName({ n: at + 1, title })}
                </span>
              ),
            },
            {
              key: "questions",
              header: text.questions,
              numeric: true,
              cell: ({ questions }) => format.number(questions),
            },
            { key: "rule", header: text.rule, cell: ({ rule }) => rule ?? text.always },
            {
              key: "reached",
              header: text.reached,
              numeric: true,
              cell: ({ n }) => text.ofWalks({ n, walks }),
            },
            {
              key: "next",
              header: text.next,
              cell: (page) => (
                <ul>
                  {page.moves.map(({ to, n }) => (
                    <li key={String(to)}>{text.nextTo({ to: nameOf(to), n })}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
