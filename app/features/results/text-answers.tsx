/** Open answers: the latest beside their question, all of them with a search on a page of their own. */
import { Form, Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "~/components/button";
import { PageHeader } from "~/components/page-header";
import { Pagination } from "~/components/pagination";
import { RoleChip } from "~/components/tag";
import type { LocalText } from "~/domain/language";
import { filterFrom, filterSearch } from "~/domain/report/evidence-filter";
import type { OpenAnswer, QuestionResult } from "~/domain/report/question-results";
import { useLanguage, useText } from "~/i18n/use-text";

function AnswerList({ texts, base }: { texts: readonly OpenAnswer[]; base: string }) {
  const text = useText("results").texts;
  return (
    <ul className="grid max-w-prose gap-4">
      {texts.map(({ responseId, role, companyName, text: answer }) => (
        <li key={responseId} className="border-line border-s-2 ps-3">
          <p className="whitespace-pre-line">{answer}</p>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-muted text-sm">
            <RoleChip role={role} />
            {companyName}
            <Link className="link inline-flex min-h-6 items-center" to={`${base}/responses/${responseId}`}>
              {text.open}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** `filter` is the end of an address, as the page at hand has it. */
const answersPath = (base: string, key: string, filter: string) =>
  `${base}/results/answers?question=${encodeURIComponent(key)}${filter.replace("?", "&")}`;

/** The filter of the page at hand, without what else its address says. */
function useFilter() {
  const filter = filterFrom(new URLSearchParams(useLocation().search));
  return { search: filterSearch(filter), fields: [...new URLSearchParams(filterSearch(filter))] };
}

export function TextAnswers({
  question: { texts, total, key },
  base,
}: {
  question: Extract<QuestionResult, { kind: "texts" }>;
  base: string;
}) {
  const text = useText("results").texts;
  const filter = useFilter();
  return (
    <>
      <AnswerList texts={texts} base={base} />
      {total > texts.length && (
        <p className="mt-3">
          <Link className="link inline-flex min-h-9 items-center" to={answersPath(base, key, filter.search)}>
            {text.all({ n: total })}
          </Link>
        </p>
      )}
    </>
  );
}

export type AnswerPage = {
  question: { key: string; block: string; title: LocalText };
  /** What was searched for; empty when nothing. */
  search: string;
  texts: readonly OpenAnswer[];
  found: number;
  total: number;
  page: number;
  pages: number;
};

/** Every answer to one open question, searched and paged by the server. */
export function AnswerPages({
  base,
  answers,
  children,
}: {
  base: string;
  answers: AnswerPage;
  /** Stands between the title and the search. */
  children: ReactNode;
}) {
  const all = useText("results");
  const text = all.texts;
  const language = useLanguage();
  const { question, search, texts, found, total, page, pages } = answers;
  const filter = useFilter();
  const path = answersPath(base, question.key, filter.search);
  const searched = search ? `${path}&q=${encodeURIComponent(search)}` : path;
  return (
    <>
      <PageHeader
        title={question.title[language]}
        crumbs={[{ to: `${base}/results/${question.block}${filter.search}`, label: all.title }]}
      />
      {children}
      <Form action={`${base}/results/answers`} className="mb-6 flex max-w-md flex-wrap items-end gap-2">
        <input type="hidden" name="question" value={question.key} />
        {filter.fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-48 flex-1">
          <label htmlFor="search" className="text-sm">
            {text.search}
          </label>
          <input id="search" key={search} type="search" name="q" className="control" defaultValue={search} />
        </div>
        <Button type="submit">{text.find}</Button>
      </Form>
      <p className="mb-4 text-muted text-sm" aria-live="polite">
        {search ? text.found({ n: found, all: total }) : text.count({ n: total })}
      </p>
      {found === 0 ? <p className="text-muted">{text.none}</p> : <AnswerList texts={texts} base={base} />}
      <Pagination page={page} pages={pages} href={(n) => `${searched}&page=${n}`} />
    </>
  );
}
