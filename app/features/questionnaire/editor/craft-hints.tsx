import { memo, useMemo } from "react";
import { Notice } from "~/components/notice";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import { acceptedIn, keyOfFinding } from "~/domain/questionnaire/accepted";
import { checkCraft } from "~/domain/questionnaire/craft";
import { type PathPart, pathText } from "~/domain/questionnaire/draft-tree";
import { useText } from "~/i18n/use-text";
import { useSettled } from "./use-settled";

type CraftHintsProps = {
  draft: unknown;
  selected: readonly PathPart[];
  role: ChainRole;
  languages: readonly Language[];
};

/** What stands out in the wording of the selected part, told when the typing rests. */
export const CraftHints = memo(function CraftHints({ draft, selected, role, languages }: CraftHintsProps) {
  const text = useText("craft");
  const settled = useSettled(draft, 600);
  const findings = useMemo(() => {
    const alone = { fromBank: null, compiled: null, published: [], others: [] };
    const accepted = acceptedIn(settled);
    return checkCraft(settled, { role, languages, ...alone }).filter(
      (finding) => !accepted.has(keyOfFinding(finding)),
    );
  }, [settled, role, languages]);
  const here = pathText(selected);
  const own = findings.filter(({ place }) => place.path === here || place.path.startsWith(`${here}.`));
  const sentences = [...new Set(own.map(({ kind, values }) => text.finding[kind](values)))];
  // A page has findings of its own; those of its questions are told at the questions.
  if (selected.length <= 2 || sentences.length === 0) return null;
  return (
    <Notice tone="warn">
      <ul className="grid gap-1 text-sm">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
});
