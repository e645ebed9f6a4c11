import { Link } from "@remix-run/react";
import { useFormat, useText } from "~/i18n/use-text";

/** The frozen states of a report, under its head. */
export function FrozenList({
  studyId,
  frozen,
}: {
  studyId: string;
  frozen: readonly { id: string; name: string; at: number }[];
}) {
  const text = useText("sharing").manage;
  const format = useFormat();
  if (frozen.length === 0) return null;
  return (
    <div className="mt-4 text-sm print:hidden">
      <p className="text-muted">{text.snapshots}</p>
      <ul className="flex flex-wrap gap-x-4">
        {frozen.map(({ id, name, at }) => (
          <li key={id}>
            <Link className="link inline-flex min-h-9 items-center" to={`/reports/${studyId}/frozen/${id}`}>
              {name}
            </Link>{" "}
            <span className="text-muted">{format.date(at)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
