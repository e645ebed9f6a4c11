import { LinkButton, SubmitButton } from "~/components/button";
import { CheckboxField, ChoiceGroup } from "~/components/choice-field";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { LanguageSwitch } from "~/components/language-switch";
import { RespondentShell } from "~/components/respondent-shell";
import type { ChainRole } from "~/domain/chain/role";
import type { ReferralProblem, TypedReferral } from "~/domain/fieldwork/referral";
import { useText } from "~/i18n/use-text";

type ReferPageProps = {
  sender: string;
  bilingual: boolean;
  /** Roles still without a voice; the one missed most comes first. */
  roles: readonly ChainRole[];
  back: string;
  typed: TypedReferral | null;
  problems: Partial<Record<keyof TypedReferral, ReferralProblem>>;
};

/** Names a colleague of the missing role, or takes a link along for them. */
export function ReferPage({ sender, bilingual, roles, back, typed, problems }: ReferPageProps) {
  const text = useText("respond").refer;
  const roleText = useText("roles");
  const errorOf = (name: keyof TypedReferral) => {
    const problem = problems[name];
    return problem && text.problems[problem];
  };
  const errors = (Object.keys(problems) as (keyof TypedReferral)[]).map((name) => ({
    name,
    message: errorOf(name) ?? "",
  }));
  const [first] = roles;
  const role = (idSuffix: string) =>
    roles.length === 1 && first ? (
      <input type="hidden" name="role" value={first} />
    ) : (
      <ChoiceGroup
        name="role"
        id={`field-role-${idSuffix}`}
        pick="one"
        label={text.role}
        defaultValue={typed?.role ?? first}
        choices={roles.map((value) => ({
          value,
          label: roleText.chain[value],
          hint: roleText.meaning[value],
        }))}
      />
    );
  return (
    <RespondentShell sender={sender} languageSwitch={bilingual ? <LanguageSwitch /> : null}>
      <h1 tabIndex={-1} className="text-2xl outline-none">
        {first ? text.ask[first] : text.nobody}
      </h1>
      {first ? (
        <>
          <p className="mt-3 text-lg">{text.lead({ sender })}</p>
          <form method="post" noValidate className="mt-6 grid gap-5">
            <FormErrors errors={errors} />
            {role("named")}
            <TextField
              name="name"
              label={text.name}
              defaultValue={typed?.name}
              error={errorOf("name")}
              autoComplete="off"
            />
            <TextField
              name="email"
              type="email"
              label={text.email}
              hint={text.eitherHint}
              defaultValue={typed?.email}
              error={errorOf("email")}
              autoComplete="off"
              optional
            />
            <TextField
              name="phone"
              type="tel"
              label={text.phone}
              defaultValue={typed?.phone}
              error={errorOf("phone")}
              autoComplete="off"
              optional
            />
            <CheckboxField
              name="agreed"
              label={text.agree}
              hint={text.agreeHint({ sender })}
              defaultChecked={typed?.agreed}
              error={errorOf("agreed")}
            />
            <SubmitButton size="large" name="how" value="named" className="sm:justify-self-start">
              {text.button}
            </SubmitButton>
          </form>
          <form method="post" className="mt-10 grid gap-4 border-line border-t pt-6">
            <p>{text.linkLead}</p>
            {role("link")}
            <SubmitButton look="secondary" name="how" value="link" className="justify-self-start">
              {text.linkButton}
            </SubmitButton>
          </form>
        </>
      ) : (
        <p className="mt-3 text-lg">{text.nobodyText}</p>
      )}
      <p className="mt-8">
        <LinkButton look="plain" to={back} reloadDocument>
          {text.back}
        </LinkButton>
      </p>
    </RespondentShell>
  );
}
