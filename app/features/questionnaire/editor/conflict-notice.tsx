import { Button } from "~/components/button";
import { Notice } from "~/components/notice";
import type { MergeConflict } from "~/domain/questionnaire/draft-merge";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { type JsonObject, type PathPart, readText } from "~/domain/questionnaire/draft-tree";
import { useLanguage, useText } from "~/i18n/use-text";
import { propertyWords } from "../property-words";
import { useEditor } from "./editor-context";

type ConflictNoticeProps = {
  draft: unknown;
  conflicts: readonly MergeConflict[];
  onSettled(conflict: MergeConflict): void;
};

/** Where somebody else changed the same thing: theirs to read, and to take. */
export function ConflictNotice({ draft, conflicts, onSettled }: ConflictNoticeProps) {
  const text = useText("editor").conflict;
  const language = useLanguage();
  const { edit } = useEditor();
  if (conflicts.length === 0) return null;
  const rows = outlineOf(draft);
  const said = (theirs: unknown) => (typeof theirs === "string" ? theirs : JSON.stringify(theirs ?? null));
  const titleOf = (part: JsonObject) => {
    const title = readText(part.title);
    return title[language] || title.en || String(part.name ?? "");
  };
  const pathOf = ({ name, part, property }: MergeConflict): PathPart[] | null => {
    const row = rows.find((one) => one.kind === part && one.part.name === name);
    const base = part === "survey" ? [] : row?.path;
    // Only a property of the part itself, or one language of it, can be put back as a whole.
    return base && /^[^.]+(\.[\w-]+)?$/.test(property) && !property.includes("=")
      ? [...base, ...property.split(".")]
      : null;
  };
  return (
    <Notice tone="warn" title={text.title} live>
      <ul className="grid gap-2">
        {conflicts.map((conflict) => {
          const row = rows.find((one) => one.kind === conflict.part && one.part.name === conflict.name);
          const title = readText(row?.part.title);
          const question = title[language] || title.en || conflict.name || text.survey;
          const path =
            conflict.kind === "both-changed" && conflict.property !== "order" ? pathOf(conflict) : null;
          const theirPage = rows.find((one) => one.kind === "page" && one.part.name === conflict.theirs);
          return (
            <li
              key={`${conflict.kind}:${conflict.name}:${conflict.property}`}
              className="flex flex-wrap items-center gap-2"
            >
              <span className="min-w-0 flex-1 break-words">
                {conflict.kind === "both-moved"
                  ? text.moved({
                      question,
                      place: theirPage ? titleOf(theirPage.part) : said(conflict.theirs),
                    })
                  : conflict.property === "order"
                    ? text.ordered({ place: question, theirs: said(conflict.theirs) })
                    : conflict.kind === "both-changed"
                      ? text.both({
                          question,
                          property: propertyWords(conflict.property, language, conflict.part),
                          theirs: said(conflict.theirs),
                        })
                      : text[conflict.kind]({ question })}
              </span>
              {path && (
                <Button
                  size="small"
                  onClick={() => {
                    const [last] = path.slice(-1);
                    if (last === "en" && typeof conflict.theirs === "string")
                      edit({ edit: "text", path: path.slice(0, -1), language: "en", text: conflict.theirs });
                    else edit({ edit: "set", path, value: conflict.theirs });
                    onSettled(conflict);
                  }}
                >
                  {text.take}
                </Button>
              )}
              {conflict.kind === "both-moved" && row && theirPage && (
                <Button
                  size="small"
                  onClick={() => {
                    edit({ edit: "move", path: row.path, container: theirPage.path, at: theirPage.holds });
                    onSettled(conflict);
                  }}
                >
                  {text.moveThere}
                </Button>
              )}
              {(conflict.kind === "i-removed" || conflict.kind === "they-removed") && row && (
                <Button
                  size="small"
                  onClick={() => {
                    edit({ edit: "remove", path: row.path });
                    onSettled(conflict);
                  }}
                >
                  {text.remove}
                </Button>
              )}
              <Button size="small" look="plain" onClick={() => onSettled(conflict)}>
                {text.keep}
              </Button>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
