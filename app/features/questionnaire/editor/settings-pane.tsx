import { type ReactNode, useState } from "react";
import { takenNames } from "~/domain/questionnaire/draft-names";
import {
  isObject,
  type JsonObject,
  type PathPart,
  pathText,
  valueAt,
} from "~/domain/questionnaire/draft-tree";
import { measures, ownMeasures } from "~/domain/questionnaire/measures";
import { asKind, kindOf, kinsOf } from "~/domain/questionnaire/new-question";
import { useText } from "~/i18n/use-text";
import { useEditor } from "./editor-context";
import { EntriesField } from "./entries-field";
import { FlagField, NumberField, PickField, PlainField, WordsField } from "./fields";
import { FileSettings, FileSwitch } from "./file-settings";
import { LogicField } from "./logic-field";
import { NameField } from "./name-field";
import { type Conditional, settingsOf } from "./type-settings";

type PartProps = { draft: unknown; path: readonly PathPart[]; part: JsonObject };

/** What is closed is not drawn, so that a keystroke does not pay for it. */
function Group({ title, open = true, children }: { title: string; open?: boolean; children: ReactNode }) {
  const [shown, setShown] = useState(open);
  return (
    <details
      open={shown}
      onToggle={(event) => setShown(event.currentTarget.open)}
      className="border-line border-t pt-1 first:border-t-0"
    >
      <summary className="min-h-9 cursor-pointer py-1.5 font-semibold text-sm">{title}</summary>
      {shown && <div className="grid gap-4 pt-1 pb-4">{children}</div>}
    </details>
  );
}

function SettingField({ setting, path, part }: { setting: Conditional } & Omit<PartProps, "draft">) {
  const text = useText("editor");
  const { property } = setting;
  const label = text.setting[property];
  const shared = { path: [...path, property], label, value: part[property] };
  switch (setting.is) {
    case "words":
      return <WordsField {...shared} />;
    case "number":
      return <NumberField {...shared} />;
    case "flag":
      return <FlagField {...shared} on={setting.on ?? true} />;
    case "pick":
      return (
        <PickField
          {...shared}
          options={setting.options.map((value) => ({ value, label: text.option[value] ?? value }))}
          value={shared.value ?? setting.options[0]}
        />
      );
    case "entries":
      return <EntriesField {...shared} list={setting.list} pictures={setting.pictures} of={setting.of} />;
  }
}

/** What turns a question into its kin; the properties that only one of them has stay for the way back. */
function KindPick({ path, part }: Omit<PartProps, "draft">) {
  const { edit } = useEditor();
  const text = useText("editor");
  const { named } = useText("figure");
  const kind = kindOf(part);
  const kins = kind ? (kinsOf[kind] ?? []) : [];
  if (!kind || kins.length === 0)
    return (
      <p className="text-muted text-sm">
        {named({ name: text.fields.kind, said: kind ? text.kind[kind] : String(part.type) })}
      </p>
    );
  return (
    <label className="grid gap-1.5">
      <span className="font-medium">{text.fields.kind}</span>
      <select
        className="control"
        value={kind}
        onChange={(event) => {
          const next = kins.find((one) => one === event.currentTarget.value);
          if (!next) return;
          const edits = Object.entries(asKind(next)).map(([property, value]) => ({
            ...{ edit: "set" as const, path: [...path, property], value },
          }));
          edit({ edit: "all", edits });
        }}
      >
        {[kind, ...kins].map((one) => (
          <option key={one} value={one}>
            {text.kind[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

const isShown = ({ when }: Conditional, part: JsonObject) => !when || when.is.includes(part[when.property]);

function QuestionSettings({ draft, path, part }: PartProps) {
  const text = useText("editor");
  const kind = kindOf(part);
  const settings = (kind ? settingsOf[kind] : []).filter((setting) => isShown(setting, part));
  const at = (property: string) => [...path, property];
  const answered = kind !== "html" && kind !== "panel";
  const hasLogic = ["visibleIf", "requiredIf"].some((property) => part[property] !== undefined);
  const all = [...measures, ...ownMeasures];
  const known = all.some(({ key }) => key === part.measure);
  const options = all.map(({ key }) => ({ value: key, label: key }));
  return (
    <>
      <Group title={text.group.wording}>
        {kind !== "html" && (
          <WordsField
            path={at("title")}
            label={kind === "panel" ? text.setting.panelTitle : text.setting.title}
            value={part.title}
          />
        )}
        {kind !== "html" && (
          <WordsField path={at("description")} label={text.setting.description} value={part.description} />
        )}
        {answered && (
          <FlagField path={at("isRequired")} label={text.setting.isRequired} value={part.isRequired} />
        )}
      </Group>
      {settings.length > 0 && (
        <Group title={text.group.answers}>
          {kind === "file" && <FileSettings path={path} part={part} />}
          {settings.map((setting) => (
            <SettingField key={setting.property} setting={setting} path={path} part={part} />
          ))}
        </Group>
      )}
      <Group title={text.group.logic} open={hasLogic}>
        <LogicField
          draft={draft}
          owner={path}
          property="visibleIf"
          label={text.setting.visibleIf}
          value={part.visibleIf}
        />
        {answered && (
          <LogicField
            draft={draft}
            owner={path}
            property="requiredIf"
            label={text.setting.requiredIf}
            value={part.requiredIf}
          />
        )}
      </Group>
      <Group title={text.group.analysis} open={false}>
        <KindPick path={path} part={part} />
        {answered && (
          <PickField
            path={at("measure")}
            label={text.setting.measure}
            hint={text.fields.measureHint}
            value={part.measure}
            empty={text.fields.noMeasure}
            options={
              known || typeof part.measure !== "string"
                ? options
                : [...options, { value: part.measure, label: part.measure }]
            }
          />
        )}
        {answered && part.measure !== undefined && (
          <PlainField
            path={at("subject")}
            label={text.setting.subject}
            hint={text.fields.subjectHint}
            value={part.subject}
          />
        )}
        <NameField
          key={`${pathText(path)}:${String(part.name)}`}
          path={path}
          value={String(part.name ?? "")}
          taken={takenNames(draft)}
        />
      </Group>
    </>
  );
}

/** The settings of what is selected: a question, a page or the questionnaire itself. */
export function SettingsPane({ draft, selected }: { draft: unknown; selected: readonly PathPart[] }) {
  const text = useText("editor");
  const part = valueAt(draft, selected);
  if (!isObject(part)) return null;
  const at = (property: string) => [...selected, property];
  const isQuestion = selected.length > 2 || selected[0] === "elements" || selected[0] === "questions";
  if (isQuestion)
    return <QuestionSettings key={pathText(selected)} draft={draft} path={selected} part={part} />;
  const isPage = selected.length > 0;
  return (
    <div key={pathText(selected)}>
      <Group title={isPage ? text.group.page : text.group.survey}>
        <WordsField
          path={at("title")}
          label={isPage ? text.setting.pageTitle : text.setting.surveyTitle}
          value={part.title}
        />
        <WordsField path={at("description")} label={text.setting.description} value={part.description} />
      </Group>
      {!isPage && (
        <Group title={text.files.title} open={part.takesFiles === true}>
          <FileSwitch path={at("takesFiles")} value={part.takesFiles} />
        </Group>
      )}
      {isPage && (
        <Group title={text.group.logic} open={part.visibleIf !== undefined}>
          <LogicField
            draft={draft}
            owner={selected}
            property="visibleIf"
            label={text.setting.visibleIf}
            value={part.visibleIf}
          />
        </Group>
      )}
      {isPage && (
        <Group title={text.group.analysis} open={false}>
          <NameField
            key={String(part.name)}
            path={selected}
            value={String(part.name ?? "")}
            taken={takenNames(draft)}
          />
        </Group>
      )}
    </div>
  );
}
