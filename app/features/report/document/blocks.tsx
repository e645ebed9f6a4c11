/** The blocks of a report as a screen and a sheet of paper show them. */
import { Chart } from "~/components/chart";
import { MethodLink } from "~/components/method-link";
import { PaperFold } from "~/components/paper-fold";
import { RoleChip } from "~/components/tag";
import type { LampState } from "~/domain/pmf/three-lamps";
import type { Block, BlockOf } from "~/domain/report/document/report-document";
import { useLanguage, useText } from "~/i18n/use-text";
import { InsightCard } from "../insight-list";
import { Brief, Unknowns } from "./brief";
import { chartIn } from "./chart-in";
import { ReportFigure } from "./doc-figure";
import { ReportTable } from "./doc-table";
import { type Place, WhyLink } from "./place";
import { ReportTree } from "./report-tree";

function Headline({ block, place }: { block: BlockOf<"headline">; place: Place }) {
  const language = useLanguage();
  return (
    <div className="grid gap-1 border-line border-t py-4">
      {block.role && <RoleChip role={block.role} />}
      <p className="max-w-prose text-lg leading-snug">{block.text[language]}</p>
      {block.figures.map((figure) => (
        <ReportFigure key={figure.key} figure={figure} study={place.study} size="row" />
      ))}
      <WhyLink why={block.why} place={place} />
    </div>
  );
}

const lampLooks: Record<LampState, string> = {
  on: "border-positive bg-positive",
  off: "border-negative bg-paper",
  undecided: "border-muted bg-sunken",
  dark: "border-line border-dashed bg-paper",
};

function Lamps({ block, study }: { block: BlockOf<"lamps">; study: string | null }) {
  const language = useLanguage();
  const states = useText("results").pmf.lampState;
  const { named } = useText("figure");
  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-3">
        {block.lamps.map(({ key, name, state, why, said, figure }) => (
          <li key={key} className="flex gap-3">
            <span
              aria-hidden="true"
              className={`mt-1 size-4 shrink-0 rounded-full border-2 ${lampLooks[state]}`}
              style={{ printColorAdjust: "exact" }}
            />
            <div>
              <p className="font-semibold">{named({ name: name[language], said: states[state] })}</p>
              {said && <p className="text-sm tabular-nums">{said[language]}</p>}
              {figure && <ReportFigure figure={figure} study={study} size="row" />}
              <p className="text-muted text-sm">{why[language]}</p>
            </div>
          </li>
        ))}
      </ul>
      <MethodLink method={block.method} />
    </>
  );
}

function Quotes({ block }: { block: BlockOf<"quoted"> }) {
  const language = useLanguage();
  const text = useText("sharing").page;
  return (
    <figure>
      <figcaption className="mb-2">
        <span className="font-semibold">{block.title[language]}</span>{" "}
        <span className="text-muted text-sm">
          {text.quotes({ shown: block.quotes.length, total: block.total })}
        </span>
      </figcaption>
      <ul className="grid gap-4 sm:grid-cols-2">
        {block.quotes.map((quote, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may say the same, and quotes never move.
          <li key={at} className="border-line border-s-2 ps-3">
            <blockquote>{quote.text}</blockquote>
            <RoleChip role={quote.role} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

export function ReportBlock({ block, place }: { block: Block; place: Place }) {
  const language = useLanguage();
  const text = useText("sharing").page;
  switch (block.kind) {
    case "headline":
      return <Headline block={block} place={place} />;
    case "insight":
      return (
        <div className="border-line border-t pt-4">
          <InsightCard insight={block.insight} study={place.study ?? undefined} currency={place.currency} />
        </div>
      );
    case "brief":
      return <Brief block={block} place={place} />;
    case "unknowns":
      return <Unknowns block={block} place={place} />;
    case "text":
      return (
        <div className={`grid max-w-prose gap-2 ${block.title ? "mb-8" : ""}`}>
          {block.title && <h3 className="font-semibold text-base">{block.title[language]}</h3>}
          {block.paragraphs.map((paragraph) => (
            <p key={paragraph.en} className={block.quiet && "text-muted text-sm"}>
              {paragraph[language]}
            </p>
          ))}
        </div>
      );
    case "comment":
      return (
        <aside className="max-w-prose border-ink border-s-4 bg-sunken px-4 py-3">
          <p className="text-muted text-sm">{text.comment}</p>
          <p className="whitespace-pre-line">{block.text}</p>
        </aside>
      );
    case "figures":
      return (
        <>
          {block.title && <h3 className="mb-3 font-semibold text-base">{block.title[language]}</h3>}
          <div className="grid gap-8 sm:grid-cols-2">
            {block.figures.map((figure) => (
              <ReportFigure key={figure.key} figure={figure} study={place.study} />
            ))}
          </div>
        </>
      );
    case "lamps":
      return <Lamps block={block} study={place.study} />;
    case "chart":
      return (
        <>
          <Chart
            title={block.title[language]}
            n={block.people ?? undefined}
            companies={block.companies ?? undefined}
            range={block.range}
            lines={block.lines?.map(({ label, ...line }) => ({ ...line, label: label[language] }))}
            data={chartIn(block.chart, language)}
          />
          {block.note && <p className="mt-1 max-w-prose text-muted text-sm">{block.note[language]}</p>}
          {block.method && <MethodLink method={block.method} />}
        </>
      );
    case "tree":
      return (
        <>
          <ReportTree tree={block} study={place.study} />
          <MethodLink method={block.method} />
        </>
      );
    case "table":
      if (block.look === "tree")
        return (
          <PaperFold summary={text.asTable({ title: block.title[language] })}>
            <ReportTable table={block} />
          </PaperFold>
        );
      return (
        <>
          <ReportTable table={block} />
          {block.method && (
            <p>
              <MethodLink method={block.method} />
            </p>
          )}
        </>
      );
    case "quoted":
      return <Quotes block={block} />;
  }
}
