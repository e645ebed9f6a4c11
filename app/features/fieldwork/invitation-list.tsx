import { Form, Link } from "@remix-run/react";
import { Button } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { DataTable } from "~/components/data-table";
import { Pagination } from "~/components/pagination";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { InvitationState } from "~/domain/fieldwork/invitation";
import { useFormat, useText } from "~/i18n/use-text";
import { BoardStateMark } from "./board-state";

type Listed = {
  id: string;
  contactId: string;
  companyId: string;
  role: ChainRole;
  name: string;
  companyName: string;
  state: InvitationState;
  since: number;
  expiredAt: number | null;
  url: string;
  sent: boolean;
};

type InvitationListProps = {
  invitations: readonly Listed[];
  canEdit: boolean;
  page: number;
  pages: number;
  base: string;
};

/** Personal invitations with their state and, for those who pass them on by hand, their link. */
export function InvitationList({ invitations, canEdit, page, pages, base }: InvitationListProps) {
  const text = useText("board").invite;
  const people = useText("people");
  const format = useFormat();
  return (
    <Section title={text.listTitle}>
      {invitations.length === 0 ? (
        <p className="text-muted">{text.listEmpty}</p>
      ) : (
        <DataTable
          caption={text.listTitle}
          captionHidden
          rows={invitations}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "person",
              header: text.person,
              cell: ({ companyId, contactId, name, companyName }) => (
                <span className="grid">
                  <Link to={`/companies/${companyId}/people/${contactId}`} className="link">
                    {name || people.unnamed}
                  </Link>
                  <span className="font-normal text-muted">{companyName}</span>
                </span>
              ),
            },
            { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
            {
              key: "state",
              header: text.state,
              cell: ({ state, expiredAt }) => (
                <span className="grid">
                  <BoardStateMark state={state} />
                  {expiredAt !== null && state !== "done" && (
                    <span className="text-muted text-xs">
                      {text.expired({ date: format.date(expiredAt) })}
                    </span>
                  )}
                </span>
              ),
            },
            { key: "since", header: text.since, cell: ({ since }) => format.dateTime(since) },
            {
              key: "link",
              header: text.link,
              cell: ({ id, url, state, sent }) =>
                state === "done" ? (
                  "–"
                ) : (
                  <details>
                    <summary className="min-h-6">{text.showLink}</summary>
                    <div className="mt-2 grid min-w-64 gap-1">
                      <CopyField name={`link-${id}`} label={text.link} value={url} />
                      {canEdit && !sent && (
                        <Form method="post" preventScrollReset>
                          <Button type="submit" size="small" name="passed" value={id}>
                            {text.passedOn}
                          </Button>
                        </Form>
                      )}
                    </div>
                  </details>
                ),
            },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} href={(to) => `${base}?page=${to}`} />
    </Section>
  );
}
