import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { Pagination } from "~/components/pagination";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import { refusalReasons } from "~/domain/fieldwork/invitation";
import type { LostGroup, LostPlace } from "~/domain/fieldwork/lost";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

type LostPerson = {
  id: string;
  contactId: string;
  companyId: string;
  role: ChainRole;
  name: string;
  companyName: string;
  place: LostPlace;
  reason: string;
  lastAt: number;
  queued: boolean;
  worth: boolean;
};

type LostPeopleProps = {
  people: readonly LostPerson[];
  /** On all pages. */
  total: number;
  page: number;
  pages: number;
  groups: readonly LostGroup[];
  anonymous: number;
  canEdit: boolean;
};

/** Lost people with the place and the reason, and asking them once more. */
export function LostPeople({ people, total, page, pages, groups, anonymous, canEdit }: LostPeopleProps) {
  const text = useText("board").left;
  const reasonText = useText("respond").start.reasons;
  const unnamed = useText("people").unnamed;
  const roleText = useText("roles").chain;
  const language = useLanguage();
  const format = useFormat();
  const [chosen, setChosen] = useState<readonly string[]>(
    people.filter(({ worth }) => worth).map(({ id }) => id),
  );
  const reasonOf = (reason: string) => {
    const known = refusalReasons.find((one) => one === reason);
    return known ? reasonText[known] : text.notSaid;
  };
  const placeOf = (place: LostPlace) =>
    place.kind === "page"
      ? text.page({ n: place.n, title: place.title?.[language] ?? "" })
      : text[place.kind];
  return (
    <>
      <Section title={text.title} lead={total > 0 ? text.lead : text.none}>
        {people.length > 0 && (
          <Form method="post">
            <DataTable
              caption={text.title}
              captionHidden
              rows={people}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "person",
                  header: text.person,
                  cell: ({ companyId, contactId, name, companyName }) => (
                    <span className="grid">
                      <Link to={`/companies/${companyId}/people/${contactId}`} className="link">
                        {name || unnamed}
                      </Link>
                      <span className="font-normal text-muted">{companyName}</span>
                    </span>
                  ),
                },
                {
                  // Second, so that a phone shows it without moving the table.
                  key: "again",
                  header: text.again,
                  cell: ({ id, name, worth, queued }) =>
                    worth && canEdit ? (
                      <label className="inline-flex min-h-6 items-center">
                        <input
                          type="checkbox"
                          name="again"
                          value={id}
                          aria-label={`${text.again}: ${name || unnamed}`}
                          className="size-5"
                          checked={chosen.includes(id)}
                          onChange={({ currentTarget: { checked } }) =>
                            setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                          }
                        />
                      </label>
                    ) : queued ? (
                      text.queued
                    ) : (
                      <span className="text-muted">{text.notWorth}</span>
                    ),
                },
                { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
                {
                  key: "where",
                  header: text.where,
                  cell: ({ place }) => placeOf(place),
                },
                { key: "why", header: text.why, cell: ({ reason }) => reasonOf(reason) },
                { key: "last", header: text.last, cell: ({ lastAt }) => format.date(lastAt) },
              ]}
            />
            {canEdit && chosen.length > 0 && (
              <SubmitButton className="mt-4">{text.selected({ n: chosen.length })}</SubmitButton>
            )}
            <Pagination page={page} pages={pages} href={(n) => `?page=${n}`} />
          </Form>
        )}
      </Section>
      {groups.length > 0 && (
        <Section title={text.groupsTitle} lead={text.groupsLead}>
          <DataTable
            caption={text.groupsTitle}
            captionHidden
            rows={groups}
            rowKey={({ place }) => (place.kind === "page" ? `${place.role} ${place.page}` : place.kind)}
            columns={[
              {
                key: "where",
                header: text.where,
                cell: ({ place }) => (
                  <span className="grid">
                    {placeOf(place)}
                    {place.kind === "page" && (
                      <span className="font-normal text-muted">{roleText[place.role]}</span>
                    )}
                  </span>
                ),
              },
              { key: "n", header: text.people, numeric: true, cell: ({ n }) => format.number(n) },
              {
                key: "why",
                header: text.why,
                cell: ({ reasons }) => (
                  <ul>
                    {reasons.map(({ reason, n }) => (
                      <li key={reason}>{text.times({ reason: reasonOf(reason), n })}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </Section>
      )}
      {anonymous > 0 && (
        <Section title={text.anonymousTitle}>
          <p className="max-w-prose">{text.anonymous({ n: anonymous })}</p>
        </Section>
      )}
    </>
  );
}
