import type { ChainRole } from "~/domain/chain/role";
import { useText } from "~/i18n/use-text";

/** What to ask a role, and what not. */
export function RoleGuidance({ role }: { role: ChainRole }) {
  const text = useText("craft").guidance;
  const roles = useText("roles").chain;
  return (
    <details className="mt-4 border-line border-t pt-1">
      <summary className="min-h-9 cursor-pointer py-1.5 font-semibold text-sm">
        {text.title({ role: roles[role] })}
      </summary>
      <ul className="grid list-disc gap-2 ps-5 pt-1 pb-4 text-sm">
        {text.lines[role].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
