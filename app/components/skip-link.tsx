import { useText } from "~/i18n/use-text";

/** First in the page: leads the keyboard past the navigation to `<main id="content">`. */
export function SkipLink() {
  const text = useText("shell");
  return (
    <a
      href="#content"
      className="sr-only z-20 rounded-md bg-ink px-4 py-2 text-on-ink focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
    >
      {text.skip}
    </a>
  );
}
