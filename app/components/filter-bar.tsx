import { Form, Link, useFetcher } from "@remix-run/react";
import type { Texts } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { Button } from "./button";
import { TextField } from "./field";
import { UndoToast } from "./undo-toast";

type FilterKey = keyof Texts<"filter">["keys"];

export type FilterBarProps = {
  /** The address of the study. */
  study: string;
  page: string;
  search: string;
  /** Null while they are being counted. */
  shown: number | null;
  total: number;
  groups: readonly {
    key: FilterKey;
    values: readonly { value: string; label: string; count: number | null; on: boolean }[];
  }[];
  chips: readonly { key: FilterKey; label: string; search: string }[];
  /** What else the address says. */
  kept: readonly (readonly [string, string])[];
  views: readonly { id: string; name: string; to: string; current: boolean }[];
  mayEdit: boolean;
};

type Saved = {
  kind: "saved" | "replaced" | "removed" | "refused";
  at: number;
  name?: string;
  problem?: keyof Texts<"filter">["views"]["problems"];
  undo?: Record<string, string>;
};

/** Which responses the page shows, changed in place; the address carries it, so that it can be sent to others. */
export function FilterBar(props: FilterBarProps) {
  const { shown, total, groups, chips, kept } = props;
  const text = useText("filter");
  return (
    <aside aria-label={text.open} className="mb-8 print:mb-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-sm" role="status">
          {chips.length === 0
            ? text.all({ n: total })
            : shown !== null && text.shown({ n: shown, all: total })}
        </p>
        {chips.length > 0 && (
          <ul aria-label={text.active} className="flex flex-wrap gap-2">
            {chips.map(({ key, label, search }) => {
              const name = text.value({ key: text.keys[key], value: label });
              return (
                <li key={`${key} ${label}`}>
                  <Link
                    to={search || "?"}
                    preventScrollReset
                    aria-label={text.without({ name })}
                    className="inline-flex min-h-8 items-center gap-1.5 rounded-sm border border-edge bg-sunken px-2 text-sm no-underline hover:border-ink"
                  >
                    {name} <span aria-hidden="true">×</span>
                  </Link>
                </li>
              );
            })}
            <li>
              <Link
                to={kept.length > 0 ? `?${new URLSearchParams(kept.map(([k, v]) => [k, v]))}` : "?"}
                preventScrollReset
                className="link inline-flex min-h-8 items-center text-sm print:hidden"
              >
                {text.clear}
              </Link>
            </li>
          </ul>
        )}
      </div>
      {chips.length > 0 && shown === 0 && <p className="mt-2 text-muted">{text.nothing}</p>}
      <details className="mt-1 print:hidden">
        <summary className="link inline-flex min-h-9 items-center text-sm">{text.open}</summary>
        <Form method="get" preventScrollReset className="mt-2 rounded-md border border-line bg-surface p-4">
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <p className="mb-3 text-muted text-sm">{text.hint}</p>
          {/* Drawn anew, as what is chosen has changed; the button stays, and with it the focus. */}
          <div key={props.search} className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {groups.map(({ key, values }) => (
              <fieldset key={key} className="min-w-0">
                <legend className="font-medium text-sm">{text.keys[key]}</legend>
                <div className="max-h-56 overflow-y-auto">
                  {values.map(({ value, label, count, on }) => (
                    <label key={value} className="flex min-h-9 items-center gap-2 text-sm">
                      <input type="checkbox" name={key} value={value} defaultChecked={on} />
                      <span className="min-w-0">
                        {label}{" "}
                        {count !== null && <span className="text-muted">{text.count({ n: count })}</span>}
                      </span>
                    </label>
                  ))}
                </div>
              </fieldset>
            ))}
          </div>
          <div className="mt-4">
            <Button type="submit" look="primary" size="small">
              {text.apply}
            </Button>
          </div>
        </Form>
      </details>
      <Views {...props} />
    </aside>
  );
}

/** The saved views of the study, and the form that saves this one. */
function Views({ study, page, search, views, mayEdit }: FilterBarProps) {
  const text = useText("filter").views;
  const fetcher = useFetcher<Saved>();
  const done = fetcher.data;
  const action = `${study}/views`;
  if (views.length === 0 && (!mayEdit || search === "")) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
      {views.length > 0 && (
        <>
          <span className="text-muted">{text.title}</span>
          <ul className="flex min-w-0 flex-wrap gap-x-4">
            {views.map(({ id, name, to, current }) => (
              <li key={id} className="inline-flex min-w-0 items-center gap-1">
                <Link
                  to={to}
                  aria-current={current ? "page" : undefined}
                  className="link wrap-anywhere inline-flex min-h-8 min-w-0 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
                >
                  {name}
                </Link>
                {mayEdit && (
                  <fetcher.Form method="post" action={action}>
                    <input type="hidden" name="intent" value="remove" />
                    <input type="hidden" name="viewId" value={id} />
                    <button
                      type="submit"
                      aria-label={text.remove({ name })}
                      className="inline-flex size-8 items-center justify-center text-muted hover:text-ink"
                    >
                      <span aria-hidden="true">×</span>
                    </button>
                  </fetcher.Form>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayEdit && search !== "" && (
        <details open={done?.kind === "refused" || undefined}>
          <summary className="link inline-flex min-h-9 items-center">{text.save}</summary>
          <fetcher.Form
            key={done?.kind === "saved" || done?.kind === "replaced" ? done.at : "new"}
            method="post"
            action={action}
            className="flex flex-wrap items-end gap-2"
          >
            <input type="hidden" name="intent" value="save" />
            <input type="hidden" name="page" value={page} />
            <input type="hidden" name="search" value={search} />
            <TextField
              name="name"
              label={text.name}
              maxLength={60}
              error={done?.problem && text.problems[done.problem]}
            />
            <Button type="submit">{text.save}</Button>
          </fetcher.Form>
        </details>
      )}
      {done?.name !== undefined && done.kind !== "refused" && (
        <UndoToast
          key={done.at}
          message={text[done.kind]({ name: done.name })}
          undo={done.undo && { action, fields: done.undo }}
        />
      )}
    </div>
  );
}
