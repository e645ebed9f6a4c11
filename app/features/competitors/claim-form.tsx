import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { SelectField, TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { SavedMeanwhile } from "~/components/saved-meanwhile";
import { chainRoles } from "~/domain/chain/role";
import {
  type ClaimField,
  type ClaimProblem,
  claimChannels,
  claimFields,
  type TypedClaim,
} from "~/domain/competitors/claim-form";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useLanguage, useText } from "~/i18n/use-text";
import type { AnalysedFeature } from "./analysis";
import type { Vendor } from "./matrix";

type ClaimFormProps = {
  typed: TypedClaim;
  problems: Partial<Record<ClaimField, ClaimProblem>>;
  /** The revision that is edited; a new claim has none. */
  revision: number | null;
  /** What somebody else saved in between. */
  theirs?: TypedClaim | null;
  rivals: readonly Vendor[];
  features: readonly AnalysedFeature[];
  /** The attributes it may speak of, as the study asks about them. */
  needs: readonly AnswerOption[];
  back: string;
};

export function ClaimForm(props: ClaimFormProps) {
  const { typed, problems, revision, theirs, rivals, features, needs, back } = props;
  const { claim: text, claims: list } = useText("competition");
  const actions = useText("shell").actions;
  const roles = useText("roles").chain;
  const language = useLanguage();
  const field = (name: ClaimField) => {
    const problem = problems[name];
    return { name, label: text[name], error: problem && text.problems[problem], defaultValue: typed[name] };
  };
  const errors = Object.entries(problems).map(([name, problem]) => ({
    name,
    message: text.problemAt({ field: text[name as ClaimField], problem: text.problems[problem] }),
  }));
  const options: Partial<Record<ClaimField, { value: string; label: string }[]>> = {
    vendor: rivals.map(({ key, name }) => ({ value: key, label: name })),
    channel: claimChannels.map((value) => ({ value, label: list.channels[value] })),
    role: chainRoles.map((value) => ({ value, label: roles[value] })),
    need: needs.map(({ value, name }) => ({ value, label: name[language] })),
    featureId: features.map(({ id, name }) => ({ value: id, label: name[language] })),
  };
  const wordOf = (name: ClaimField, value: string) =>
    options[name]?.find((option) => option.value === value)?.label ?? value;
  const named = (given: TypedClaim) =>
    Object.fromEntries(claimFields.map((name) => [text[name], wordOf(name, given[name])]));
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-6">
      <FormErrors errors={errors} />
      {theirs && <SavedMeanwhile saved={null} mine={named(typed)} theirs={named(theirs)} />}
      {revision !== null && <input type="hidden" name="revision" value={revision} />}
      <SelectField {...field("vendor")} options={options.vendor ?? []} />
      <TextArea {...field("words")} rows={2} maxLength={300} />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField {...field("channel")} options={options.channel ?? []} />
        <TextField {...field("seenOn")} type="date" optional />
      </div>
      <SelectField
        {...field("role")}
        hint={text.roleHint}
        options={options.role ?? []}
        empty={list.everybody}
      />
      <SelectField {...field("need")} hint={text.needHint} options={options.need ?? []} empty={text.noNeed} />
      <SelectField
        {...field("featureId")}
        hint={text.featureHint}
        options={options.featureId ?? []}
        empty={text.noFeature}
      />
      <TextField {...field("link")} type="url" maxLength={500} optional />
      <TextArea {...field("note")} rows={2} maxLength={1000} optional />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{actions.save}</SubmitButton>
        <LinkButton to={back}>{actions.cancel}</LinkButton>
      </div>
    </Form>
  );
}
