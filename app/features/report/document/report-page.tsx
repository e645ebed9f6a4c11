/** The report on a screen: chapters under one another, on a phone as on a desk. */
import type { ReactNode } from "react";
import { BeingComputed, ReadyAtLast } from "~/components/being-computed";
import { LinkButton } from "~/components/button";
import { CatchingUp } from "~/components/catching-up";
import { EmptyState } from "~/components/empty-state";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import {
  type Block,
  type Chapter,
  isPending,
  type PendingReport,
  type ReportDocument,
} from "~/domain/report/document/report-document";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { ReportBlock } from "./blocks";
import { Contents } from "./contents";
import type { Place } from "./place";

type ReportPageProps = {
  document: ReportDocument | PendingReport;
  /** The study's address for those who may look at the answers. */
  study: string | null;
  actions?: ReactNode;
  /** Between the head and the first chapter: what kind of copy this is. */
  about?: ReactNode;
  /** Newer answers are still being counted. */
  catchingUp?: boolean;
};

/** What may go on over the next sheet of paper, so that it does not leave one empty before it. */
const isLong = (block: Block) => block.kind === "tree" || (block.kind === "table" && block.rows.length > 12);

function ReportChapter({ chapter, place }: { chapter: Chapter; place: Place }) {
  const language = useLanguage();
  const text = useText("sharing").page;
  const close = chapter.key === "executive" ? "grid [&>*:first-child>*]:border-t-0" : "grid gap-10";
  return (
    <Section id={chapter.key} title={chapter.title[language]} lead={chapter.lead?.[language]}>
      <div className={close}>
        {chapter.blocks.map((block, at) => (
          <div key={block.key} className={`min-w-0 ${isLong(block) ? "" : "print:break-inside-avoid-page"}`}>
            {at > 0 && block.kind === "headline" && chapter.blocks[at - 1]?.kind === "unknowns" && (
              <h3 className="mb-2 font-semibold text-base">{text.findings}</h3>
            )}
            <ReportBlock block={block} place={place} />
          </div>
        ))}
      </div>
    </Section>
  );
}

/** Whose answers the report counts, where not everybody's. */
export function OnlyThese({ document }: { document: ReportDocument }) {
  const text = useText("sharing").page;
  const language = useLanguage();
  const { filter, responses, companies } = document;
  if (!filter) return null;
  const said = filter.said.map((one) => one[language]).join(text.saidJoin);
  return (
    <div className="mt-3">
      <Notice>{text.onlyThese({ said, n: responses, of: filter.of, companies })}</Notice>
    </div>
  );
}

/** What there is to read, from whom it counts to when it was computed. */
function ReportBody({ document, study }: { document: ReportDocument; study: string | null }) {
  const text = useText("report").report;
  const results = useText("results");
  const page = useText("sharing").page;
  const format = useFormat();
  const { responses, chapters, computedAt, version, lastResponseAt } = document;
  const place = { study, chapters: chapters.map(({ key }) => key), currency: document.currency };
  return (
    <>
      <OnlyThese document={document} />
      {document.forgotten !== undefined && (
        <p className="mt-3 text-muted text-sm">{page.forgotten({ n: document.forgotten })}</p>
      )}
      {responses === 0 && (
        <div className="mt-8">
          {document.filter ? (
            <EmptyState title={page.noneLeft}>{page.noneLeftBody}</EmptyState>
          ) : (
            <EmptyState
              title={text.empty.title}
              action={study && <LinkButton to={`${study}/fieldwork`}>{results.empty.action}</LinkButton>}
            >
              {text.empty.body}
            </EmptyState>
          )}
        </div>
      )}
      {chapters.length === 0 ? (
        responses > 0 && <p className="mt-8 text-muted">{page.noChapter}</p>
      ) : (
        <div className="mt-8 [&>section]:scroll-mt-6">
          {chapters.length > 1 && <Contents chapters={chapters} />}
          {chapters.map((chapter) => (
            <ReportChapter key={chapter.key} chapter={chapter} place={place} />
          ))}
          <p className="mt-12 border-line border-t pt-3 text-muted text-sm">
            {page.computed({ at: format.date(computedAt), version })}
            {lastResponseAt !== null && ` · ${page.lastResponse({ at: format.date(lastResponseAt) })}`}
          </p>
        </div>
      )}
    </>
  );
}

export function ReportPage({ document, study, actions, about, catchingUp = false }: ReportPageProps) {
  const text = useText("report").report;
  const page = useText("sharing").page;
  const results = useText("results");
  const { product, sample } = document;
  const pending = isPending(document);
  return (
    <>
      <PageHeader
        title={text.title({ product })}
        lead={pending ? undefined : text.lead(document)}
        tags={sample && <Tag tone="info">{results.sample}</Tag>}
        actions={(pending || document.responses > 0 || document.chapters.length > 0) && actions}
      />
      <div className="grid gap-3">
        {sample && <Notice>{text.sampleNote}</Notice>}
        {catchingUp && !pending && <CatchingUp at={document.computedAt} />}
        {about}
      </div>
      <ReadyAtLast pending={pending} ready={page.ready} />
      {pending ? (
        <BeingComputed {...document} what={page.computing} />
      ) : (
        <ReportBody {...{ document, study }} />
      )}
    </>
  );
}
