import { useState } from "react";
import { Button } from "~/components/button";
import { TextArea } from "~/components/field";
import { type Language, languages } from "~/domain/language";
import {
  entryTexts,
  type ListKind,
  linesOf,
  newEntry,
  readLines,
  withEntryText,
} from "~/domain/questionnaire/draft-entries";
import { isObject, listOf, type PathPart, pathText } from "~/domain/questionnaire/draft-tree";
import { useText } from "~/i18n/use-text";
import { useEditor } from "./editor-context";
import { EntrySettings } from "./entry-settings";
import { PictureField } from "./picture-field";

type EntriesProps = {
  path: readonly PathPart[];
  list: ListKind;
  label: string;
  value: unknown;
  pictures?: boolean;
  /** What has settings of its own, beside its wording. */
  of?: "column" | "field";
};

/** Choices, rows, columns or fields: each with its value and both wordings; many at once as lines of text. */
export function EntriesField({ path, list, label, value, pictures, of }: EntriesProps) {
  const { edit, settle } = useEditor();
  const text = useText("editor").entries;
  const names = useText("shell").language;
  const [lines, setLines] = useState<string | null>(null);
  const entries = listOf(value);
  const base = pathText(path);
  const change = (after: unknown[], join?: string) =>
    edit(
      { edit: "set", path, value: after.length > 0 ? after : undefined },
      join === undefined ? {} : { join },
    );
  const write = (at: number, language: Language, words: string) =>
    change(
      entries.map((entry, index) => (index === at ? withEntryText(list, entry, language, words) : entry)),
      `${base}[${at}]:${language}`,
    );
  const put = (at: number, property: string, given: unknown) =>
    change(
      entries.map((entry, index) =>
        index === at ? { ...(isObject(entry) ? entry : { value: entry }), [property]: given } : entry,
      ),
    );
  const move = (at: number, step: number) => {
    const after = [...entries];
    const [entry] = after.splice(at, 1);
    after.splice(at + step, 0, entry);
    change(after);
  };
  return (
    <fieldset className="grid gap-3">
      <legend className="font-medium">{label}</legend>
      {lines === null ? (
        <>
          <ol className="grid gap-3">
            {entries.map((entry, at) => {
              const { id, words } = entryTexts(list, entry);
              const called = words.en || words["zh-CN"] || id || String(at + 1);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: entries may share a value while they are being written.
                <li key={at} className="grid gap-1.5 border-line border-s-2 ps-2">
                  {languages.map((language) => (
                    <input
                      key={language}
                      lang={language}
                      type="text"
                      aria-label={text.wording({ n: at + 1, label, language: names[language] })}
                      value={words[language]}
                      onChange={(event) => write(at, language, event.currentTarget.value)}
                      onBlur={settle}
                      className="control min-h-9 py-1"
                    />
                  ))}
                  {pictures && (
                    <PictureField
                      called={called}
                      value={isObject(entry) ? entry.imageLink : undefined}
                      onChange={(link) => put(at, "imageLink", link)}
                    />
                  )}
                  {of && <EntrySettings of={of} path={[...path, at]} entry={entry} called={called} />}
                  <div className="flex flex-wrap items-center gap-1 text-muted text-xs">
                    <code className="min-w-0 flex-1 truncate" title={text.kept}>
                      {id}
                    </code>
                    <Button
                      look="plain"
                      size="small"
                      disabled={at === 0}
                      aria-label={text.up({ entry: called })}
                      onClick={() => move(at, -1)}
                    >
                      <span aria-hidden="true">↑</span>
                    </Button>
                    <Button
                      look="plain"
                      size="small"
                      disabled={at === entries.length - 1}
                      aria-label={text.down({ entry: called })}
                      onClick={() => move(at, 1)}
                    >
                      <span aria-hidden="true">↓</span>
                    </Button>
                    <Button
                      look="plain"
                      size="small"
                      aria-label={text.remove({ entry: called })}
                      onClick={() => change(entries.toSpliced(at, 1))}
                    >
                      <span aria-hidden="true">✕</span>
                    </Button>
                  </div>
                </li>
              );
            })}
          </ol>
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => change([...entries, newEntry(list, entries)])}>
              {text.add}
            </Button>
            <Button size="small" onClick={() => setLines(linesOf(list, entries))}>
              {text.asLines}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TextArea
            name={`${base}:lines`}
            label={<span className="font-normal text-sm">{text.lines}</span>}
            hint={text.linesHint}
            rows={Math.min(16, Math.max(6, lines.split("\n").length + 1))}
            value={lines}
            autoFocus
            onChange={(event) => setLines(event.currentTarget.value)}
          />
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              look="primary"
              onClick={() => {
                change(readLines(list, lines, entries));
                setLines(null);
              }}
            >
              {text.take}
            </Button>
            <Button size="small" look="plain" onClick={() => setLines(null)}>
              {text.leave}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  );
}
