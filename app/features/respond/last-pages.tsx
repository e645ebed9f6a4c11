import { useRouteError } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { LanguageSwitch } from "~/components/language-switch";
import { RespondentShell } from "~/components/respondent-shell";
import type { ChainRole } from "~/domain/chain/role";
import type { End } from "~/domain/questionnaire/compiled";
import { endTexts } from "~/domain/questionnaire/endings";
import { useLanguage, useText } from "~/i18n/use-text";
import { refusedWords } from "./refused-words";
import { UnlockForm } from "./unlock-form";

type ThanksPageProps = {
  sender: string;
  thanks: string;
  /** False for a response that was closed early and counts nowhere. */
  counted: boolean;
  /** Where the link begins anew, for the next person on this device; null when it is closed. */
  again: string | null;
  bilingual: boolean;
  /** The role of the company that is still missing, and where a colleague is named for it. */
  refer: { role: ChainRole; to: string } | null;
};

/** The answers have arrived, or no more are asked for. */
export function ThanksPage({ sender, thanks, counted, again, bilingual, refer }: ThanksPageProps) {
  const all = useText("respond");
  const text = all.thanks;
  const roleText = useText("roles").chain;
  return (
    <RespondentShell sender={sender} languageSwitch={bilingual ? <LanguageSwitch /> : null}>
      <h1 tabIndex={-1} className="text-2xl outline-none">
        {counted ? text.title : text.closed}
      </h1>
      <p className="mt-4 whitespace-pre-line text-lg">{thanks}</p>
      {refer && (
        <div className="mt-8 grid gap-3 rounded-md border border-line bg-surface p-4">
          <p>{all.refer.invite({ role: roleText[refer.role] })}</p>
          <LinkButton to={refer.to} reloadDocument className="justify-self-start">
            {all.refer.inviteButton}
          </LinkButton>
        </div>
      )}
      <p className="mt-4 text-muted">{text.close}</p>
      {again !== null && (
        <form method="post" action={again} className="mt-10 grid gap-2 border-line border-t pt-6">
          <p className="text-muted text-sm">{text.againWhy}</p>
          <SubmitButton look="secondary" name="again" value="yes" className="justify-self-start">
            {text.again}
          </SubmitButton>
        </form>
      )}
    </RespondentShell>
  );
}

/** The role of the person is not asked at the moment. */
export function NobodyAskedPage({ sender, bilingual }: { sender: string; bilingual: boolean }) {
  const text = useText("respond").gate;
  return (
    <RespondentShell sender={sender} languageSwitch={bilingual ? <LanguageSwitch /> : null}>
      <h1 tabIndex={-1} className="text-2xl outline-none">
        {text.nobody}
      </h1>
      <p className="mt-4 text-lg">{text.nobodyText}</p>
    </RespondentShell>
  );
}

/** An invited person would rather not. */
export function RefusedInvitationPage({ sender, bilingual }: { sender: string; bilingual: boolean }) {
  const text = useText("respond").refusedInvitation;
  return (
    <RespondentShell sender={sender} languageSwitch={bilingual ? <LanguageSwitch /> : null}>
      <h1 tabIndex={-1} className="text-2xl outline-none">
        {text.title}
      </h1>
      <p className="mt-4 text-lg">{text.text}</p>
    </RespondentShell>
  );
}

/** The person stops half-way and has said why. */
export function LeftPage({ sender, back, reminded }: { sender: string; back: string; reminded: boolean }) {
  const text = useText("respond").leave;
  return (
    <RespondentShell sender={sender} languageSwitch={null}>
      <h1 tabIndex={-1} className="text-2xl outline-none">
        {text.title}
      </h1>
      <p className="mt-4 text-lg">{text.kept}</p>
      {!reminded && <p className="mt-2">{text.notReminded}</p>}
      <LinkButton to={back} reloadDocument className="mt-8">
        {text.goOn}
      </LinkButton>
    </RespondentShell>
  );
}

/** The end of a try. */
export function TrialDonePage({ sender, again, end }: { sender: string; again: string; end: End | null }) {
  const text = useText("respond").trial;
  const language = useLanguage();
  const closing = end && (end.text ?? (end.as === "complete" ? null : endTexts[end.as]));
  return (
    <RespondentShell sender={sender}>
      <h1 tabIndex={-1} className="text-2xl outline-none">
        {text.done}
      </h1>
      {end && <p className="mt-4 text-lg">{text.ended[end.as]}</p>}
      {closing && (
        <blockquote className="mt-3 whitespace-pre-line border-line border-s-2 ps-4 text-lg">
          {closing[language]}
        </blockquote>
      )}
      <p className="mt-4 text-lg">{text.doneText}</p>
      <div className="mt-8 grid gap-3 sm:flex">
        <LinkButton to="/" look="primary" reloadDocument>
          {text.home}
        </LinkButton>
        <LinkButton to={again} reloadDocument>
          {text.again}
        </LinkButton>
      </div>
    </RespondentShell>
  );
}

/** Why a link does not open, in plain words and without a word about what is behind it. */
export function RefusedPage() {
  const text = useText("respond").refused;
  const error = useRouteError();
  const shown = refusedWords(error, text);
  return (
    <RespondentShell>
      <h1 tabIndex={-1} className="text-2xl outline-none">
        {shown.title}
      </h1>
      <p className="mt-4 text-lg">{shown.text}</p>
      {shown === text.locked && <UnlockForm />}
    </RespondentShell>
  );
}
