import { Button } from "~/components/button";
import { acceptOf, type FileItem as Item, referencesIn } from "~/domain/questionnaire/answer-files";
import { answerField } from "~/domain/questionnaire/read-form";
import { fileSize } from "~/i18n/format";
import { type Draw, itemId } from "../draw";
import { fileNameLook, fileRowLook } from "../enhance/file-row";
import { fileHint } from "../file-hint";
import { GroupFrame } from "./frame";

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

/** The script makes a button of the native control, as its own words are the browser's, not the page's. */
const pickLook =
  "relative grid gap-1.5 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 data-live:inline-flex data-live:min-h-12 data-live:cursor-pointer data-live:items-center data-live:rounded-md data-live:border data-live:border-edge data-live:bg-surface data-live:px-4 data-live:font-medium data-live:hover:border-ink data-live:hover:bg-sunken";

/** Files that were sent, and the way to send more; what is taken stands above. */
export function FileItem({ item, draw }: { item: Item; draw: Draw }) {
  const text = draw.text.file;
  const field = answerField(item.name);
  const given = referencesIn(draw.values.all(field).map(parsed));
  const size = fileSize(item.maxSize);
  const pick = { type: "file", name: `f:${item.name}`, className: "group-data-live/pick:sr-only" } as const;
  return (
    <GroupFrame item={item} draw={draw} hint={fileHint(item, draw.language)}>
      <div
        data-files={item.name}
        data-most={item.maxFiles}
        data-largest={item.maxSize}
        data-too-large={draw.text.problem["file-large"]({ size })}
        data-too-many={draw.text.problem["file-many"]({ maximum: item.maxFiles })}
        className="grid gap-3"
      >
        <ul data-file-list className="grid gap-2 empty:hidden">
          {given.map((file) => (
            <li key={file.id} data-file className={fileRowLook}>
              <input type="hidden" name={field} value={JSON.stringify(file)} />
              <span className={fileNameLook}>
                {file.name} <span className="text-muted text-sm">{fileSize(file.size)}</span>
              </span>
              <Button type="submit" look="plain" name="drop" value={file.id} aria-label={text.removeOf(file)}>
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-end gap-3">
          {item.camera && (
            <label data-pick data-photo hidden className={`group/pick ${pickLook}`}>
              <span>{text.photo}</span>
              <input {...pick} accept="image/*" capture="environment" />
            </label>
          )}
          <label data-pick className={`group/pick ${pickLook}`}>
            <span>{text.choose({ n: item.maxFiles })}</span>
            <input
              {...pick}
              id={`${itemId(item)}-file`}
              accept={acceptOf(item.groups)}
              multiple={item.maxFiles > 1}
            />
          </label>
          {draw.upload && (
            <Button
              type="submit"
              name="upload"
              value={item.name}
              formAction={draw.upload}
              formEncType="multipart/form-data"
              data-upload
            >
              {text.upload}
            </Button>
          )}
        </div>
        <p data-file-status role="status" className="font-medium text-negative empty:hidden" />
      </div>
    </GroupFrame>
  );
}
