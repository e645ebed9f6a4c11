import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { textOf } from "~/i18n/text";
import type { Language } from "~/i18n/use-text";

const kinds = {
  400: "bad-request",
  401: "forbidden",
  403: "forbidden",
  404: "not-found",
  410: "gone",
  429: "too-many",
} as const;

const kindOf = (status: number | undefined) =>
  Object.entries(kinds).find(([code]) => Number(code) === status)?.[1] ?? "failed";

/**
 * What one sees when a page cannot be shown: what happened and what to do, never a stack trace.
 * In the reader's language; in both when not even that is known. Every route's `ErrorBoundary` returns it.
 */
export function ErrorPage() {
  const error = useRouteError();
  const root = useRouteLoaderData("root") as { language?: Language } | undefined;
  const kind = kindOf(isRouteErrorResponse(error) ? error.status : undefined);
  const shown: Language[] = root?.language ? [root.language] : ["en", "zh-CN"];
  return (
    <main id="content" className="mx-auto grid max-w-xl gap-8 px-4 py-16 sm:px-6">
      {shown.map((language) => {
        const { errors } = textOf(language, "shell");
        return (
          <div key={language} lang={language}>
            <h1 className="text-xl">{errors[kind].title}</h1>
            <p className="mt-2 text-muted">{errors[kind].text}</p>
            <p className="mt-4">
              <a href="/" className="link">
                {errors.home}
              </a>
            </p>
          </div>
        );
      })}
    </main>
  );
}
