import { Form, useNavigation } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CheckboxField, ChoiceGroup } from "~/components/choice-field";
import { DataTable } from "~/components/data-table";
import { SelectField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { ImportColumns } from "~/components/import-columns";
import { ImportSummary } from "~/components/import-summary";
import { Section } from "~/components/section";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { contactFields } from "~/domain/fieldwork/contact-columns";
import type {
  KnownRow,
  PlannedChange,
  PlannedMove,
  PlannedPerson,
  RefusedRow,
} from "~/domain/fieldwork/plan-contacts";
import { useText } from "~/i18n/use-text";
import { ImportChanges } from "./import-changes";
import { PersonRoles } from "./person-name";
import { RefusedRows } from "./refused-rows";

type ImportPreviewProps = {
  columns: readonly { heading: string; example: string; field: string }[];
  defaultRole: ChainRole | null;
  counts: Record<"added" | "companies" | "known" | "refused" | "changed" | "moved", number>;
  changes: readonly PlannedChange[];
  moves: readonly PlannedMove[];
  people: readonly PlannedPerson[];
  known: readonly KnownRow[];
  refused: readonly RefusedRow[];
  companyMissing: boolean;
};

/** What the columns of a file mean, and what would come of it. */
export function ImportPreview(props: ImportPreviewProps) {
  const { columns, defaultRole, counts, changes, moves, people, known, refused, companyMissing } = props;
  const all = useText("people");
  const text = all.import;
  const roleText = useText("roles").chain;
  const saving = useText("shell").form.saving;
  const busy = useNavigation().state !== "idle";
  const toOf = ({ to, isNew }: PlannedMove) => (isNew ? text.newCompany({ name: to.name }) : to.name);
  const named = moves.slice(0, 3);
  return (
    <Form method="post" className="grid grid-cols-1 gap-2">
      <FormErrors errors={companyMissing ? [{ message: text.needCompany }] : []} />
      <ImportSummary
        added={counts.added > 0 ? text.summary(counts) : text.nothing}
        known={counts.known > 0 ? text.knownSummary({ n: counts.known }) : null}
        refused={counts.refused > 0 ? text.refusedSummary({ n: counts.refused }) : null}
      />
      {counts.changed > 0 && (
        <div className="mt-2 max-w-2xl">
          <CheckboxField
            name="update"
            label={text.update({ n: counts.changed })}
            hint={text.updateHint}
            defaultChecked={counts.added === 0}
          />
        </div>
      )}
      {counts.moved > 0 && (
        <div className="mt-4 max-w-2xl">
          <ChoiceGroup
            name="moves"
            pick="one"
            label={text.moves({ n: counts.moved })}
            hint={
              <>
                {named.map((one) => (
                  <span key={one.id} className="block">
                    {text.move({ name: one.name, from: one.from.name, to: toOf(one) })}
                  </span>
                ))}
                {counts.moved > named.length && text.moreMoves({ n: counts.moved - named.length })}
              </>
            }
            defaultValue="leave"
            choices={[
              { value: "leave", label: text.leave },
              { value: "move", label: text.moveThem, hint: text.moveHint },
            ]}
          />
        </div>
      )}
      {counts.added + counts.changed + counts.moved > 0 && (
        <SubmitButton name="intent" value="confirm" disabled={busy} className="mt-3 justify-self-start">
          {busy ? saving : counts.added > 0 ? text.confirm({ n: counts.added }) : text.confirmUpdate}
        </SubmitButton>
      )}
      <Section title={text.mappingTitle}>
        <ImportColumns title={text.mappingTitle} columns={columns} text={text}>
          {contactFields.map((value) => (
            <option key={value} value={value}>
              {text.fields[value]}
            </option>
          ))}
        </ImportColumns>
        <div className="mt-5 grid max-w-xl items-end gap-4 sm:grid-cols-[1fr_auto]">
          <SelectField
            key={defaultRole}
            name="role"
            label={text.defaultRole}
            empty={text.defaultRoleNone}
            defaultValue={defaultRole ?? ""}
            options={chainRoles.map((value) => ({ value, label: roleText[value] }))}
          />
          <SubmitButton look="secondary" name="intent" value="look" disabled={busy}>
            {text.look}
          </SubmitButton>
        </div>
      </Section>
      {refused.length > 0 && <RefusedRows rows={refused} total={counts.refused} />}
      {people.length > 0 && (
        <Section title={text.firstRows}>
          <DataTable
            caption={text.firstRows}
            captionHidden
            rows={people}
            rowKey={({ row }) => row}
            columns={[
              { key: "name", header: all.name, cell: ({ name }) => name || "–" },
              { key: "company", header: all.company, cell: ({ company }) => company },
              {
                key: "role",
                header: all.role,
                cell: ({ chainRoles: roles }) => <PersonRoles roles={roles} />,
              },
              { key: "email", header: all.email, cell: ({ email }) => email || "–" },
              { key: "phone", header: all.phone, cell: ({ phone }) => phone || "–" },
            ]}
          />
        </Section>
      )}
      {moves.length > 0 && (
        <ImportChanges
          title={text.movesTitle}
          lead={text.movesLead}
          changes={moves.map((one) => ({
            ...{ id: one.id, row: one.row, name: one.name },
            before: { company: one.from.name, ...one.before },
            after: { company: toOf(one), ...one.after },
          }))}
          total={counts.moved}
        />
      )}
      {changes.length > 0 && (
        <ImportChanges
          title={text.changesTitle}
          lead={text.changesLead}
          changes={changes}
          total={counts.changed}
        />
      )}
      {known.length > 0 && (
        <Section title={text.knownTitle}>
          <DataTable
            caption={text.knownTitle}
            captionHidden
            rows={known}
            rowKey={({ row }) => row}
            columns={[
              { key: "row", header: text.row, cell: ({ row }) => row },
              { key: "name", header: all.name, cell: ({ name }) => name },
              { key: "company", header: all.company, cell: ({ company }) => company },
              { key: "where", header: text.problem, cell: ({ where }) => text[where] },
            ]}
          />
          {counts.known > known.length && (
            <p className="mt-2 text-muted text-sm">{text.more({ n: counts.known - known.length })}</p>
          )}
        </Section>
      )}
    </Form>
  );
}
