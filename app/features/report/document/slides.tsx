/** The report a slide at a time: by key, by tap, and by plain links where no script runs. */
import { Link, useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { BeingComputed, ReadyAtLast } from "~/components/being-computed";
import { LinkButton } from "~/components/button";
import { Section } from "~/components/section";
import { isPending, type PendingReport, type ReportDocument } from "~/domain/report/document/report-document";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { ReportBlock } from "./blocks";
import { OnlyThese } from "./report-page";
import { slidesOf } from "./slide-deck";

type SlidesProps<D> = { document: D; at: number; here: string; search?: string; out: string };

/** `at` counts from 0, the title; `here` is the address without its place and `search` what else it says, `out` where the end leads. */
export function Slides({ document, ...place }: SlidesProps<ReportDocument | PendingReport>) {
  const text = useText("sharing").page;
  return (
    <>
      <ReadyAtLast pending={isPending(document)} ready={text.ready} />
      {isPending(document) ? (
        <ComingSlides {...document} out={place.out} />
      ) : (
        <ShownSlides {...{ document, ...place }} />
      )}
    </>
  );
}

function ComingSlides({ out, ...report }: PendingReport & { out: string }) {
  const { slides: text, page } = useText("sharing");
  const { title } = useText("report").report;
  return (
    <div className="flex min-h-dvh flex-col px-4 py-4 sm:px-10 sm:py-6">
      <main id="content" tabIndex={-1} className="flex flex-1 flex-col justify-center outline-none">
        <div className="mx-auto grid w-full max-w-5xl gap-3">
          <h1 className="text-3xl tracking-tight">{title(report)}</h1>
          <BeingComputed {...report} what={page.computing} />
        </div>
      </main>
      <nav className="mt-6">
        <Link to={out} className="link inline-flex min-h-11 items-center text-sm">
          {text.leave}
        </Link>
      </nav>
    </div>
  );
}

function ShownSlides(props: SlidesProps<ReportDocument>) {
  const { document, at, here, search = "", out } = props;
  const { slides: text, page } = useText("sharing");
  const report = useText("report").report;
  const language = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const slides = slidesOf(document);
  const to = (place: number) => {
    const asked = new URLSearchParams(search);
    asked.set("slide", String(Math.min(Math.max(place, 0), slides.length)));
    return `${here}?${asked}`;
  };
  const [before, after] = [to(at - 1), to(at + 1)];
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("button, a, summary, input");
      if (["ArrowRight", "PageDown"].includes(event.key) || (event.key === " " && !typing)) {
        event.preventDefault();
        navigate(after, { replace: true });
      } else if (["ArrowLeft", "PageUp"].includes(event.key)) navigate(before, { replace: true });
      else if (event.key === "Escape") navigate(out);
    };
    window.addEventListener("keydown", turn);
    return () => window.removeEventListener("keydown", turn);
  }, [navigate, before, after, out]);
  const slide = at > 0 ? slides[at - 1] : undefined;
  return (
    <div data-slides className="flex min-h-dvh flex-col px-4 pt-4 sm:px-10 sm:pt-6">
      <main id="content" tabIndex={-1} className="flex flex-1 flex-col justify-center outline-none">
        {slide ? (
          <div className="mx-auto w-full max-w-5xl">
            <Section title={slide.chapter.title[language]}>
              <div className="grid gap-6 [--chart-most:58vh]">
                {slide.blocks.map((block) => (
                  <div key={block.key} className="min-w-0">
                    <ReportBlock
                      block={block}
                      place={{ study: null, chapters: [], currency: document.currency }}
                    />
                  </div>
                ))}
              </div>
            </Section>
          </div>
        ) : (
          <div className="mx-auto grid w-full max-w-5xl gap-3">
            <h1 className="text-3xl tracking-tight">{report.title({ product: document.product })}</h1>
            <p className="text-lg text-muted">{report.lead(document)}</p>
            <p className="text-muted">{format.date(document.computedAt)}</p>
            <OnlyThese document={document} />
            {document.responses === 0 && !document.filter && <p>{report.empty.body}</p>}
            <nav aria-label={page.contents} className="mt-4">
              <ol className="grid gap-x-8 sm:grid-cols-2">
                {document.chapters.map((chapter) => (
                  <li key={chapter.key}>
                    <Link
                      to={to(1 + slides.findIndex((one) => one.chapter === chapter))}
                      replace
                      className="link inline-flex min-h-11 items-center"
                    >
                      {chapter.title[language]}
                    </Link>
                  </li>
                ))}
              </ol>
            </nav>
          </div>
        )}
      </main>
      <nav className="sticky bottom-0 z-[4] mt-4 flex flex-wrap items-center justify-between gap-x-3 border-line border-t bg-paper py-2 sm:py-3 print:hidden">
        <span className="flex flex-wrap gap-x-4">
          <Link to={out} className="link inline-flex min-h-11 items-center text-sm">
            {text.leave}
          </Link>
          {at > 0 && (
            <Link to={to(0)} replace className="link inline-flex min-h-11 items-center text-sm">
              {page.contents}
            </Link>
          )}
        </span>
        <p className="text-muted text-sm tabular-nums">{text.place({ at: at + 1, of: slides.length + 1 })}</p>
        <span className="flex gap-2">
          <LinkButton to={before} replace aria-disabled={at === 0}>
            {text.previous}
          </LinkButton>
          <LinkButton look="primary" to={after} replace aria-disabled={at === slides.length}>
            {text.next}
          </LinkButton>
        </span>
      </nav>
    </div>
  );
}

/** The place an address asks for, within the slides there are. */
export function placeIn(document: ReportDocument | PendingReport, url: string): number {
  if (isPending(document)) return 0;
  const asked = Math.trunc(Number(new URL(url).searchParams.get("slide") ?? 0));
  return Math.min(Math.max(Number.isFinite(asked) ? asked : 0, 0), slidesOf(document).length);
}
