import type { Item } from "~/domain/questionnaire/compiled";
import { partField } from "~/domain/questionnaire/read-form";
import type { Draw } from "../draw";
import { GroupFrame, Offered } from "./frame";

/** Places to choose for each line; the script turns the lines into buttons that are tapped in order. */
export function RankingItem({ item, draw }: { item: Extract<Item, { kind: "ranking" }>; draw: Draw }) {
  const choices = draw.choicesOf(item);
  const offered = choices.filter((choice) => choice.offered).length;
  const limit = item.maxRanked ?? item.choices.length;
  const places = Array.from({ length: limit }, (_, at) => String(at + 1));
  const { rankUpTo, rankAll, rankFor, unranked } = draw.text.page;
  const rankAllNeeded = item.maxRanked === undefined && item.minRanked === undefined;
  return (
    <GroupFrame item={item} draw={draw}>
      <div data-ranking={limit} className="grid gap-2">
        <p data-rank-hint className="-mt-3 text-muted">
          {rankAllNeeded ? rankAll({ n: offered }) : rankUpTo({ n: Math.min(limit, offered) })}
        </p>
        {choices.map((choice) => {
          const field = partField(item.name, choice.value);
          return (
            <Offered key={choice.value} when={choice.offered}>
              <div
                data-choice={choice.visibleIf && String(choice.value)}
                data-rank-line={draw.say(choice.text)}
                className="flex min-h-12 items-center justify-between gap-3 rounded-md border border-line bg-surface py-0.5 ps-4 pe-0.5"
              >
                <span>{draw.say(choice.text)}</span>
                <select
                  name={field}
                  defaultValue={draw.values.first(field)}
                  aria-label={rankFor({ choice: draw.say(choice.text) })}
                  className="control w-20 shrink-0"
                >
                  <option value="">{unranked}</option>
                  {places.map((place) => (
                    <option key={place}>{place}</option>
                  ))}
                </select>
              </div>
            </Offered>
          );
        })}
      </div>
    </GroupFrame>
  );
}
