import type { Language } from "~/domain/language";
import type { Compiled, Expression, Item } from "~/domain/questionnaire/compiled";
import { useText } from "~/i18n/use-text";
import { conditionSentence } from "../condition-sentence";

const box = "inline-block size-3.5 shrink-0 translate-y-0.5 border border-current";

/** Every page and question as it is filled in on paper. */
export function PrintedQuestionnaire({ compiled, language }: { compiled: Compiled; language: Language }) {
  const text = useText("preview").printed;
  const words = useText("questionnaire").condition;
  const onlyIf = (condition: Expression | undefined) =>
    condition && text.onlyIf({ condition: conditionSentence(condition, { compiled, language, words }) });
  const numbers = new Map(
    compiled.pages
      .flatMap(({ items }) => items)
      .filter(({ kind }) => kind !== "statement" && kind !== "display")
      .map(({ name }, at) => [name, at + 1]),
  );
  return (
    <div lang={language} className="grid max-w-prose gap-8">
      <h2 className="text-xl">{compiled.title[language]}</h2>
      {compiled.pages.map((page, at) => (
        <section key={page.name} className="grid gap-5">
          <h3 className="border-line border-b pb-1 text-base">
            {text.page({ n: at + 1, title: page.title?.[language] ?? "" })}
          </h3>
          {page.visibleIf && <p className="text-muted text-sm">{onlyIf(page.visibleIf)}</p>}
          {page.description && <p>{page.description[language]}</p>}
          {page.items.map((item) => (
            <div key={item.name} className="grid break-inside-avoid gap-2">
              <p className="font-medium">
                {numbers.has(item.name) && `${numbers.get(item.name)}. `}
                {item.title[language]}
                {item.required && <span className="font-normal text-muted text-sm"> ({text.required})</span>}
              </p>
              {item.visibleIf && <p className="text-muted text-sm">{onlyIf(item.visibleIf)}</p>}
              {item.description && <p className="text-sm">{item.description[language]}</p>}
              <PrintedAnswer item={item} language={language} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

const Line = () => <span aria-hidden="true" className="block h-7 border-b border-current" />;

function PrintedAnswer({ item, language }: { item: Item; language: Language }) {
  const text = useText("preview").printed;
  switch (item.kind) {
    case "text":
      return <Line />;
    case "comment":
      return (
        <div>
          <Line />
          <Line />
          <Line />
        </div>
      );
    case "radio":
    case "dropdown":
    case "checkbox":
    case "image":
    case "ranking": {
      const many = item.kind === "checkbox" || (item.kind === "image" && item.multiple);
      const how = item.kind === "ranking" ? text.rank : many ? text.chooseMany : text.chooseOne;
      return (
        <>
          <p className="text-muted text-sm">{how}</p>
          <ul className="grid gap-1">
            {item.choices.map((choice) => (
              <li key={String(choice.value)} className="flex gap-2">
                <span
                  aria-hidden="true"
                  className={`${box} ${many || item.kind === "ranking" ? "" : "rounded-full"}`}
                />
                {choice.text[language]}
              </li>
            ))}
          </ul>
        </>
      );
    }
    case "rating":
      return (
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          {item.low?.[language]}
          {item.values.map(({ value, text: label }) => (
            <span key={value} className="inline-flex items-baseline gap-1">
              <span aria-hidden="true" className={`${box} rounded-full`} />
              {label[language]}
            </span>
          ))}
          {item.high?.[language]}
        </p>
      );
    case "boolean":
      return (
        <p className="flex gap-6">
          {[item.yes, item.no].map((answer) => (
            <span key={answer.en} className="inline-flex items-baseline gap-1">
              <span aria-hidden="true" className={`${box} rounded-full`} />
              {answer[language]}
            </span>
          ))}
        </p>
      );
    case "matrix":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className="sideways" aria-label={item.title[language]} tabIndex={0}>
          <table className="w-full border-collapse text-sm">
            <thead>
              <tr>
                <td />
                {item.columns.map((column) => (
                  <th key={String(column.value)} scope="col" className="px-2 py-1 align-bottom font-normal">
                    {column.text[language]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {item.rows.map((row) => (
                <tr key={row.value} className="border-line border-t">
                  <th scope="row" className="py-1.5 pe-2 text-start font-normal">
                    {row.text[language]}
                  </th>
                  {item.columns.map((column) => (
                    <td key={String(column.value)} className="text-center">
                      <span aria-hidden="true" className={`${box} rounded-full`} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
    case "multipletext":
      return (
        <>
          {item.total !== undefined && <p className="text-muted text-sm">{text.points({ n: item.total })}</p>}
          <ul className="grid gap-1">
            {item.fields.map((field) => (
              <li key={field.name} className="flex items-end gap-3">
                <span>{field.title[language]}</span>
                <span aria-hidden="true" className="h-6 w-24 border-b border-current" />
              </li>
            ))}
          </ul>
        </>
      );
    case "statement":
    case "display":
      return null;
    case "file":
      return <p className="text-muted text-sm">{text.file}</p>;
    case "slider":
      return (
        <p>
          {item.min} … {item.max}:{" "}
          <span aria-hidden="true" className="inline-block w-24 border-b border-current" />
        </p>
      );
    default:
      return <p className="text-muted text-sm">{text.rich}</p>;
  }
}
