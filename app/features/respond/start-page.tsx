import type { ReactNode } from "react";
import { SubmitButton } from "~/components/button";
import { LanguageSwitch } from "~/components/language-switch";
import { RespondentShell } from "~/components/respondent-shell";
import type { ChainRole } from "~/domain/chain/role";
import { useText } from "~/i18n/use-text";

type StartPageProps = {
  sender: string;
  title: string;
  description?: string;
  /** Null where it is not known yet which questionnaire follows. */
  minutes: number | null;
  /** Paragraphs: who asks and why, what is done with the answers. */
  consent: readonly string[];
  /** Makes a double tap, a second tab and a retry one and the same response. */
  responseKey: string;
  /** On a link for all: when this page was drawn. */
  shownAt?: number;
  bilingual: boolean;
  /** Whom a personal invitation is for. */
  invited?: { company: string; role: ChainRole };
  /** Fields of the way in, for example its password. */
  fields?: ReactNode;
  after?: ReactNode;
};

/** What one reads before the first question: who asks, why, how long, and what happens with the answers. */
export function StartPage(props: StartPageProps) {
  const { sender, title, description, minutes, consent, responseKey, shownAt, bilingual } = props;
  const { invited, fields, after } = props;
  const text = useText("respond").start;
  const roleText = useText("roles").chain;
  return (
    <RespondentShell sender={sender} languageSwitch={bilingual ? <LanguageSwitch /> : null}>
      <p className="text-muted">{text.lead({ sender })}</p>
      <h1 className="mt-1 text-2xl">{title}</h1>
      {description && <p className="mt-3 text-lg">{description}</p>}
      {invited && (
        <p className="mt-4">{text.invitedAs({ company: invited.company, role: roleText[invited.role] })}</p>
      )}
      <ul className="mt-6 grid gap-2">
        {minutes !== null && <li className="font-medium">{text.minutes({ n: minutes })}</li>}
        <li>{text.later}</li>
      </ul>
      <section aria-labelledby="consent" className="mt-8 border-line border-y py-6">
        <h2 id="consent" className="text-lg">
          {text.consent}
        </h2>
        <div className="mt-3 grid gap-3">
          {consent.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </section>
      <form method="post" className="mt-6 grid gap-3">
        <input type="hidden" name="key" value={responseKey} />
        {shownAt !== undefined && (
          <>
            <input type="hidden" name="shownAt" value={shownAt} />
            {/* Nobody sees it, so only a program fills it in. */}
            <label hidden>
              {text.trap}
              <input name="website" tabIndex={-1} autoComplete="off" />
            </label>
          </>
        )}
        {fields}
        <p className="text-muted text-sm">{text.agree}</p>
        <SubmitButton size="large" className="sm:justify-self-start">
          {text.button}
        </SubmitButton>
      </form>
      {after}
    </RespondentShell>
  );
}
