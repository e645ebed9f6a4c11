import type { Problem } from "~/domain/questionnaire/problem";
import type { TextPlace } from "~/domain/questionnaire/read-json";
import { useText } from "~/i18n/use-text";

/** Problems with their place: the path in the JSON, and line and column where the text is at hand. */
export function ProblemList({
  problems,
  placeOf,
}: {
  problems: readonly Problem[];
  placeOf?: (path: string) => TextPlace | null;
}) {
  const text = useText("questionnaire").review;
  return (
    <ul className="grid gap-2">
      {problems.map((problem) => {
        const place = placeOf?.(problem.path);
        return (
          <li key={`${problem.code} ${problem.path} ${problem.name ?? ""}`}>
            {text.code[problem.code](problem)}
            <span className="block break-all text-muted text-sm">
              <code>{problem.path || text.whole}</code>
              {place && `, ${text.at(place)}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
