import { Form } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { SubmitButton } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { SelectField, TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import { coreRoles } from "~/domain/chain/role";
import { type Language, languages } from "~/domain/language";
import { industries } from "~/domain/questionnaire/answer-options";
import { businessTypes, defaultPmfRule, lifeCycleStages } from "~/domain/study/study";
import {
  competitorLimit,
  defaultPriceUnit,
  extraRoles,
  ladderLimit,
  type StudyField,
  type StudyProblem,
  type TypedStudy,
} from "~/domain/study/study-form";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { SetChoice, type SetOffer } from "./set-choice";

export type StudyProblems = Partial<Record<StudyField, StudyProblem>>;

type StudyFormProps = {
  typed: TypedStudy;
  problems: StudyProblems;
  /** What a new study can begin with. One that is there already keeps its roles; nothing is written anew. */
  offer?: SetOffer;
};

const Group = ({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) => (
  <Section title={title} lead={lead}>
    <div className="grid max-w-2xl gap-6">{children}</div>
  </Section>
);

export function StudyForm({ typed, problems, offer }: StudyFormProps) {
  const editing = offer === undefined;
  const [type, setType] = useState(businessTypes.find((one) => one === typed.businessType) ?? "saas");
  const [ladder, setLadder] = useState(typed.priceLadder);
  const text = useText("study").form;
  const actions = useText("shell").actions;
  const roleText = useText("roles");
  const languageText = useText("shell").language;
  const language = useLanguage();
  const format = useFormat();
  const field = (name: StudyField) => {
    const problem = problems[name];
    return { name, label: text[name], error: problem && text.problems[problem] };
  };
  const errors = Object.entries(problems).map(([name, problem]) => ({
    name,
    message: text.problemAt({ field: text[name as StudyField], problem: text.problems[problem] }),
  }));
  const usualUnits = (of: Language) => businessTypes.map((type) => defaultPriceUnit[type][of]).join(" / ");

  return (
    <Form method="post" noValidate className="grid gap-2">
      <FormErrors errors={errors} />
      {editing && (
        <div className="mb-4 max-w-2xl">
          <Notice>{text.notReworded}</Notice>
        </div>
      )}
      <Group title={text.groups.product}>
        <TextField
          {...field("product")}
          hint={text.productHint}
          defaultValue={typed.product}
          maxLength={80}
        />
        <TextField
          {...field("description")}
          hint={text.descriptionHint}
          optional
          defaultValue={typed.description}
          maxLength={200}
        />
        <ChoiceGroup
          {...field("businessType")}
          pick="one"
          defaultValue={typed.businessType}
          onChange={({ currentTarget }) =>
            setType((before) => businessTypes.find((one) => one === currentTarget.value) ?? before)
          }
          choices={businessTypes.map((type) => ({
            value: type,
            label: roleText.businessType[type],
            hint: text.typeHint({
              meaning: text.typeMeaning[type],
              uses: defaultPmfRule[type].minUses,
              days: defaultPmfRule[type].windowDays,
            }),
          }))}
        />
        <ChoiceGroup
          {...field("stage")}
          pick="one"
          defaultValue={typed.stage}
          choices={lifeCycleStages.map((stage) => ({
            value: stage,
            label: roleText.stage[stage],
            hint: text.stageMeaning[stage],
          }))}
        />
      </Group>
      <Group title={text.groups.market}>
        <SelectField
          {...field("industry")}
          empty={text.anyIndustry}
          defaultValue={typed.industry}
          options={industries.map(({ value, name }) => ({ value, label: name[language] }))}
        />
        <TextField
          {...field("targetMarket")}
          hint={text.targetMarketHint}
          optional
          defaultValue={typed.targetMarket}
          maxLength={200}
        />
        <ChoiceGroup
          {...field("languages")}
          hint={text.languagesHint}
          pick="many"
          inline
          defaultValue={typed.languages}
          choices={languages.map((value) => ({ value, label: languageText[value] }))}
        />
        <TextArea
          {...field("competitors")}
          hint={text.competitorsHint({ limit: competitorLimit })}
          optional
          defaultValue={typed.competitors}
        />
      </Group>
      <Group title={text.groups.price}>
        <TextField
          {...field("currency")}
          hint={text.currencyHint}
          defaultValue={typed.currency}
          autoCapitalize="characters"
          maxLength={3}
          className="max-w-32"
        />
        <TextField
          {...field("priceUnitZh")}
          hint={text.priceUnitHint({ usual: usualUnits("zh-CN") })}
          optional
          defaultValue={typed.priceUnitZh}
          maxLength={40}
        />
        <TextField
          {...field("priceUnitEn")}
          hint={text.priceUnitHint({ usual: usualUnits("en") })}
          optional
          defaultValue={typed.priceUnitEn}
          maxLength={40}
        />
        <TextField
          {...field("priceLadder")}
          hint={text.priceLadderHint({ limit: ladderLimit })}
          optional
          inputMode="decimal"
          defaultValue={typed.priceLadder}
          onChange={({ currentTarget }) => setLadder(currentTarget.value)}
        />
      </Group>
      <Group title={text.groups.pmf} lead={text.pmfLead}>
        <TextField
          {...field("threshold")}
          hint={text.thresholdHint({ usual: format.percent(defaultPmfRule.saas.threshold) })}
          optional
          inputMode="decimal"
          suffix="%"
          defaultValue={typed.threshold}
          className="max-w-32"
        />
        <TextField
          {...field("minUses")}
          optional
          inputMode="numeric"
          defaultValue={typed.minUses}
          className="max-w-32"
        />
        <TextField
          {...field("windowDays")}
          optional
          inputMode="numeric"
          defaultValue={typed.windowDays}
          className="max-w-32"
        />
      </Group>
      {offer && (
        <Group title={text.groups.roles} lead={text.rolesLead}>
          <ul className="grid gap-2">
            {coreRoles.map((role) => (
              <li key={role}>
                <RoleChip role={role} /> <span className="text-muted text-sm">{roleText.meaning[role]}</span>
              </li>
            ))}
          </ul>
          <ChoiceGroup
            {...field("roles")}
            pick="many"
            optional
            defaultValue={typed.roles}
            choices={extraRoles.map((role) => ({
              value: role,
              label: <RoleChip role={role} />,
              hint: roleText.meaning[role],
            }))}
          />
          <SetChoice offer={offer} type={type} asksPrices={ladder.trim() !== ""} />
        </Group>
      )}
      <div className="mt-8">
        <SubmitButton>{editing ? actions.save : text.create}</SubmitButton>
      </div>
    </Form>
  );
}
