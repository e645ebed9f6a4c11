import { FieldError, fieldId } from "~/components/field-frame";
import { confidences } from "~/domain/market/market-model";
import type { AssumptionField, ModelProblem, TypedAssumption } from "~/domain/market/model-form";
import { isWeighedTie, tieRoles } from "~/domain/market/survey-tie";
import { useText } from "~/i18n/use-text";

type AssumptionRowProps = {
  label: string;
  hint: string;
  unit: string;
  /** The segment it belongs to, for readers who hear one field at a time. */
  within: string;
  typed: TypedAssumption;
  nameOf: (field: AssumptionField) => string;
  problems: Readonly<Record<string, ModelProblem>>;
  /** What somebody else saved meanwhile, by field name. */
  theirs: Readonly<Record<string, string>>;
  /** What it can follow, with the words of the choice; nothing for most parts. */
  ties: readonly { value: string; label: string }[];
  /** How the survey words the unit of its prices; null where no price can be followed. */
  priceUnit: string | null;
  /** What the survey says now, of a row that follows it. */
  finding: string | null;
};

const amounts = ["low", "likely", "high"] as const;

/** One number of the sheet: three points with their unit, then where they come from. */
export function AssumptionRow(props: AssumptionRowProps) {
  const { label, hint, unit, within, typed, nameOf, problems, theirs, ties, priceUnit, finding } = props;
  const text = useText("market");
  const roles = useText("roles").plural;
  const columns = text.sheet;
  const weighed = ties.some(({ value }) => isWeighedTie(value));
  const at = (field: AssumptionField) => {
    const name = nameOf(field);
    const problem = problems[name];
    const their = theirs[name];
    return {
      error: problem && text.problems[problem],
      their,
      tied: {
        name,
        id: fieldId(name),
        defaultValue: typed[field],
        className: "control",
        "aria-label": columns.at({ segment: within, part: label, column: columns[field] }),
        "aria-invalid": problem ? (true as const) : undefined,
        "aria-describedby":
          [problem && `${fieldId(name)}-error`, their !== undefined && `${fieldId(name)}-theirs`]
            .filter(Boolean)
            .join(" ") || undefined,
      },
    };
  };
  const below = (field: AssumptionField) => {
    const { error, their } = at(field);
    const id = fieldId(nameOf(field));
    return (
      <>
        <FieldError id={id} error={error} />
        {their !== undefined && (
          <p id={`${id}-theirs`} className="text-caution text-sm">
            {columns.savedMeanwhile({ value: their || columns.nothing })}
          </p>
        )}
      </>
    );
  };
  const seen = (field: AssumptionField) => (
    <span aria-hidden="true" className="text-muted text-xs">
      {columns[field]}
    </span>
  );
  return (
    <div className="grid gap-x-4 gap-y-2 border-line border-t py-4 lg:grid-cols-[10rem_minmax(0,21rem)_minmax(0,1fr)]">
      <p>
        <span className="font-medium">{label}</span>
        <span className="block text-muted text-sm">
          {hint} · {unit}
        </span>
      </p>
      <div className="grid grid-cols-3 content-start items-start gap-2">
        {amounts.map((field) => (
          <div key={field} className="grid gap-1">
            {seen(field)}
            <input
              type="text"
              inputMode="decimal"
              {...at(field).tied}
              className="control px-2 tabular-nums lg:text-sm"
            />
            {below(field)}
          </div>
        ))}
      </div>
      <div className="grid grid-cols-2 content-start items-start gap-2 sm:grid-cols-[minmax(0,1fr)_7rem_6rem]">
        <div className="col-span-2 grid gap-1 sm:col-span-1">
          {seen("source")}
          <input type="text" {...at("source").tied} maxLength={300} />
          {below("source")}
        </div>
        <div className="grid gap-1">
          {seen("date")}
          <input type="text" {...at("date").tied} maxLength={10} />
          {below("date")}
        </div>
        <div className="grid gap-1">
          {seen("confidence")}
          <select {...at("confidence").tied}>
            {confidences.map((confidence) => (
              <option key={confidence} value={confidence}>
                {columns.confidences[confidence]}
              </option>
            ))}
          </select>
          {below("confidence")}
        </div>
      </div>
      {ties.length > 0 && (
        <div className="grid content-start items-start gap-2 sm:grid-cols-2 lg:col-start-2 lg:col-end-4">
          <div className="grid gap-1">
            {seen("tie")}
            <select {...at("tie").tied}>
              <option value="">{columns.untied}</option>
              {ties.map(({ value, label: name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
            {below("tie")}
            {finding && <p className="text-sm tabular-nums">{finding}</p>}
            {typed.tie !== "" && (
              <p className="text-muted text-sm">
                {typed.tie === "trend" ? columns.trendHint : columns.tieHint}
              </p>
            )}
          </div>
          {weighed && (
            <fieldset className="grid gap-1">
              <legend className="text-muted text-xs">{columns.weights}</legend>
              <div className="grid grid-cols-3 gap-2">
                {tieRoles.map((role) => (
                  <div key={role} className="grid content-start gap-1">
                    <span aria-hidden="true" className="text-muted text-xs">
                      {roles[role]}
                    </span>
                    <input type="text" inputMode="decimal" {...at(role).tied} />
                    {below(role)}
                  </div>
                ))}
              </div>
              <p className="text-muted text-sm">{columns.weightsHint}</p>
            </fieldset>
          )}
          {priceUnit !== null && (
            <div className="grid gap-1">
              {seen("times")}
              <input type="text" inputMode="decimal" {...at("times").tied} />
              {below("times")}
              <p className="text-muted text-sm">{columns.timesHint({ unit: priceUnit })}</p>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
