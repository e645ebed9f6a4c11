/** The leader's questions with their answers, and what nobody knows yet. */
import type { BlockOf, BriefState } from "~/domain/report/document/report-document";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { ReportFigure } from "./doc-figure";
import { type Place, WhyLink } from "./place";

/** A shape beside the colour: full, empty, half, none. */
const marks: Record<BriefState, readonly [sign: string, look: string]> = {
  yes: ["●", "text-positive"],
  no: ["○", "text-negative"],
  open: ["◐", "text-caution"],
  unknown: ["?", "text-muted"],
};

export function Brief({ block, place }: { block: BlockOf<"brief">; place: Place }) {
  const language = useLanguage();
  const text = useText("sharing").page;
  return (
    <dl className="mb-8 grid gap-4 rounded-md border border-line bg-surface p-4">
      {block.answers.map(({ key, question, state, answer, figures, why }) => {
        const [sign, look] = marks[state];
        return (
          <div key={key} className="grid grid-cols-[1.5rem_1fr] gap-x-1">
            <span aria-hidden="true" className={`text-lg leading-6 ${look}`}>
              {sign}
            </span>
            <dt className="text-muted text-sm leading-6">
              {question[language]} <span className="sr-only">{text.brief[state]}</span>
            </dt>
            <dd className="col-start-2 grid max-w-prose gap-1">
              <p className="font-medium leading-snug">{answer[language]}</p>
              {figures.map((figure) => (
                <ReportFigure key={figure.key} figure={figure} study={place.study} size="row" />
              ))}
              <WhyLink why={why} place={place} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

export function Unknowns({ block, place }: { block: BlockOf<"unknowns">; place: Place }) {
  const language = useLanguage();
  const text = useText("sharing");
  const figure = useText("figure");
  const format = useFormat();
  return (
    <section className="mb-8">
      <h3 className="mb-2 font-semibold text-base">{block.title[language]}</h3>
      <ol className="grid max-w-prose gap-2">
        {block.unknowns.map(({ key, text: said, people, companies, why }, at) => (
          <li key={key} className="grid grid-cols-[1.5rem_1fr] gap-x-1">
            <span aria-hidden="true" className="text-muted tabular-nums">
              {format.number(at + 1)}
            </span>
            <div>
              <p>{said[language]}</p>
              <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm tabular-nums">
                {people && <span>{figure.n({ n: people.n })}</span>}
                {companies !== null && <span>{figure.companies({ n: companies })}</span>}
                {place.chapters.includes(why) && (
                  <a href={`#${why}`} className="link inline-flex min-h-6 items-center print:hidden">
                    {text.page.why({ chapter: text.chapters[why] })}
                  </a>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
