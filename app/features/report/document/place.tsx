/** Where a block of a report stands, and the way from it to the chapter that says why. */
import type { ChapterKey } from "~/domain/report/document/report-document";
import { useText } from "~/i18n/use-text";

export type Place = {
  /** The study's address for those who may look at the answers. */
  study: string | null;
  /** Chapters that are there to be linked to. */
  chapters: readonly ChapterKey[];
  currency: string;
};

export function WhyLink({ why, place }: { why: ChapterKey; place: Place }) {
  const text = useText("sharing");
  if (!place.chapters.includes(why)) return null;
  return (
    <p className="print:hidden">
      <a href={`#${why}`} className="link inline-flex min-h-9 items-center text-sm">
        {text.page.why({ chapter: text.chapters[why] })}
      </a>
    </p>
  );
}
