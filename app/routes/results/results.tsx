import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { PageHeader } from "~/components/page-header";
import { TabsNav } from "~/components/tabs-nav";
import { Tag } from "~/components/tag";
import { listUnfinished } from "~/data/evidence";
import { chainRoles } from "~/domain/chain/role";
import { industries, sizeBands } from "~/domain/questionnaire/answer-options";
import { withFewTexts } from "~/domain/report/open-answers";
import { questionResultsOf, resultBlocks } from "~/domain/report/question-results";
import { countBy, cumulativeByDay, dropOffByPage, turnoutByRole } from "~/domain/report/who-answered";
import { QuestionCard } from "~/features/results/question-card";
import { WhoAnswered } from "~/features/results/who-answered";
import { useText } from "~/i18n/use-text";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

const names = Object.fromEntries([...sizeBands, ...industries].map(({ value, name }) => [value, name]));
const textsAtOnce = 5;
const sizeOrder = sizeBands.map(({ value }) => value as string);

const totalOf = (byRole: Record<string, number>) => Object.values(byRole).reduce((sum, n) => sum + n, 0);

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language, can } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [{ evidence, filter }, unfinished] = await Promise.all([
    readFiltered(store, { request, study, language, page: "results" }),
    listUnfinished(store, where),
  ]);
  const blocks = ["who", ...resultBlocks(evidence)];
  const asked = params.block ?? "who";
  const block = blocks.includes(asked) ? asked : "who";
  // Of those who have not finished only the role is known.
  const filtered = filter.chips.length > 0;
  const turnout = turnoutByRole(evidence, filtered ? [] : unfinished);
  return data({
    study: { id: study.id, product: study.product, sample: study.sample },
    blocks,
    filter: { ...filter, mayEdit: can.editStudies },
    complete: filter.total,
    questions: questionResultsOf(evidence, block).map((question) => withFewTexts(question, textsAtOnce)),
    who:
      block === "who"
        ? {
            turnout,
            filtered,
            days: cumulativeByDay(evidence),
            sizes: countBy(evidence, (one) => one.companySize).sort(
              (a, b) => sizeOrder.indexOf(a.value ?? "") - sizeOrder.indexOf(b.value ?? ""),
            ),
            industries: countBy(evidence, (one) => one.companyIndustry).sort(
              (a, b) => totalOf(b.byRole) - totalOf(a.byRole),
            ),
            names,
            dropOff: chainRoles
              .filter((role) => !filtered && turnout.some((row) => row.role === role))
              .map((role) => ({ role, pages: dropOffByPage(role, evidence, unfinished) })),
          }
        : null,
  });
};

const isBlock = <T extends object>(blocks: T, name: string): name is Extract<keyof T, string> =>
  name in blocks;

export default function Results() {
  const { study, filter, blocks, complete, questions, who } = useLoaderData<typeof loader>();
  const text = useText("results");
  const crosstab = useText("crosstab");
  const base = `/studies/${study.id}`;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        tags={study.sample && <Tag tone="info">{text.sample}</Tag>}
        actions={
          complete > 0 && (
            <LinkButton to={`${base}/results/crosstab${filter.search}`}>{crosstab.link}</LinkButton>
          )
        }
      />
      {complete === 0 && !who?.turnout.length ? (
        <EmptyState
          title={text.empty.title}
          action={<LinkButton to={`${base}/fieldwork`}>{text.empty.action}</LinkButton>}
        >
          {text.empty.body}
        </EmptyState>
      ) : (
        <>
          <FilterBar {...filter} />
          <TabsNav
            label={text.blocksLabel}
            tabs={blocks.map((name) => ({
              to: `${base}/results${name === "who" ? "" : `/${name}`}${filter.search}`,
              end: true,
              label: isBlock(text.blocks, name) ? text.blocks[name] : name,
            }))}
          />
          <div className="mt-8">
            {who && <WhoAnswered {...who} />}
            {questions.map((question) => (
              <QuestionCard key={question.key} question={question} base={base} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
