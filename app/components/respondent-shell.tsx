import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";
import { LanguageSwitch } from "./language-switch";
import { ProgressBar } from "./progress-bar";
import { SkipLink } from "./skip-link";

type RespondentShellProps = {
  /** Who asks: the sender's name and team. */
  sender?: ReactNode;
  progress?: { label: string; done: number; total: number };
  /** Stands beside the progress, for example the minutes left. */
  progressNote?: ReactNode;
  /** Another way to choose the language, for example one that keeps what is typed; null offers none. */
  languageSwitch?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** The frame of a respondent's page: one column, no navigation, nothing that needs scripts. */
export function RespondentShell({
  sender,
  progress,
  progressNote,
  languageSwitch = <LanguageSwitch />,
  footer,
  children,
}: RespondentShellProps) {
  const text = useText("shell");
  return (
    <div className="mx-auto flex min-h-dvh max-w-2xl flex-col px-4 sm:px-6">
      <SkipLink />
      <header className="flex min-h-14 items-center justify-between gap-4 pt-2 text-sm">
        <p className="min-w-0 text-muted">{sender ?? text.product}</p>
        {languageSwitch}
      </header>
      <main id="content" tabIndex={-1} className="flex-1 pb-8 outline-none">
        {progress && <ProgressBar {...progress} labelHidden note={progressNote} />}
        <div className="pt-8">{children}</div>
      </main>
      {footer && <footer className="border-line border-t py-6 text-muted text-sm">{footer}</footer>}
    </div>
  );
}
