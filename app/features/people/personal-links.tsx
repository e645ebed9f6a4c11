import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { SelectField } from "~/components/field";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { InvitationState } from "~/domain/fieldwork/invitation";
import { useText } from "~/i18n/use-text";

type PersonalLinksProps = {
  links: readonly {
    id: string;
    studyId: string;
    product: string;
    wave: number;
    role: ChainRole;
    state: InvitationState;
    link: string | null;
  }[];
  open: readonly { questionnaireId: string; product: string; role: ChainRole }[];
};

/** The questionnaires a person was invited to, each with its link, and one more where there is one. */
export function PersonalLinks({ links, open }: PersonalLinksProps) {
  const text = useText("people").personal;
  const states = useText("board").states;
  const roles = useText("roles").chain;
  return (
    <Section title={text.title} lead={text.lead}>
      {links.length === 0 && open.length === 0 && <p className="text-muted">{text.none}</p>}
      <ul className="grid max-w-2xl gap-5">
        {links.map(({ id, studyId, product, wave, role, state, link }) => (
          <li key={id} className="grid gap-2">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Link to={`/studies/${studyId}/fieldwork`} className="link">
                {text.of({ product, wave })}
              </Link>
              <RoleChip role={role} />
              <span className="text-muted text-sm">{states[state]}</span>
            </p>
            {link && <CopyField name={`link-${id}`} label={text.link} value={link} />}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <Form method="post" className="mt-5 grid max-w-2xl items-end gap-4 sm:grid-cols-[1fr_auto]">
          <SelectField
            name="questionnaire"
            label={text.to}
            options={open.map(({ questionnaireId, product, role }) => ({
              value: questionnaireId,
              label: text.option({ product, role: roles[role] }),
            }))}
          />
          <SubmitButton look="secondary" name="intent" value="link">
            {text.make}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}
