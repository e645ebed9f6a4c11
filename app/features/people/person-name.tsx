import { Link } from "@remix-run/react";
import { RoleChip, Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import { useText } from "~/i18n/use-text";

export type Person = {
  id: string;
  companyId: string;
  name: string;
  email: string;
  phone: string;
  anonymisedAt: number | null;
  optedOutAt: number | null;
};

/** A person by the best name there is, leading to their page. */
export function PersonLink({ person }: { person: Person }) {
  const text = useText("people");
  const { id, companyId, name, email, phone, anonymisedAt } = person;
  const shown = anonymisedAt !== null ? text.anonymous : name || email || phone || text.unnamed;
  return (
    <Link to={`/companies/${companyId}/people/${id}`} className="link">
      {shown}
    </Link>
  );
}

/** Whether they may be written to, where that is not a matter of course. */
export function PersonState({ person }: { person: Person }) {
  const text = useText("people");
  return person.optedOutAt !== null && person.anonymisedAt === null ? (
    <Tag tone="warn">{text.optedOut}</Tag>
  ) : null;
}

/** The roles of a person, the main one first. */
export function PersonRoles({ roles }: { roles: readonly ChainRole[] }) {
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {roles.map((role, at) => (
        <RoleChip key={role} role={role} primary={at === 0 && roles.length > 1} />
      ))}
    </span>
  );
}
