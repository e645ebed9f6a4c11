import { Link } from "@remix-run/react";
import { type Column, DataTable } from "~/components/data-table";
import { Pagination } from "~/components/pagination";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import { type Board, type BoardPerson, type BoardRow, boardStates } from "~/domain/fieldwork/board";
import { useText } from "~/i18n/use-text";
import { BoardStateMark } from "./board-state";

/** How many people of a cell are in each state, the furthest first. */
const tallied = (people: readonly BoardPerson[]) =>
  boardStates
    .toReversed()
    .map((state) => ({ state, n: people.filter((one) => one.state === state).length }))
    .filter(({ n }) => n > 0);

function Cell({ people }: { people: readonly BoardPerson[] | undefined }) {
  const text = useText("board");
  const roles = useText("roles").chain;
  if (!people?.length) return <span className="text-muted text-sm">{text.nobodyKnown}</span>;
  const brought = people.flatMap(({ broughtBy }) => (broughtBy ? [broughtBy] : []));
  return (
    <span className="grid gap-0.5">
      {tallied(people).map(({ state, n }) => (
        <BoardStateMark key={state} state={state} n={n} />
      ))}
      {brought.map(({ name, role }) => (
        <span key={`${name} ${role}`} className="text-muted text-xs">
          <span aria-hidden="true">↳ </span>
          {text.broughtBy({ name, role: roles[role] })}
        </span>
      ))}
    </span>
  );
}

/** Companies × roles with the state of everybody, missing voices first. */
export function BoardTable({
  board,
  page,
  pages,
  href,
}: {
  board: Board;
  page: number;
  pages: number;
  href: string;
}) {
  const text = useText("board");
  const roles = useText("roles").chain;
  const columns: Column<BoardRow>[] = [
    {
      key: "company",
      header: text.company,
      cell: ({ companyId, name }) => (
        <Link to={`/companies/${companyId}`} className="link">
          {name}
        </Link>
      ),
    },
    {
      key: "missing",
      header: text.missing,
      cell: ({ missing }) =>
        missing.length === 0 ? (
          <span className="text-muted">{text.missingNone}</span>
        ) : (
          <span className="grid gap-0.5">
            {missing.map((role) => (
              <RoleChip key={role} role={role} />
            ))}
          </span>
        ),
    },
    ...board.roles.map((role: ChainRole) => ({
      key: role,
      header: roles[role],
      cell: ({ people }: BoardRow) => <Cell people={people[role]} />,
    })),
  ];
  return (
    <Section title={text.title} lead={text.legend}>
      <DataTable
        caption={text.title}
        captionHidden
        rows={board.rows}
        rowKey={({ companyId }) => companyId}
        columns={columns}
      />
      <Pagination page={page} pages={pages} href={(to) => `${href}?page=${to}`} />
    </Section>
  );
}
