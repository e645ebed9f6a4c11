import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { SelectField, TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { chainRoles } from "~/domain/chain/role";
import type {
  OpportunityField,
  OpportunityProblems,
  TypedOpportunity,
} from "~/domain/growth/opportunity-form";
import { opportunityMarkets, opportunityStatuses } from "~/domain/growth/words";
import type { LocalText } from "~/domain/language";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useLanguage, useText } from "~/i18n/use-text";

type FormProps = {
  typed: TypedOpportunity;
  problems: OpportunityProblems;
  /** Null for a new one. */
  revision: number | null;
  changed: boolean;
  /** Anchor attributes and problems, as the study asks about them. */
  asked: { attributes: readonly AnswerOption[]; problems: readonly AnswerOption[] };
  features: readonly { id: string; name: LocalText }[];
  themes: readonly { id: string; name: string }[];
  back: string;
};

/** One need: whose it is, what scores it, where its evidence is, and what becomes of it. */
export function OpportunityForm(props: FormProps) {
  const { typed, problems, revision, changed, asked, features, themes, back } = props;
  const text = useText("opportunity");
  const all = useText("growth");
  const roles = useText("roles").chain;
  const actions = useText("shell").actions;
  const language = useLanguage();
  const hints: Partial<Record<OpportunityField, string>> = text.hint;
  const field = (name: OpportunityField) => {
    const problem = problems[name];
    return {
      ...{ name, label: text.field[name], hint: hints[name], defaultValue: typed[name] },
      error: problem && text.problems[problem],
    };
  };
  const named = (options: readonly AnswerOption[]) =>
    options.map(({ value, name }) => ({ value, label: name[language] }));
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-6">
      <FormErrors
        errors={(Object.entries(problems) as [OpportunityField, keyof typeof text.problems][]).map(
          ([name, problem]) => ({
            name,
            message: all.problemAt({ field: text.field[name], problem: text.problems[problem] }),
          }),
        )}
      />
      {changed && (
        <Notice tone="warn" live>
          {text.changed}
        </Notice>
      )}
      {revision !== null && <input type="hidden" name="revision" value={revision} />}
      <input type="hidden" name="origin" value={typed.origin} />
      <TextArea {...field("need")} rows={2} maxLength={200} />
      <SelectField {...field("role")} options={chainRoles.map((value) => ({ value, label: roles[value] }))} />
      <SelectField {...field("attribute")} options={named(asked.attributes)} empty={text.none} optional />
      <SelectField {...field("problem")} options={named(asked.problems)} empty={text.none} optional />
      <TextField {...field("words")} maxLength={200} optional />
      {(themes.length > 0 || typed.themeId !== "") && (
        <SelectField
          {...field("themeId")}
          options={themes.map(({ id, name }) => ({ value: id, label: name }))}
          empty={text.none}
          optional
        />
      )}
      <SelectField
        {...field("featureId")}
        options={features.map(({ id, name }) => ({ value: id, label: name[language] }))}
        empty={text.none}
        optional
      />
      <ChoiceGroup
        {...field("market")}
        pick="one"
        choices={opportunityMarkets.map((value) => ({
          value,
          label: text.market[value],
          hint: text.marketHint[value],
        }))}
      />
      <TextField {...field("opens")} maxLength={300} optional />
      <SelectField
        {...field("status")}
        options={opportunityStatuses.map((value) => ({ value, label: text.status[value] }))}
      />
      <TextField {...field("waveNumber")} inputMode="numeric" optional />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{text.save}</SubmitButton>
        <LinkButton to={back}>{actions.cancel}</LinkButton>
      </div>
    </Form>
  );
}
