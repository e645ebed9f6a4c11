/** The chapters, to jump to: a strip that stays in sight and says where one is. */
import { useEffect, useRef, useState } from "react";
import type { Chapter } from "~/domain/report/document/report-document";
import { useLanguage, useText } from "~/i18n/use-text";

/** The last chapter whose head has passed the upper third of the screen. */
function useChapterInSight(keys: readonly string[]): string | undefined {
  const [inSight, setInSight] = useState<string>();
  const all = keys.join(" ");
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const passed = all
        .split(" ")
        .filter(
          (key) => (document.getElementById(key)?.getBoundingClientRect().top ?? 1e9) < innerHeight / 3,
        );
      setInSight(passed.at(-1));
    };
    const onScroll = () => {
      asked ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener("scroll", onScroll);
    };
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
    if (list)
      list.scrollLeft = current ? current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2 : 0;
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
