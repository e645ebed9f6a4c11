import { CheckboxField } from "~/components/choice-field";
import { SelectField } from "~/components/field";
import {
  acceptedGroups,
  fileGroups,
  fileLimits,
  fileSettings,
  groupTypes,
} from "~/domain/questionnaire/answer-files";
import { type JsonObject, type PathPart, pathText } from "~/domain/questionnaire/draft-tree";
import { fileSize } from "~/i18n/format";
import { useText } from "~/i18n/use-text";
import { useEditor } from "./editor-context";
import { FlagField } from "./fields";

const megabyte = 1024 * 1024;
const sizes = [1, 2, 5, 10].map((n) => n * megabyte).filter((size) => size <= fileLimits.size);

/** Which kinds of files a question takes, and how large. */
export function FileSettings({ path, part }: { path: readonly PathPart[]; part: JsonObject }) {
  const { edit } = useEditor();
  const text = useText("editor").files;
  const groups = acceptedGroups(part);
  const { maxSize } = fileSettings(part);
  const at = (property: string) => pathText([...path, property]);
  const take = (given: readonly string[]) => {
    const words = fileGroups.filter((group) => given.includes(group)).map((group) => groupTypes[group]);
    edit({
      edit: "all",
      edits: [
        { edit: "set", path: [...path, "acceptedTypes"], value: words.join(",") },
        { edit: "set", path: [...path, "acceptedCategories"], value: undefined },
      ],
    });
  };
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="font-medium">{text.kinds}</legend>
        {fileGroups.map((group) => (
          <CheckboxField
            key={group}
            id={`${at("acceptedTypes")}-${group}`}
            name={`${at("acceptedTypes")}-${group}`}
            label={text.groups[group]}
            checked={groups.includes(group)}
            // The last one stays: a question that takes nothing cannot be answered.
            disabled={groups.length === 1 && groups.includes(group)}
            onChange={(event) =>
              take(event.currentTarget.checked ? [...groups, group] : groups.filter((one) => one !== group))
            }
          />
        ))}
      </fieldset>
      <SelectField
        id={at("maxSize")}
        name={at("maxSize")}
        label={text.size}
        options={[...new Set([...sizes, maxSize])].map((size) => ({
          value: String(size),
          label: fileSize(size),
        }))}
        value={String(maxSize)}
        onChange={(event) =>
          edit({ edit: "set", path: [...path, "maxSize"], value: Number(event.currentTarget.value) })
        }
      />
    </>
  );
}

/** The switch for all of a questionnaire's files, with what it means to throw it. */
export function FileSwitch({ path, value }: { path: readonly PathPart[]; value: unknown }) {
  const text = useText("editor").files;
  return (
    <>
      <FlagField path={path} label={text.on} value={value} />
      <ul className="grid list-disc gap-1 ps-5 text-muted text-sm">
        {text.means({ size: fileSize(fileLimits.size) }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
