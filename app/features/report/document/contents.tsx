/** The chapters, to jump to: a strip that stays in sight and says where one is. */
import { useEffect, useRef, useState } from "react";
import type { Chapter } from "~/domain/report/document/report-document";
import { useLanguage, useText } from "~/i18n/use-text";

/**
 * The last chapter whose head has passed the upper third of the screen. Looked for when a chapter begins or ends to cross
 * that line: then the page is laid out already, while to measure as it opens would lay out the whole report once more.
 */
function useChapterInSight(keys: readonly string[]): string | undefined {
  const [inSight, setInSight] = useState<string>();
  const all = keys.join(" ");
  useEffect(() => {
    const chapters = all.split(" ").flatMap((key) => document.getElementById(key) ?? []);
    const passed = (chapter: Element) => chapter.getBoundingClientRect().top < innerHeight / 3;
    const watcher = new IntersectionObserver(() => setInSight(chapters.filter(passed).at(-1)?.id), {
      rootMargin: "-33.3% 0px -66.6% 0px",
    });
    for (const chapter of chapters) watcher.observe(chapter);
    return () => watcher.disconnect();
  }, [all]);
  return inSight;
}

export function Contents({ chapters }: { chapters: readonly Chapter[] }) {
  const language = useLanguage();
  const text = useText("sharing").page;
  const strip = useRef<HTMLUListElement>(null);
  const inSight = useChapterInSight(chapters.map(({ key }) => key));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the strip follows the chapter in sight.
  useEffect(() => {
    const list = strip.current;
    const current = list?.querySelector<HTMLElement>("[aria-current]");
    if (list && current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [inSight]);
  return (
    <nav
      aria-label={text.contents}
      className="sticky top-(--held-above,0px) z-[4] -mx-4 mb-8 border-line border-b bg-paper px-4 sm:mx-0 sm:px-0 print:hidden"
    >
      <ul ref={strip} className="relative -mx-2 -mb-px flex sideways">
        {chapters.map(({ key, title }) => (
          <li key={key}>
            <a
              href={`#${key}`}
              aria-current={key === inSight ? "location" : undefined}
              className="flex min-h-11 items-center border-transparent border-b-2 px-2 text-muted text-sm -outline-offset-2 whitespace-nowrap hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
            >
              {title[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
