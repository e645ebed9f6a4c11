import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { SelectField, TextField } from "~/components/field";
import { RowButton } from "~/components/row-button";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import { setLengths } from "~/domain/questionnaire/templates";
import { type BusinessType, businessTypes } from "~/domain/study/study";
import { useFormat, useText } from "~/i18n/use-text";
import { type SetLine, SetTable } from "./set-table";

export type ListedSet = {
  id: string;
  name: string;
  businessType: BusinessType;
  roles: ChainRole[];
  createdAt: number;
  savedBy: string;
};

type RoleSetsProps = {
  /** "short", "full", or a set's id. */
  set: string;
  type: BusinessType;
  lines: readonly SetLine[];
  taken: readonly ChainRole[];
  own: readonly ListedSet[];
  canKeep: boolean;
  problem: "missing" | "too-long" | "no-roles" | null;
  typedName: string;
};

/** Choosing a set, seeing what each role would be asked, drafting them, and keeping this study's as a set. */
export function RoleSets({ set, type, lines, taken, own, canKeep, problem, typedName }: RoleSetsProps) {
  const text = useText("roleSets");
  const roleText = useText("roles");
  const format = useFormat();
  const free = lines.filter(({ role }) => !taken.includes(role));
  return (
    <>
      <Section title={text.chooseTitle}>
        <Form className="grid max-w-2xl gap-5">
          <ChoiceGroup
            key={set}
            name="set"
            label={text.set}
            pick="one"
            defaultValue={set}
            choices={[
              ...setLengths.map((value) => ({
                value,
                label: text.length[value].name,
                hint: text.length[value].hint,
              })),
              ...own.map(({ id, name, roles }) => ({
                value: id,
                label: name,
                hint: roles.map((role) => roleText.chain[role]).join(" · "),
              })),
            ]}
          />
          <SelectField
            key={type}
            name="type"
            label={text.type}
            hint={text.typeHint}
            defaultValue={type}
            options={businessTypes.map((value) => ({ value, label: roleText.businessType[value] }))}
          />
          <div>
            <SubmitButton look="secondary">{text.show}</SubmitButton>
          </div>
        </Form>
      </Section>
      <Section title={text.tableTitle} lead={text.tableLead}>
        <SetTable lines={lines} taken={taken} />
        {free.length === 0 ? (
          <p className="mt-4 text-muted">{text.allTaken}</p>
        ) : (
          <Form method="post" className="mt-5 grid max-w-2xl gap-4">
            <input type="hidden" name="set" value={set} />
            <input type="hidden" name="type" value={type} />
            <ChoiceGroup
              key={free.map(({ role }) => role).join()}
              name="roles"
              label={text.draftWhich}
              pick="many"
              error={problem === "no-roles" ? text.noRoles : null}
              defaultValue={free.map(({ role }) => role)}
              choices={free.map(({ role }) => ({
                value: role,
                label: <RoleChip role={role} />,
                hint: roleText.meaning[role],
              }))}
            />
            <div>
              <SubmitButton name="intent" value="draft">
                {text.draft}
              </SubmitButton>
            </div>
          </Form>
        )}
      </Section>
      <Section title={text.keepTitle} lead={text.keepLead}>
        {canKeep ? (
          <Form key={own.length} method="post" noValidate className="grid max-w-xl gap-4">
            <TextField
              name="name"
              label={text.name}
              defaultValue={typedName}
              error={problem === "missing" ? text.nameMissing : problem === "too-long" ? text.nameLong : null}
            />
            <div>
              <SubmitButton look="secondary" name="intent" value="keep">
                {text.keep}
              </SubmitButton>
            </div>
          </Form>
        ) : (
          <p className="text-muted">{text.nothingToKeep}</p>
        )}
      </Section>
      {own.length > 0 && (
        <Section title={text.ownTitle}>
          <ul className="grid max-w-2xl">
            {own.map(({ id, name, roles, createdAt, savedBy, businessType }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b py-2"
              >
                <span className="min-w-0">
                  <span className="block font-medium">{name}</span>
                  <span className="block text-muted text-sm">
                    {roles.map((role) => roleText.chain[role]).join(" · ")}
                  </span>
                  <span className="block text-muted text-sm">
                    {roleText.businessType[businessType]} ·{" "}
                    {text.saved({ date: format.date(createdAt), by: savedBy || text.somebody })}
                  </span>
                </span>
                <RowButton fields={{ setId: id }} intent="delete" label={text.deleteOf({ name })}>
                  {text.delete}
                </RowButton>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
