import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server";
import { LanguageProvider } from "~/i18n/use-text";

/** The HTML the server sends for an element, in a language. */
export function drawn(element: ReactElement, language: "en" | "zh-CN" = "en"): string {
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <StaticRouter location="/">{element}</StaticRouter>
    </LanguageProvider>,
  );
}

/** What one reads of it: tags become single spaces. */
export const read = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ")
    .trim();
