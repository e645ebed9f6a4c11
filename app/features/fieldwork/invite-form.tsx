import { Form, useNavigation } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Section } from "~/components/section";
import type { ChainRole } from "~/domain/chain/role";
import { useText } from "~/i18n/use-text";

type InviteFormProps = {
  published: boolean;
  /** Roles with somebody to invite. */
  roles: readonly { role: ChainRole; n: number }[];
  typed: { roles: string[]; tag: string; days: string } | null;
  problems: { roles?: "role"; days?: "days" };
};

/** Whom to invite: by role, by tag, for how long. */
export function InviteForm({ published, roles, typed, problems }: InviteFormProps) {
  const text = useText("board").invite;
  const roleText = useText("roles").chain;
  const saving = useText("shell").form.saving;
  const busy = useNavigation().state === "submitting";
  const errorOf = (name: "roles" | "days") => {
    const problem = problems[name];
    return problem && text.problems[problem];
  };
  const errors = (["roles", "days"] as const).flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ name, message }] : [];
  });
  return (
    <Section title={text.title} lead={text.lead}>
      {!published || roles.length === 0 ? (
        <p className="text-muted">{published ? text.none : text.noQuestionnaire}</p>
      ) : (
        <Form method="post" noValidate className="grid max-w-xl gap-5">
          <FormErrors errors={errors} />
          <ChoiceGroup
            name="roles"
            pick="many"
            label={text.choose}
            hint={text.chooseHint}
            error={errorOf("roles")}
            defaultValue={typed?.roles ?? roles.map(({ role }) => role)}
            choices={roles.map(({ role, n }) => ({
              value: role,
              label: text.roleCount({ role: roleText[role], n }),
            }))}
          />
          <TextField name="tag" label={text.tag} defaultValue={typed?.tag} optional />
          <TextField
            name="days"
            label={text.days}
            hint={text.daysHint}
            inputMode="numeric"
            defaultValue={typed?.days ?? "30"}
            error={errorOf("days")}
            optional
          />
          <SubmitButton disabled={busy} className="justify-self-start">
            {busy ? saving : text.button}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}
