import type { Item } from "~/domain/questionnaire/compiled";
import { partField } from "~/domain/questionnaire/read-form";
import type { Draw } from "../draw";
import { GroupFrame, Offered } from "./frame";
import { pill } from "./scale-items";

type Matrix = Extract<Item, { kind: "matrix" }>;
type Props = { item: Matrix; draw: Draw };

/** Every row is a small question of its own on a phone; on a wide screen the rows stand as a table. */
export function MatrixItem({ item, draw }: Props) {
  if (item.uniqueColumns) return <BestWorst item={item} draw={draw} />;
  const isScale = item.columns.filter(({ value }) => typeof value === "number").length >= 3;
  return (
    <GroupFrame item={item} draw={draw}>
      {isScale && <ColumnHeads item={item} draw={draw} />}
      <div className="divide-y divide-line border-line border-y">
        {draw.rowsOf(item).map((row) => (
          <Offered key={row.value} when={row.offered}>
            <fieldset
              data-row={row.visibleIf && row.value}
              className="group/row relative grid min-w-0 gap-2 py-4 sm:grid-cols-[1fr_2fr] sm:items-center sm:gap-4 sm:py-2.5"
            >
              {/* Floating takes a legend into the grid. */}
              <legend className="float-left p-0">{draw.say(row.text)}</legend>
              {isScale ? (
                <ScaleRow item={item} row={row.value} draw={draw} />
              ) : (
                <WordRow item={item} row={row.value} draw={draw} />
              )}
            </fieldset>
          </Offered>
        ))}
      </div>
    </GroupFrame>
  );
}

function ColumnHeads({ item, draw }: Props) {
  return (
    <div aria-hidden className="hidden pb-2 sm:grid sm:grid-cols-[1fr_2fr] sm:items-end sm:gap-4">
      <span />
      <div className="grid auto-cols-fr grid-flow-col gap-1.5">
        {item.columns.map((column) => (
          <span
            key={column.value}
            className="hyphens-auto break-words text-center text-muted text-xs leading-tight"
          >
            {draw.say(column.text)}
          </span>
        ))}
      </div>
    </div>
  );
}

type RowProps = Props & { row: string };

/** Numbers as buttons; on a phone the word of the picked one takes the place of the words at the ends. */
function ScaleRow({ item, row, draw }: RowProps) {
  const field = partField(item.name, row);
  const last = item.columns.length - 1;
  const numbered = item.columns.filter(({ value }) => typeof value === "number");
  const ends = [numbered[0], numbered.at(-1)].flatMap((column) => (column ? [column] : []));
  const side = (at: number) => (at === 0 ? "start-0" : at === last ? "end-0" : "start-1/2 -translate-x-1/2");
  return (
    <div className="relative pb-6 sm:pb-0">
      <div className="grid auto-cols-fr grid-flow-col gap-1.5">
        {item.columns.map((column, at) => {
          const word = draw.say(column.text);
          const short = typeof column.value === "number" ? String(column.value) : word;
          return (
            <label key={column.value} className="relative">
              <input
                type="radio"
                name={field}
                value={column.value}
                defaultChecked={draw.values.has(field, String(column.value))}
                aria-label={short === word ? word : `${short}, ${word}`}
                className="peer absolute inset-0 size-full opacity-0"
              />
              <span aria-hidden className={`${pill} ${short === word ? "text-sm leading-tight" : ""}`}>
                {short}
              </span>
              <span
                aria-hidden
                className={`absolute top-full whitespace-nowrap font-medium text-sm opacity-0 peer-checked:opacity-100 sm:hidden ${side(at)}`}
              >
                {word}
              </span>
            </label>
          );
        })}
      </div>
      <div
        aria-hidden
        className="absolute inset-x-0 bottom-0 flex justify-between text-muted text-xs group-has-checked/row:invisible sm:hidden"
      >
        {ends.map((column) => (
          <span key={column.value}>{`${column.value} ${draw.say(column.text)}`}</span>
        ))}
      </div>
    </div>
  );
}

/** Words as buttons that wrap. */
function WordRow({ item, row, draw }: RowProps) {
  const field = partField(item.name, row);
  return (
    <div
      className={`grid gap-1.5 sm:auto-cols-fr sm:grid-flow-col ${item.columns.length === 3 ? "grid-cols-3" : "grid-cols-2 sm:grid-cols-none"}`}
    >
      {item.columns.map((column) => (
        <label key={column.value} className="relative flex">
          <input
            type="radio"
            name={field}
            value={column.value}
            defaultChecked={draw.values.has(field, String(column.value))}
            className="peer absolute inset-0 size-full opacity-0"
          />
          <span className={`${pill} grow px-2 leading-tight`}>{draw.say(column.text)}</span>
        </label>
      ))}
    </div>
  );
}

/** Rows and columns change places: a line an option, the first row's button before it, the others' behind. */
function BestWorst({ item, draw }: Props) {
  const [first, ...others] = draw.rowsOf(item).filter(({ offered }) => offered);
  if (!first) return null;
  const head = (row: typeof first) => (
    <th key={row.value} scope="col" className="w-20 pb-2 font-medium">
      {draw.say(row.text)}
    </th>
  );
  const cell = (row: typeof first, column: Matrix["columns"][number]) => {
    const field = partField(item.name, row.value);
    return (
      <td key={row.value} className="p-0">
        <label className="grid min-h-14 place-items-center">
          <input
            type="radio"
            name={field}
            value={column.value}
            defaultChecked={draw.values.has(field, String(column.value))}
            aria-label={`${draw.say(row.text)}: ${draw.say(column.text)}`}
            className="size-6"
          />
        </label>
      </td>
    );
  };
  return (
    <GroupFrame item={item} draw={draw}>
      <table data-unique className="w-full border-collapse">
        <thead>
          <tr className="text-muted text-sm">
            {head(first)}
            <td />
            {others.map(head)}
          </tr>
        </thead>
        <tbody>
          {item.columns.map((column) => (
            <tr key={column.value} className="border-line border-t last:border-b">
              {cell(first, column)}
              <th scope="row" className="px-2 py-2 text-center font-normal">
                {draw.say(column.text)}
              </th>
              {others.map((row) => cell(row, column))}
            </tr>
          ))}
        </tbody>
      </table>
    </GroupFrame>
  );
}
