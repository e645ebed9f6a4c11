import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { SelectField, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { SavedMeanwhile } from "~/components/saved-meanwhile";
import {
  type FeatureField,
  type FeatureProblem,
  featureFields,
  type TypedFeature,
} from "~/domain/competitors/feature-form";
import { betterWays } from "~/domain/competitors/feature-measure";
import type { SurveyedFeature } from "~/domain/competitors/surveyed-features";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useLanguage, useText } from "~/i18n/use-text";

type FeatureFormProps = {
  typed: TypedFeature;
  problems: Partial<Record<FeatureField, FeatureProblem>>;
  /** The revision that is edited; a new feature has none. */
  revision: number | null;
  /** What somebody else saved in between. */
  theirs?: TypedFeature | null;
  /** The categories there are, to choose from while typing. */
  categories: readonly string[];
  surveyed: readonly SurveyedFeature[];
  /** The attributes it may serve, as the study asks about them. */
  needs: readonly AnswerOption[];
  back: string;
};

export function FeatureForm(props: FeatureFormProps) {
  const { typed, problems, revision, theirs, categories, surveyed, back } = props;
  const text = useText("competitors").feature;
  const actions = useText("shell").actions;
  const language = useLanguage();
  const field = (name: FeatureField) => {
    const problem = problems[name];
    return { name, label: text[name], error: problem && text.problems[problem], defaultValue: typed[name] };
  };
  const errors = Object.entries(problems).map(([name, problem]) => ({
    name,
    message: text.problemAt({ field: text[name as FeatureField], problem: text.problems[problem] }),
  }));
  const needs = props.needs.map(({ value, name }) => ({ value, label: name[language] }));
  const ways = betterWays.map((value) => ({ value, label: text.betterWords[value] }));
  const rows = surveyed.map(({ asked, name }) => ({ value: asked, label: name[language] }));
  const wordOf = (name: FeatureField, value: string) =>
    (name === "need" ? needs : name === "asked" ? rows : name === "better" ? ways : []).find(
      (option) => option.value === value,
    )?.label ?? value;
  const named = (given: TypedFeature) =>
    Object.fromEntries(featureFields.map((name) => [text[name], wordOf(name, given[name])]));
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-6">
      <FormErrors errors={errors} />
      {theirs && <SavedMeanwhile saved={null} mine={named(typed)} theirs={named(theirs)} />}
      {revision !== null && <input type="hidden" name="revision" value={revision} />}
      <TextField {...field("category")} hint={text.categoryHint} list="categories" maxLength={60} optional />
      <datalist id="categories">
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField {...field("nameZh")} maxLength={80} />
        <TextField {...field("nameEn")} maxLength={80} />
      </div>
      <TextField {...field("description")} hint={text.descriptionHint} maxLength={300} optional />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField {...field("better")} hint={text.betterHint} options={ways} empty={text.judged} />
        <TextField {...field("unit")} hint={text.unitHint} maxLength={30} optional />
      </div>
      <SelectField {...field("need")} hint={text.needHint} options={needs} empty={text.noNeed} />
      <SelectField {...field("asked")} hint={text.askedHint} options={rows} empty={text.notAsked} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{actions.save}</SubmitButton>
        <LinkButton to={back}>{actions.cancel}</LinkButton>
      </div>
    </Form>
  );
}
