import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import {
  kindOfPart,
  mostSegments,
  type PlanPart,
  planParts,
  type SegmentPart,
  segmentParts,
} from "~/domain/market/market-model";
import { type ModelProblems, planField, segmentField, type TypedModel } from "~/domain/market/model-form";
import { isPriceTie, tiesOf } from "~/domain/market/survey-tie";
import type { TiedInput } from "~/domain/market/tied-model";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useFormat, useText } from "~/i18n/use-text";
import { AssumptionRow } from "./assumption-row";
import { useTieFinding } from "./tied-inputs";
import { useTieName } from "./words";

export type SheetState = {
  typed: TypedModel;
  revision: number;
  problems: ModelProblems;
  /** What somebody else saved meanwhile, by field name. */
  theirs: Readonly<Record<string, string>>;
  conflict?: { who: string; at: number };
  gone?: boolean;
  /** Segments were added or removed here and are not saved yet. */
  unsaved?: boolean;
};

type MarketSheetProps = {
  state: SheetState;
  /** Null for a scenario that is not saved yet. */
  scenarioId: string | null;
  currency: string;
  /** The unit in which the survey asks prices. */
  priceUnit: string;
  /** The ties of the saved sheet as the survey fills them now. */
  tied: readonly TiedInput[];
  /** Problems as the study asks about them. */
  asked: readonly AnswerOption[];
  saved: boolean;
  /** Where removing is posted to. */
  removeAt: string;
};

/** The assumptions of a scenario, all of them, saved at once. */
export function MarketSheet(props: MarketSheetProps) {
  const { state, scenarioId, currency, priceUnit, tied, asked, saved, removeAt } = props;
  const { typed, revision, problems, theirs, conflict, gone, unsaved } = state;
  const text = useText("market");
  const { sheet } = text;
  const format = useFormat();
  const unitOf = (part: SegmentPart | PlanPart) => {
    if (part === "leads") return sheet.perMonth;
    const kind = kindOfPart[part];
    return kind === "count" ? sheet.companies : kind === "money" ? currency : sheet.percent;
  };
  const nameOfField = (name: string) => {
    const [place = "", part = "", column = ""] = name.split(".");
    const top = { name: sheet.name, years: sheet.years, goal: sheet.goal, segments: sheet.addSegment }[place];
    if (top) return top;
    const index = place === "plan" ? null : Number(place.slice(1));
    const within =
      index === null ? sheet.plan : typed.segments[index]?.name || sheet.segment({ n: index + 1 });
    if (part === "name") return `${within}, ${sheet.segmentName}`;
    return sheet.at({
      segment: within,
      part: sheet.part[part as SegmentPart | PlanPart],
      column: sheet[column as "low"],
    });
  };
  const errors = Object.entries(problems).map(([name, problem]) => ({
    ...(name === "segments" ? {} : { name }),
    message: sheet.problemAt({ field: nameOfField(name), problem: text.problems[problem] }),
  }));
  const their = (name: string) =>
    theirs[name] === undefined ? undefined : sheet.savedMeanwhile({ value: theirs[name] || sheet.nothing });
  const field = (name: string, label: string, hint?: string) => {
    const problem = problems[name];
    const meanwhile = their(name);
    return {
      ...{ name, label, error: problem && text.problems[problem] },
      hint: hint && meanwhile ? `${hint} ${meanwhile}` : (hint ?? meanwhile),
    };
  };
  const tieName = useTieName(asked);
  const findingOf = useTieFinding(currency);
  const survey = (place: number | "plan", part: SegmentPart | PlanPart) => {
    const ties = tiesOf(part);
    const known = tied.find((one) => one.place === place && one.part === part);
    return {
      ties: ties.map((value) => ({ value, label: tieName(value) })),
      priceUnit: ties.some(isPriceTie) ? priceUnit : null,
      finding: known ? findingOf(known) : null,
    };
  };
  const shared = { problems, theirs };
  return (
    <Form method="post" noValidate className="grid gap-2">
      {/* Enter in a field presses the first button of the form: that must be the one that saves. */}
      <SubmitButton name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="scenarioId" value={scenarioId ?? ""} />
      <input type="hidden" name="revision" value={revision} />
      <FormErrors errors={errors} />
      <div className="grid max-w-prose gap-3 empty:hidden">
        {conflict && (
          <Notice tone="warn" live>
            {sheet.conflict({ who: conflict.who, when: format.dateTime(conflict.at) })}
          </Notice>
        )}
        {gone && (
          <Notice tone="warn" live>
            {sheet.gone}
          </Notice>
        )}
        {unsaved && <Notice live>{sheet.notSaved}</Notice>}
        {saved && (
          <Notice tone="success" live>
            {sheet.saved}
          </Notice>
        )}
      </div>
      <p className="max-w-prose text-muted">
        {sheet.lead} {sheet.dateHint}
      </p>
      <div className="mt-4 grid max-w-4xl items-start gap-6 sm:grid-cols-3">
        <TextField {...field("name", sheet.name)} defaultValue={typed.name} maxLength={60} />
        <TextField
          {...field("years", sheet.years, sheet.yearsHint)}
          defaultValue={typed.years}
          inputMode="numeric"
        />
        <TextField
          {...field("goal", sheet.goal, sheet.goalHint)}
          defaultValue={typed.goal}
          inputMode="decimal"
          suffix={currency}
          optional
        />
      </div>
      {typed.segments.map((segment, index) => (
        <Section
          // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the sheet; the form is drawn anew when they change.
          key={index}
          title={sheet.segment({ n: index + 1 })}
          actions={
            typed.segments.length > 1 && (
              <Button type="submit" name="intent" value={`remove-segment.${index}`} look="plain" size="small">
                {sheet.removeSegment({ n: index + 1 })}
              </Button>
            )
          }
        >
          <div className="mb-4 max-w-md">
            <TextField
              {...field(`s${index}.name`, sheet.segmentName)}
              defaultValue={segment.name}
              maxLength={60}
            />
          </div>
          {segmentParts.map((part) => (
            <AssumptionRow
              key={part}
              {...shared}
              {...survey(index, part)}
              label={sheet.part[part]}
              hint={sheet.hint[part]}
              unit={unitOf(part)}
              within={segment.name || sheet.segment({ n: index + 1 })}
              typed={segment[part]}
              nameOf={(column) => segmentField(index, part, column)}
            />
          ))}
        </Section>
      ))}
      {typed.segments.length < mostSegments && (
        <div className="mt-4">
          <Button type="submit" name="intent" value="add-segment">
            {sheet.addSegment}
          </Button>
        </div>
      )}
      <Section title={sheet.plan} lead={sheet.planLead}>
        {planParts.map((part) => (
          <AssumptionRow
            key={part}
            {...shared}
            {...survey("plan", part)}
            label={sheet.part[part]}
            hint={sheet.hint[part]}
            unit={unitOf(part)}
            within={sheet.plan}
            typed={typed.plan[part]}
            nameOf={(column) => planField(part, column)}
          />
        ))}
      </Section>
      <div className="sticky bottom-0 -mx-1 mt-6 flex flex-wrap items-center gap-3 border-line border-t bg-paper px-1 py-3">
        {!gone && (
          <SubmitButton name="intent" value="save">
            {sheet.save}
          </SubmitButton>
        )}
        {scenarioId && (
          <Button type="submit" name="intent" value="copy">
            {sheet.copy}
          </Button>
        )}
        {scenarioId && !gone && (
          <Button type="submit" name="intent" value="remove" formAction={removeAt} look="plain">
            {sheet.remove}
          </Button>
        )}
      </div>
    </Form>
  );
}
