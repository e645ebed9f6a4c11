import { useLocation } from "@remix-run/react";
import { useLanguage, useText } from "~/i18n/use-text";

/** Offers the other language. A plain form to `POST /language` with `language` and `returnTo`, so it works without scripts. */
export function LanguageSwitch() {
  const text = useText("shell").language;
  const other = useLanguage() === "en" ? "zh-CN" : "en";
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/language">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button
        type="submit"
        name="language"
        value={other}
        lang={other}
        className="min-h-11 rounded-md px-2 text-sm text-muted hover:text-ink hover:underline"
      >
        {text[other]}
      </button>
    </form>
  );
}
