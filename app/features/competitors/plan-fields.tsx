import { FieldError } from "~/components/field-frame";
import type { TypedPlan } from "~/domain/competitors/rival-form";
import { planLimit } from "~/domain/competitors/rival-form";
import { useText } from "~/i18n/use-text";

const blank: TypedPlan = { name: "", price: "", note: "" };
/** The names under which the columns are posted, and how wide they stand. */
const columns = [
  { part: "name", field: "planName" },
  { part: "price", field: "planPrice" },
  { part: "note", field: "planNote" },
] as const;

/** Price plans, a row each, with rows to spare. */
export function PlanFields({
  plans,
  unit,
  error,
}: {
  plans: readonly TypedPlan[];
  unit: string;
  error?: string;
}) {
  const text = useText("competitors").rival;
  const labels = { name: text.planName, price: text.planPrice, note: text.planNote };
  const rows = Array.from(
    { length: Math.min(planLimit, Math.max(3, plans.length + 1)) },
    (_, index) => plans[index] ?? blank,
  );
  return (
    <fieldset id="field-plans" tabIndex={-1} className="grid gap-1.5">
      <legend className="font-medium">{text.plans}</legend>
      <p className="text-muted text-sm">{text.plansHint({ unit })}</p>
      <div className="grid gap-3 sm:gap-2">
        {rows.map((plan, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; nothing else tells two empty ones apart.
          <div key={index} className="grid gap-2 sm:grid-cols-[2fr_1fr_3fr]">
            {columns.map(({ part, field }) => (
              <input
                key={part}
                type="text"
                name={field}
                inputMode={part === "price" ? "decimal" : undefined}
                defaultValue={plan[part]}
                aria-label={labels[part]({ n: index + 1 })}
                aria-invalid={error && (part === "price" || part === "name") ? true : undefined}
                aria-describedby={error ? "field-plans-error" : undefined}
                placeholder={text.planColumns[part]}
                className="control"
              />
            ))}
          </div>
        ))}
      </div>
      <FieldError id="field-plans" error={error} />
    </fieldset>
  );
}
