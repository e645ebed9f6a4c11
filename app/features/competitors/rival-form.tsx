import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { SavedMeanwhile } from "~/components/saved-meanwhile";
import { rivalStatuses } from "~/domain/competitors/rival";
import {
  type RivalField,
  type RivalProblem,
  rivalTexts,
  type TypedRival,
} from "~/domain/competitors/rival-form";
import { useText } from "~/i18n/use-text";
import { PlanFields } from "./plan-fields";

export type RivalFormProblems = Partial<Record<RivalField, RivalProblem | "taken">>;

type RivalFormProps = {
  typed: TypedRival;
  problems: RivalFormProblems;
  /** The revision that is edited; a new competitor has none. */
  revision: number | null;
  /** What somebody else saved in between. */
  theirs?: TypedRival | null;
  back: string;
  unit: string;
};

const planLines = (typed: TypedRival) =>
  typed.plans
    .map(({ name, price, note }) => [name, price, note].filter(Boolean).join(" · "))
    .filter(Boolean)
    .join("; ");

export function RivalForm({ typed, problems, revision, theirs, back, unit }: RivalFormProps) {
  const all = useText("competitors");
  const text = all.rival;
  const actions = useText("shell").actions;
  const field = (name: RivalField) => {
    const problem = problems[name];
    return { name, label: text[name], error: problem && text.problems[problem] };
  };
  const errors = Object.entries(problems).map(([name, problem]) => ({
    name,
    message: text.problemAt({ field: text[name as RivalField], problem: text.problems[problem] }),
  }));
  const named = (given: TypedRival) =>
    Object.fromEntries([
      ...rivalTexts.map((name) => [text[name], given[name]]),
      [text.plans, planLines(given)],
    ]);
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-6">
      <FormErrors errors={errors} />
      {theirs && <SavedMeanwhile saved={null} mine={named(typed)} theirs={named(theirs)} />}
      {revision !== null && <input type="hidden" name="revision" value={revision} />}
      <TextField {...field("name")} defaultValue={typed.name} maxLength={60} />
      <ChoiceGroup
        {...field("status")}
        pick="one"
        defaultValue={typed.status}
        choices={rivalStatuses.map((value) => ({
          value,
          label: all.status[value],
          hint: all.statusHint[value],
        }))}
      />
      <TextArea
        {...field("positioning")}
        hint={text.positioningHint}
        defaultValue={typed.positioning}
        rows={2}
        optional
      />
      <TextField {...field("segments")} hint={text.segmentsHint} defaultValue={typed.segments} optional />
      <PlanFields plans={typed.plans} unit={unit} error={field("plans").error} />
      <TextArea {...field("links")} hint={text.linksHint} defaultValue={typed.links} rows={3} optional />
      <TextArea {...field("notes")} defaultValue={typed.notes} optional />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{actions.save}</SubmitButton>
        <LinkButton to={back}>{actions.cancel}</LinkButton>
      </div>
    </Form>
  );
}
