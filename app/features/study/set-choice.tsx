import { useState } from "react";
import { ChoiceGroup } from "~/components/choice-field";
import { DataTable } from "~/components/data-table";
import { Notice } from "~/components/notice";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import { type SetLength, setLengths } from "~/domain/questionnaire/templates";
import type { BusinessType } from "~/domain/study/study";
import { useText } from "~/i18n/use-text";

export type SetOffer = {
  chosen: string;
  /** What each role's questionnaire takes, by type of business and length. */
  typical: Record<BusinessType, Record<SetLength, { role: ChainRole; minutes: number | null }[]>>;
  own: readonly { id: string; name: string; roles: ChainRole[] }[];
};

/**
 * Which questionnaires a new study begins with, and the minutes they take for its type of business. `asksPrices`:
 * prices to test were typed, which the short set leaves out.
 */
export function SetChoice(props: { offer: SetOffer; type: BusinessType; asksPrices: boolean }) {
  const { offer, type, asksPrices } = props;
  const [chosen, setChosen] = useState(offer.chosen);
  const text = useText("roleSets");
  const roles = useText("roles").chain;
  const { short, full } = offer.typical[type];
  const minutes = (n: number | null | undefined) => (n == null ? "–" : text.about({ n }));
  return (
    <>
      <ChoiceGroup
        name="set"
        label={text.form.field}
        pick="one"
        defaultValue={offer.chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        choices={[
          ...setLengths.map((value) => ({
            value,
            label: text.length[value].name,
            hint: text.length[value].hint,
          })),
          ...offer.own.map(({ id, name, roles: its }) => ({
            value: id,
            label: name,
            hint: text.form.ownHint({ roles: its.map((role) => roles[role]).join(" · ") }),
          })),
        ]}
      />
      {asksPrices && chosen === "short" && (
        <Notice tone="warn" live>
          {text.form.noLadder}
        </Notice>
      )}
      <div>
        <p className="mb-2 text-muted text-sm">{text.form.typical}</p>
        <DataTable
          caption={text.form.typical}
          captionHidden
          rows={short}
          rowKey={({ role }) => role}
          columns={[
            { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
            {
              key: "short",
              header: text.form.short,
              numeric: true,
              cell: (row) => minutes(row.minutes),
            },
            {
              key: "full",
              header: text.form.full,
              numeric: true,
              cell: ({ role }) => minutes(full.find((one) => one.role === role)?.minutes),
            },
          ]}
        />
      </div>
    </>
  );
}
