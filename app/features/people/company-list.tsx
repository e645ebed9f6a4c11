import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { SelectField } from "~/components/field";
import { ListSearch } from "~/components/list-search";
import { Pagination } from "~/components/pagination";
import { Tag } from "~/components/tag";
import type { CompanySort, ListedCompany } from "~/data/companies";
import { industryName, sizeName } from "~/domain/fieldwork/company-words";
import { industries, sizeBands } from "~/domain/questionnaire/answer-options";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { hrefOf, isFiltered } from "./list-address";

type Typed = Record<"search" | "size" | "industry" | "tag" | "sort", string>;
type CompanyListProps = {
  rows: readonly ListedCompany[];
  total: number;
  page: number;
  pages: number;
  typed: Typed;
  sorts: readonly CompanySort[];
};

export function CompanyList({ rows, total, page, pages, typed, sorts }: CompanyListProps) {
  const text = useText("people");
  const language = useLanguage();
  const format = useFormat();
  const filtering = isFiltered(typed);
  const searching = filtering || typed.search !== "";
  if (total === 0 && !searching)
    return (
      <EmptyState
        title={text.empty.title}
        action={
          <LinkButton look="primary" to="/companies/imports">
            {text.importPeople}
          </LinkButton>
        }
      >
        {text.empty.text}
      </EmptyState>
    );
  return (
    <>
      <ListSearch
        {...{ action: "/companies", hint: text.searchCompanies, search: typed.search }}
        {...{ label: text.search, apply: text.apply, columns: "lg:grid-cols-[2fr_1fr_1fr_1fr_auto]" }}
        filtering={filtering}
      >
        <SelectField
          name="size"
          label={text.size}
          empty={text.any}
          defaultValue={typed.size}
          options={sizeBands.map(({ value, name }) => ({ value, label: name[language] }))}
        />
        <SelectField
          name="industry"
          label={text.industry}
          empty={text.any}
          defaultValue={typed.industry}
          options={industries.map(({ value, name }) => ({ value, label: name[language] }))}
        />
        <SelectField
          name="sort"
          label={text.sort}
          defaultValue={typed.sort}
          options={sorts.map((value) => ({ value, label: text.companySorts[value] }))}
        />
      </ListSearch>
      <p role="status" className="mb-3 text-muted text-sm">
        {total === 0 ? text.nothingFound : text.found({ n: total })}{" "}
        {searching && (
          <Link to="/companies" className="link">
            {text.clear}
          </Link>
        )}
      </p>
      {total > 0 && (
        <DataTable
          caption={text.tabs.companies}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: text.company,
              cell: ({ id, name }) => (
                <Link to={`/companies/${id}`} className="link">
                  {name}
                </Link>
              ),
            },
            { key: "size", header: text.size, cell: ({ size }) => (size ? sizeName(size, language) : "–") },
            {
              key: "industry",
              header: text.industry,
              cell: ({ industry }) => (industry ? industryName(industry, language) : "–"),
            },
            { key: "region", header: text.region, cell: ({ region }) => region ?? "–" },
            {
              key: "tags",
              header: text.tags,
              cell: ({ tags }) => (
                <span className="flex flex-wrap gap-1">
                  {tags.map((tag) => (
                    <Link key={tag} to={`/companies?tag=${encodeURIComponent(tag)}`}>
                      <Tag>{tag}</Tag>
                    </Link>
                  ))}
                </span>
              ),
            },
            {
              key: "people",
              header: text.peopleCount,
              numeric: true,
              cell: ({ people }) => format.number(people),
            },
            {
              key: "answers",
              header: text.answers,
              numeric: true,
              cell: ({ answers }) => format.number(answers),
            },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} href={(to) => hrefOf("/companies", typed, to)} />
    </>
  );
}
