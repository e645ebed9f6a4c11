import { DataTable } from "~/components/data-table";
import type { ListedContact } from "~/data/contacts";
import { useText } from "~/i18n/use-text";
import { PersonLink, PersonRoles, PersonState } from "./person-name";

/** The people of one company. */
export function CompanyPeople({ people }: { people: readonly ListedContact[] }) {
  const text = useText("people");
  if (people.length === 0) return <p className="text-muted">{text.noPeople}</p>;
  return (
    <DataTable
      caption={text.peopleTitle}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: text.name,
          cell: (person) => (
            <span className="flex flex-wrap items-center gap-2">
              <PersonLink person={person} />
              <PersonState person={person} />
            </span>
          ),
        },
        { key: "role", header: text.role, cell: ({ chainRoles }) => <PersonRoles roles={chainRoles} /> },
        { key: "position", header: text.position, cell: ({ position }) => position || "–" },
        { key: "email", header: text.email, cell: ({ email }) => email || "–" },
        { key: "phone", header: text.phone, cell: ({ phone }) => phone || "–" },
      ]}
    />
  );
}
