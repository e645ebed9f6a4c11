/** Open answers as a list one can search. */
import { Link } from "@remix-run/react";
import { useId, useState } from "react";
import { Button } from "~/components/button";
import { RoleChip } from "~/components/tag";
import type { QuestionResult } from "~/domain/report/question-results";
import { useText } from "~/i18n/use-text";

const atOnce = 10;

export function TextAnswers({
  question,
  responses,
}: {
  question: Extract<QuestionResult, { kind: "texts" }>;
  responses: string;
}) {
  const text = useText("results").texts;
  const id = useId();
  const [words, setWords] = useState("");
  const [shown, setShown] = useState(atOnce);
  const wanted = words.trim().toLowerCase();
  const found = question.texts.filter(({ text: answer }) => answer.toLowerCase().includes(wanted));
  return (
    <>
      {question.texts.length > atOnce && (
        <div className="mb-3 max-w-sm [@media(scripting:none)]:hidden">
          <label htmlFor={id} className="text-sm">
            {text.search}
          </label>
          <input
            id={id}
            type="search"
            className="control"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <p className="mt-1 text-muted text-sm" aria-live="polite">
            {text.found({ n: found.length, all: question.texts.length })}
          </p>
        </div>
      )}
      {found.length === 0 && <p className="text-muted">{text.none}</p>}
      <ul className="grid gap-3">
        {found.slice(0, shown).map(({ responseId, role, companyName, text: answer }) => (
          <li key={responseId} className="border-line border-s-2 ps-3">
            <p className="whitespace-pre-line">{answer}</p>
            <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
              <RoleChip role={role} />
              {companyName}
              <Link className="link" to={`${responses}/${responseId}`}>
                {text.open}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Button className="mt-3" size="small" onClick={() => setShown(shown + 5 * atOnce)}>
          {text.more({ n: Math.min(5 * atOnce, found.length - shown) })}
        </Button>
      )}
    </>
  );
}
