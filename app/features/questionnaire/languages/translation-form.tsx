import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Tag } from "~/components/tag";
import { languages } from "~/domain/language";
import type { TranslationConflict, TranslationRow } from "~/domain/questionnaire/translation";
import { useText } from "~/i18n/use-text";

type TranslationFormProps = {
  rows: readonly TranslationRow[];
  conflicts: readonly TranslationConflict[];
  canEdit: boolean;
};

const lines = (text: string) =>
  Math.min(8, Math.max(1, Math.ceil(text.length / 44), text.split("\n").length));

/** The texts of one part, a row each, a column a language; missing ones are marked. */
export function TranslationForm({ rows, conflicts, canEdit }: TranslationFormProps) {
  const text = useText("translation");
  const names = useText("shell").language;
  const actions = useText("shell").actions;
  return (
    <Form method="post" preventScrollReset className="grid gap-4">
      <input type="hidden" name="intent" value="save" />
      <ul className="grid">
        {rows.map((row) => {
          const part = text.part[row.part] ?? text.otherPart;
          return (
            <li key={row.key} className="grid gap-2 border-line border-b py-3">
              <p className="flex flex-wrap items-baseline gap-x-3 text-muted text-sm">
                <span className="font-medium text-ink">{part}</span>
                {row.question && <code className="min-w-0 break-all">{row.question}</code>}
              </p>
              <div className="grid gap-3 md:grid-cols-2">
                {languages.map((language) => {
                  const conflict = conflicts.find((one) => one.key === row.key && one.language === language);
                  const now = conflict?.text ?? row.text[language];
                  const shown = conflict?.typed ?? row.text[language];
                  const label = text.inLanguage({ part, language: names[language] });
                  return (
                    <div key={language} className="grid content-start gap-1">
                      <span className="flex items-center gap-2 text-muted text-xs">
                        {names[language]}
                        {now === "" && <Tag tone="warn">{text.missing}</Tag>}
                      </span>
                      <textarea
                        name={`${language}:${row.key}`}
                        aria-label={`${label}: ${row.text[language] || row.text.en || row.text["zh-CN"]}`}
                        className="control"
                        lang={language}
                        rows={lines(row.text[language] || row.text.en || row.text["zh-CN"])}
                        defaultValue={shown}
                        readOnly={!canEdit}
                      />
                      <input type="hidden" name={`was.${language}:${row.key}`} value={now} />
                      {conflict && (
                        <p className="text-caution text-sm">
                          {now === "" ? text.nowEmpty : text.now({ text: now })}
                        </p>
                      )}
                    </div>
                  );
                })}
              </div>
            </li>
          );
        })}
      </ul>
      {canEdit && (
        <div className="sticky bottom-0 border-line border-t bg-paper py-3">
          <SubmitButton>{actions.save}</SubmitButton>
        </div>
      )}
    </Form>
  );
}
