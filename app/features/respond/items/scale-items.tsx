import type { Item } from "~/domain/questionnaire/compiled";
import { answerField } from "~/domain/questionnaire/read-form";
import type { Draw } from "../draw";
import { GroupFrame } from "./frame";

export const pill =
  "flex min-h-12 items-center justify-center rounded-md border border-edge bg-surface px-1 text-center tabular-nums hover:border-ink peer-checked:border-ink peer-checked:bg-ink peer-checked:text-on-ink peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2";

// Eleven buttons of 44 px do not fit a phone in one row: they stand in two.
const columns: Record<number, string> = {
  2: "grid-cols-2",
  3: "grid-cols-3",
  4: "grid-cols-4",
  5: "grid-cols-5",
  6: "grid-cols-6",
  7: "grid-cols-7",
  10: "grid-cols-5 sm:grid-cols-10",
  11: "grid-cols-6 sm:grid-cols-11",
};

/** A numbered scale as buttons with words at its ends. */
export function RatingItem({ item, draw }: { item: Extract<Item, { kind: "rating" }>; draw: Draw }) {
  const field = answerField(item.name);
  const [low, high] = [item.low && draw.say(item.low), item.high && draw.say(item.high)];
  const first = item.values[0]?.value;
  const last = item.values.at(-1)?.value;
  const spoken = (value: number, word: string) => {
    const end = value === first ? low : value === last ? high : undefined;
    return end ? `${word}, ${end}` : word;
  };
  return (
    <GroupFrame item={item} draw={draw}>
      <div className={`grid gap-1.5 ${columns[item.values.length] ?? "grid-cols-5"}`}>
        {item.values.map(({ value, text }) => (
          <label key={value} className="relative">
            <input
              type="radio"
              name={field}
              value={value}
              defaultChecked={draw.values.has(field, String(value))}
              aria-label={spoken(value, draw.say(text))}
              className="peer absolute inset-0 size-full opacity-0"
            />
            <span aria-hidden className={pill}>
              {draw.say(text)}
            </span>
          </label>
        ))}
      </div>
      {(low || high) && (
        <div aria-hidden className="mt-2 flex justify-between gap-6 text-muted text-sm">
          <span>{low && `${first} ${low}`}</span>
          <span className="text-end">{high && `${last} ${high}`}</span>
        </div>
      )}
    </GroupFrame>
  );
}
