import { LinkButton } from "~/components/button";
import { LanguageSwitch } from "~/components/language-switch";
import { RespondentShell } from "~/components/respondent-shell";
import type { ChainRole } from "~/domain/chain/role";
import { useText } from "~/i18n/use-text";

type ReferredPageProps = {
  sender: string;
  bilingual: boolean;
  role: ChainRole;
  /** The link to pass on; null for a named colleague. */
  url: string | null;
  /** Another voice is still missing. */
  more: boolean;
  back: string;
};

/** The colleague is noted, or here is their link. */
export function ReferredPage({ sender, bilingual, role, url, more, back }: ReferredPageProps) {
  const text = useText("respond").refer;
  const roleText = useText("roles").chain;
  return (
    <RespondentShell sender={sender} languageSwitch={bilingual ? <LanguageSwitch /> : null}>
      <h1 tabIndex={-1} className="text-2xl outline-none">
        {url ? text.linkTitle({ role: roleText[role] }) : text.doneTitle}
      </h1>
      <p className="mt-4 text-lg">{url ? text.linkText : text.doneText({ sender })}</p>
      {url && (
        <p className="mt-4 select-all break-all rounded-md border border-line bg-surface p-4 font-medium">
          {url}
        </p>
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        {more && (
          <LinkButton to={`${back}/refer`} reloadDocument>
            {text.another}
          </LinkButton>
        )}
        <LinkButton look="plain" to={back} reloadDocument>
          {text.back}
        </LinkButton>
      </div>
    </RespondentShell>
  );
}
