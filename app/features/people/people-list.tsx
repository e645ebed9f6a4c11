import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { SelectField } from "~/components/field";
import { ListSearch } from "~/components/list-search";
import { Pagination } from "~/components/pagination";
import type { ListedContact } from "~/data/contacts";
import { chainRoles } from "~/domain/chain/role";
import { useText } from "~/i18n/use-text";
import { hrefOf, isFiltered } from "./list-address";
import { PersonLink, PersonRoles, PersonState } from "./person-name";

type PeopleListProps = {
  rows: readonly ListedContact[];
  total: number;
  page: number;
  pages: number;
  canExport: boolean;
  typed: Record<"search" | "role" | "state" | "tag" | "import" | "sort", string>;
};

const path = "/companies/people";

export function PeopleList({ rows, total, page, pages, canExport, typed }: PeopleListProps) {
  const text = useText("people");
  const roleText = useText("roles");
  const filtering = isFiltered(typed);
  const searching = filtering || typed.search !== "";
  if (total === 0 && !searching)
    return (
      <EmptyState
        title={text.emptyPeople.title}
        action={
          <LinkButton look="primary" to="/companies/imports">
            {text.importPeople}
          </LinkButton>
        }
      >
        {text.emptyPeople.text}
      </EmptyState>
    );
  return (
    <>
      <ListSearch
        {...{ action: path, hint: text.searchPeople, search: typed.search }}
        {...{ label: text.search, apply: text.apply, columns: "lg:grid-cols-[2fr_1fr_1fr_1fr_auto]" }}
        filtering={filtering}
      >
        <SelectField
          name="role"
          label={text.role}
          empty={text.any}
          defaultValue={typed.role}
          options={chainRoles.map((value) => ({ value, label: roleText.chain[value] }))}
        />
        <SelectField
          name="state"
          label={text.state}
          empty={text.any}
          defaultValue={typed.state}
          options={(["reachable", "opted-out", "no-address"] as const).map((value) => ({
            value,
            label: text.states[value],
          }))}
        />
        <SelectField
          name="sort"
          label={text.sort}
          defaultValue={typed.sort}
          options={(["name", "company", "newest"] as const).map((value) => ({
            value,
            label: text.contactSorts[value],
          }))}
        />
      </ListSearch>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-muted text-sm">
          {total === 0 ? text.nothingFound : text.found({ n: total })}{" "}
          {searching && (
            <Link to={path} className="link">
              {text.clear}
            </Link>
          )}
        </p>
        {canExport && total > 0 && (
          <LinkButton size="small" to="/companies/people.csv" reloadDocument>
            {text.exportPeople}
          </LinkButton>
        )}
      </div>
      {total > 0 && (
        <DataTable
          caption={text.tabs.people}
          captionHidden
          rows={rows}
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
            {
              key: "company",
              header: text.company,
              cell: ({ companyId, companyName }) => (
                <Link to={`/companies/${companyId}`} className="link">
                  {companyName}
                </Link>
              ),
            },
            {
              key: "role",
              header: text.role,
              cell: ({ chainRoles: roles }) => <PersonRoles roles={roles} />,
            },
            { key: "email", header: text.email, cell: ({ email }) => email || "–" },
            { key: "phone", header: text.phone, cell: ({ phone }) => phone || "–" },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} href={(to) => hrefOf(path, typed, to)} />
    </>
  );
}
