import { Link } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { SelectField } from "~/components/field";
import { ListSearch } from "~/components/list-search";
import { Pagination } from "~/components/pagination";
import { RoleChip, Tag } from "~/components/tag";
import { chainRoles } from "~/domain/chain/role";
import {
  type BankEntry,
  type BankFilter,
  entrySources,
  entryTypes,
} from "~/domain/questionnaire/own-bank/browse";
import { businessTypes } from "~/domain/study/study";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

export type BankRow = Omit<BankEntry, "content" | "searchText"> & {
  uses: number;
  savedAt: number | null;
  savedBy: string;
};
type Typed = BankFilter & { for: string };

const hrefOf = (typed: Typed, page: number) => {
  const kept = Object.entries(typed).filter(([, value]) => value !== "");
  return `/bank?${new URLSearchParams([...kept, ["page", String(page)]])}`;
};

function Filters({ typed }: { typed: Typed }) {
  const text = useText("bank");
  const kinds = useText("editor").kind;
  const roles = useText("roles");
  return (
    <ListSearch
      {...{ action: "/bank", label: text.filter.search, hint: text.filter.searchHint, search: typed.search }}
      {...{ apply: text.filter.apply, columns: "lg:grid-cols-[2fr_1fr_1fr_1fr_1.3fr_auto]" }}
      filtering={`${typed.type}${typed.role}${typed.source}` !== ""}
    >
      <SelectField
        name="type"
        label={text.filter.type}
        empty={text.filter.any}
        defaultValue={typed.type}
        options={entryTypes.map((value) => ({
          value,
          label: value === "page" || value === "block" ? text.kind[value] : kinds[value],
        }))}
      />
      <SelectField
        name="role"
        label={text.filter.role}
        empty={text.filter.any}
        defaultValue={typed.role}
        options={chainRoles.map((value) => ({ value, label: roles.chain[value] }))}
      />
      <SelectField
        name="source"
        label={text.filter.source}
        empty={text.filter.any}
        defaultValue={typed.source}
        options={entrySources.map((value) => ({ value, label: text.source[value] }))}
      />
      <SelectField
        name="for"
        label={text.filter.wordedFor}
        defaultValue={typed.for}
        options={businessTypes.map((value) => ({ value, label: roles.businessType[value] }))}
      />
    </ListSearch>
  );
}

function Row({ row, wordedFor }: { row: BankRow; wordedFor: string }) {
  const text = useText("bank");
  const kinds = useText("editor").kind;
  const format = useFormat();
  const language = useLanguage();
  const to = row.source === "own" ? `/bank/${row.id}` : `/bank/built-in/${row.id}?for=${wordedFor}`;
  const [first] = row.types;
  const facts = [
    row.kind === "question" && first ? kinds[first] : text.kind[row.kind],
    ...(row.source === "own" ? [text.uses({ n: row.uses })] : []),
    ...(row.savedAt === null
      ? []
      : [text.saved({ date: format.date(row.savedAt), by: row.savedBy || text.somebody })]),
  ];
  return (
    <li className="grid gap-1 border-line border-b py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link to={to} className="link min-w-0 font-medium">
          {row.name[language]}
        </Link>
        <Tag tone={row.source === "own" ? "info" : "neutral"}>{text.source[row.source]}</Tag>
        {row.tags.map((tag) => (
          <Link key={tag} to={`/bank?search=${encodeURIComponent(tag)}`} className="text-muted text-sm">
            #{tag}
          </Link>
        ))}
      </div>
      <p className="text-muted text-sm">{facts.join(" · ")}</p>
      {row.measures.length > 0 && (
        <p className="break-words text-muted text-xs">
          {text.measures({ keys: row.measures.slice(0, 6).join(", ") })}
          {row.measures.length > 6 && " …"}
        </p>
      )}
      {row.roles.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {row.roles.map((role) => (
            <RoleChip key={role} role={role} />
          ))}
        </p>
      )}
    </li>
  );
}

type BankListProps = {
  rows: readonly BankRow[];
  total: number;
  page: number;
  pages: number;
  hasOwn: boolean;
  typed: Typed;
};

export function BankList({ rows, total, page, pages, hasOwn, typed }: BankListProps) {
  const text = useText("bank");
  const filtered = [typed.search, typed.type, typed.role, typed.source].some((given) => given !== "");
  return (
    <>
      <Filters key={Object.values(typed).join()} typed={typed} />
      {!hasOwn && typed.source !== "built-in" && (
        <div className="mb-6">
          <EmptyState title={text.noneTitle}>{text.none}</EmptyState>
        </div>
      )}
      <p role="status" className="mb-1 text-muted text-sm">
        {total === 0 ? text.nothingFound : text.found({ n: total })}{" "}
        {filtered && (
          <Link to="/bank" className="link">
            {text.filter.clear}
          </Link>
        )}
      </p>
      <ul className="border-line border-t">
        {rows.map((row) => (
          <Row key={`${row.source}/${row.id}`} row={row} wordedFor={typed.for} />
        ))}
      </ul>
      <Pagination page={page} pages={pages} href={(to) => hrefOf(typed, to)} />
    </>
  );
}
