import type { Item } from "~/domain/questionnaire/compiled";
import { answerField } from "~/domain/questionnaire/read-form";
import type { Draw } from "../draw";
import { GroupFrame, Offered } from "./frame";
import { OtherText } from "./text-items";

type Of<K extends Item["kind"]> = { item: Extract<Item, { kind: K }>; draw: Draw };

const row =
  "flex min-h-12 items-start gap-3 wrap-anywhere rounded-md border border-line bg-surface px-4 py-3 hover:border-edge has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2";
const box = "mt-[0.2em] size-[1.2em] shrink-0 outline-none";

/** One of a list, or several: large rows, the whole row is the target. */
export function ChoiceItem({ item, draw }: Of<"radio" | "checkbox">) {
  const field = answerField(item.name);
  const choices = draw.choicesOf(item);
  const most = item.kind === "checkbox" ? item.maxSelected : undefined;
  const invalid = draw.errorsOf(item).length > 0 || undefined;
  return (
    <GroupFrame
      item={item}
      draw={draw}
      hint={
        most !== undefined && most < choices.length && !draw.say(item.title).includes(String(most))
          ? draw.text.page.atMost({ n: most })
          : undefined
      }
    >
      <div className="group/other grid gap-2">
        {choices.map((choice) => (
          <Offered key={choice.value} when={choice.offered}>
            <label className={row} data-choice={choice.visibleIf && String(choice.value)}>
              <input
                type={item.kind === "radio" ? "radio" : "checkbox"}
                name={field}
                value={choice.value}
                defaultChecked={draw.values.has(field, String(choice.value))}
                data-other={choice.other}
                data-exclusive={choice.exclusive}
                aria-invalid={invalid}
                className={box}
              />
              <span>{draw.say(choice.text)}</span>
            </label>
          </Offered>
        ))}
        {choices.some(({ other }) => other) && <OtherText item={item} draw={draw} />}
      </div>
    </GroupFrame>
  );
}

export function ImageItem({ item, draw }: Of<"image">) {
  const field = answerField(item.name);
  return (
    <GroupFrame item={item} draw={draw}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {draw.choicesOf(item).map((choice) => (
          <Offered key={choice.value} when={choice.offered}>
            <label
              data-choice={choice.visibleIf && String(choice.value)}
              className="grid content-start gap-2 rounded-md border border-line bg-surface p-2 hover:border-edge has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            >
              <img
                src={choice.image}
                alt=""
                className="aspect-4/3 w-full rounded-sm bg-sunken object-contain"
              />
              <span className="flex min-h-8 items-start gap-2">
                <input
                  type={item.multiple ? "checkbox" : "radio"}
                  name={field}
                  value={choice.value}
                  defaultChecked={draw.values.has(field, String(choice.value))}
                  className={box}
                />
                <span>{draw.say(choice.text)}</span>
              </span>
            </label>
          </Offered>
        ))}
      </div>
    </GroupFrame>
  );
}

/** Yes or no, side by side. */
export function BooleanItem({ item, draw }: Of<"boolean">) {
  const field = answerField(item.name);
  const sides = [
    { value: String(item.yesValue), text: item.yes },
    { value: String(item.noValue), text: item.no },
  ];
  return (
    <GroupFrame item={item} draw={draw}>
      <div className="grid grid-cols-2 gap-3">
        {sides.map(({ value, text }) => (
          <label key={value} className={row}>
            <input
              type="radio"
              name={field}
              value={value}
              defaultChecked={draw.values.has(field, value)}
              className={box}
            />
            <span>{draw.say(text)}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
