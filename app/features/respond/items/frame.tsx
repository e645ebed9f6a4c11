import type { ReactNode } from "react";
import { Optional } from "~/components/field-frame";
import type { Item } from "~/domain/questionnaire/compiled";
import { type Draw, errorId, hintId, itemId } from "../draw";

/** Something that is there only under a condition; the script takes it out of its template when it holds. */
export function Offered({ when, children }: { when: boolean; children: ReactNode }) {
  return when ? children : <template>{children}</template>;
}

type FrameProps = { item: Item; draw: Draw; hint?: string; children: ReactNode };

/** Attributes that tie the controls of an item to its hint and its error. */
export const describedBy = (item: Item, draw: Draw, hint?: string) =>
  [
    (item.description || hint) && hintId(item),
    draw.errorsOf(item).length > 0 && errorId(item),
    item.checks.length > 0 && `${itemId(item)}-live`,
  ]
    .filter(Boolean)
    .join(" ") || undefined;

function Title({ item, draw }: { item: Item; draw: Draw }) {
  return (
    <>
      {draw.say(item.title)}
      {!item.required && !item.requiredIf && <Optional />}
    </>
  );
}

const titleLook = (draw: Draw) =>
  `font-semibold leading-snug text-pretty ${draw.alone ? "text-xl" : "text-lg"}`;

/** A picked radio button cannot be unpicked by itself. */
const canBeTakenBack = (item: Item) =>
  !item.required &&
  !item.requiredIf &&
  (["radio", "rating", "boolean", "matrix"].includes(item.kind) || (item.kind === "image" && !item.multiple));

function Around({ item, draw, hint, children }: FrameProps) {
  const errors = draw.errorsOf(item);
  return (
    <>
      {(item.description || hint) && (
        <div id={hintId(item)} className="mt-1 text-muted">
          {item.description && <p>{draw.say(item.description)}</p>}
          {hint && <p>{hint}</p>}
        </div>
      )}
      <div className="group/answer mt-4">
        {children}
        {canBeTakenBack(item) && (
          // Keeps its place while there is nothing to take back, so that nothing moves.
          <button
            type="submit"
            name="clear"
            value={item.name}
            aria-label={draw.text.page.clearOf({ question: draw.say(item.title) })}
            className="-mb-3 min-h-11 text-muted text-sm underline underline-offset-4 hover:text-ink supports-[selector(:has(*))]:invisible supports-[selector(:has(*))]:group-has-[:checked]/answer:visible"
          >
            {draw.text.page.clear}
          </button>
        )}
      </div>
      {item.checks.length > 0 && (
        // Keeps its place while empty, so that nothing moves when the live check speaks.
        <p
          id={`${itemId(item)}-live`}
          data-live
          aria-live="polite"
          className="min-h-6 font-medium text-negative text-sm"
        />
      )}
      {errors.length > 0 && (
        <div id={errorId(item)} data-error className="mt-2 font-medium text-negative">
          {errors.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
    </>
  );
}

/** A question answered in several controls. */
export function GroupFrame(props: FrameProps) {
  const { item, draw, hint } = props;
  return (
    <fieldset
      id={itemId(item)}
      tabIndex={-1}
      aria-describedby={describedBy(item, draw, hint)}
      className="min-w-0"
    >
      <legend className={titleLook(draw)}>
        <Title item={item} draw={draw} />
      </legend>
      <Around {...props} />
    </fieldset>
  );
}

/** A question answered in one control, which carries the id. */
export function ControlFrame(props: FrameProps) {
  const { item, draw } = props;
  return (
    <div>
      <label htmlFor={itemId(item)} className={`block ${titleLook(draw)}`}>
        <Title item={item} draw={draw} />
      </label>
      <Around {...props} />
    </div>
  );
}
