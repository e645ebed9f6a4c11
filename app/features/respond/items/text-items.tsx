import type { HTMLInputTypeAttribute } from "react";
import type { Field, Item } from "~/domain/questionnaire/compiled";
import { answerField, commentField, partField } from "~/domain/questionnaire/read-form";
import { type Draw, itemId } from "../draw";
import { ControlFrame, describedBy, GroupFrame } from "./frame";

type Of<K extends Item["kind"]> = { item: Extract<Item, { kind: K }>; draw: Draw };

// A number is typed into a text input: number inputs drop what they cannot read, and it would be lost.
const typeOf = (input: Field["input"]): HTMLInputTypeAttribute => (input === "number" ? "text" : input);

const keyboardOf = ({ input, step, min }: Pick<Field, "input" | "step" | "min">) => {
  if (input !== "number" || min === undefined || min < 0) return undefined;
  return step !== undefined && Number.isInteger(step) ? ("numeric" as const) : ("decimal" as const);
};

const completions: Partial<Record<Field["input"], string>> = { email: "email", tel: "tel", url: "url" };

export function TextItem({ item, draw }: Of<"text">) {
  const errors = draw.errorsOf(item);
  const isNumber = item.input === "number";
  return (
    <ControlFrame item={item} draw={draw}>
      <div className="flex items-center gap-3">
        <input
          id={itemId(item)}
          name={answerField(item.name)}
          type={typeOf(item.input)}
          inputMode={keyboardOf(item)}
          autoComplete={item.measure === "gate.company" ? "organization" : (completions[item.input] ?? "off")}
          defaultValue={draw.values.first(answerField(item.name))}
          maxLength={isNumber ? 40 : item.maxLength}
          placeholder={item.placeholder && draw.say(item.placeholder)}
          required={item.required}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(item, draw)}
          className={`control min-h-12 ${isNumber ? "max-w-52 tabular-nums" : ""}`}
        />
        {item.unit && <span className="text-muted">{draw.say(item.unit)}</span>}
      </div>
    </ControlFrame>
  );
}

export function CommentItem({ item, draw }: Of<"comment">) {
  return (
    <ControlFrame item={item} draw={draw}>
      <textarea
        id={itemId(item)}
        name={answerField(item.name)}
        rows={4}
        maxLength={item.maxLength}
        defaultValue={draw.values.first(answerField(item.name))}
        placeholder={item.placeholder && draw.say(item.placeholder)}
        required={item.required}
        aria-invalid={draw.errorsOf(item).length > 0 || undefined}
        aria-describedby={describedBy(item, draw)}
        className="control"
      />
    </ControlFrame>
  );
}

export function DropdownItem({ item, draw }: Of<"dropdown">) {
  const field = answerField(item.name);
  const choices = draw.choicesOf(item);
  return (
    <ControlFrame item={item} draw={draw}>
      <div className="group/other grid gap-3">
        <select
          id={itemId(item)}
          name={field}
          defaultValue={draw.values.first(field)}
          required={item.required}
          aria-invalid={draw.errorsOf(item).length > 0 || undefined}
          aria-describedby={describedBy(item, draw)}
          className="control min-h-12"
        >
          <option value="">{draw.text.page.selectEmpty}</option>
          {choices.map(
            (choice) =>
              (choice.offered || choice.visibleIf) && (
                <option
                  key={choice.value}
                  value={choice.value}
                  data-other={choice.other}
                  data-choice={choice.visibleIf && String(choice.value)}
                  hidden={!choice.offered}
                  disabled={!choice.offered}
                >
                  {draw.say(choice.text)}
                </option>
              ),
          )}
        </select>
        {choices.some(({ other }) => other) && <OtherText item={item} draw={draw} />}
      </div>
    </ControlFrame>
  );
}

/** The free text beside "other": seen once that is picked, always seen by browsers that cannot tell. */
export function OtherText({ item, draw }: { item: Item; draw: Draw }) {
  const field = commentField(item.name);
  return (
    <label className="block group-has-[[data-other]:checked]/other:block supports-[selector(:has(*))]:hidden supports-[selector(:has(*))]:group-has-[[data-other]:checked]/other:block">
      <span className="text-muted text-sm">{draw.text.page.otherText}</span>
      <input
        type="text"
        name={field}
        maxLength={2000}
        autoComplete="off"
        defaultValue={draw.values.first(field)}
        className="control mt-1 min-h-12"
      />
    </label>
  );
}

export function MultipleTextItem({ item, draw }: Of<"multipletext">) {
  const invalid = draw.errorsOf(item).length > 0 || undefined;
  const points = item.total !== undefined;
  return (
    <GroupFrame
      item={item}
      draw={draw}
      hint={points ? draw.text.page.total({ total: item.total ?? 0 }) : undefined}
    >
      <div className="grid gap-3">
        {item.fields.map((field) => (
          <label
            key={field.name}
            className={
              points
                ? "flex min-h-12 items-center justify-between gap-4 border-line border-b pb-3"
                : "grid gap-1.5"
            }
          >
            <span>{draw.say(field.title)}</span>
            <input
              type={typeOf(field.input)}
              inputMode={keyboardOf(field)}
              name={partField(item.name, field.name)}
              defaultValue={draw.values.first(partField(item.name, field.name))}
              maxLength={field.input === "number" ? 40 : field.maxLength}
              autoComplete={completions[field.input] ?? "off"}
              aria-invalid={invalid}
              className={`control min-h-12 ${points ? "max-w-24 text-end tabular-nums" : ""}`}
            />
          </label>
        ))}
        {points && (
          <p
            data-total={item.total}
            aria-live="polite"
            className="min-h-7 text-end font-medium tabular-nums"
          />
        )}
      </div>
    </GroupFrame>
  );
}
