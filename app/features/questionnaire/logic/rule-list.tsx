import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { Button, LinkButton, SubmitButton } from "~/components/button";
import { SelectField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import type { Expression } from "~/domain/questionnaire/compiled";
import type { ConditionFindingKind } from "~/domain/questionnaire/condition-check";
import type { Askable } from "~/domain/questionnaire/condition-questions";
import type { RuleKind, RuleOwner } from "~/domain/questionnaire/draft-rules";
import type { Finding } from "~/domain/questionnaire/finding";
import { newRuleKinds, type RuleProblem, type RuleTyped } from "~/domain/questionnaire/rule-form";
import { useLanguage, useText } from "~/i18n/use-text";
import { conditionSentence } from "../condition-sentence";
import { ConditionField } from "./condition-field";

export type ListedRule = {
  place: string;
  kind: RuleKind;
  owner: RuleOwner;
  /** The condition as it is edited. */
  text: string;
  expression: Expression | null;
};
export type RuleRefusal = { problem: RuleProblem | "condition-bad"; place: string | null; typed: RuleTyped };
export type RuleTargetOption = { path: string; page: number; title: string; isPage: boolean };

/** The words for who a rule is about. */
export function useOwnerWords() {
  const text = useText("logic").owner;
  const language = useLanguage();
  return ({ kind, title, option, page }: RuleOwner) => {
    if (kind === "page") return text.page({ n: (page ?? 0) + 1, title: title[language] });
    if (kind === "survey") return text.survey;
    if (kind === "option" && option) return text.option({ option: option[language], title: title[language] });
    return kind === "panel"
      ? text.panel({ title: title[language] })
      : text.question({ title: title[language] });
  };
}

/** A rule as one sentence. */
export function useRuleSentence(askables: readonly Askable[]) {
  const text = useText("logic");
  const words = useText("questionnaire").condition;
  const language = useLanguage();
  const ownerWords = useOwnerWords();
  return ({ kind, owner, expression, text: written }: Omit<ListedRule, "place">) => {
    const condition = expression
      ? conditionSentence(expression, { askables, language, words })
      : text.asText({ text: written });
    const sentence = text.sentence[kind]({ owner: ownerWords(owner), condition });
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
}

type RuleListProps = {
  rules: readonly ListedRule[];
  findings: readonly Finding<ConditionFindingKind>[];
  askables: readonly Askable[];
  /** The place of the rule whose form is open. */
  open: string | null;
  refusal: RuleRefusal | null;
  canEdit: boolean;
};

export function RuleList({ rules, findings, askables, open, refusal, canEdit }: RuleListProps) {
  const text = useText("logic");
  const sentenceOf = useRuleSentence(askables);
  return (
    <ul className="grid">
      {rules.map((rule) => {
        const sentence = sentenceOf(rule);
        const found = findings.filter(({ place }) => place.path === rule.place);
        return (
          <li key={rule.place} id={`rule-${rule.place}`} className="grid gap-2 border-line border-b py-4">
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
              <p className="min-w-0 max-w-prose flex-1 basis-64">{sentence}</p>
              {canEdit && rule.place !== open && (
                <Form method="post" preventScrollReset className="flex items-center gap-2">
                  <input type="hidden" name="place" value={rule.place} />
                  <Link
                    to={`?${new URLSearchParams({ edit: rule.place })}`}
                    preventScrollReset
                    className="link inline-flex min-h-9 items-center pe-2 text-sm"
                    aria-label={text.editOf({ sentence })}
                  >
                    {text.edit}
                  </Link>
                  <RemoveButton sentence={sentence} />
                </Form>
              )}
            </div>
            {found.map(({ kind, values }) => (
              <p key={kind + JSON.stringify(values)} className="max-w-prose text-caution text-sm">
                <span aria-hidden="true">▲ </span>
                {text.finding[kind](values)}
              </p>
            ))}
            {canEdit && rule.place === open && (
              <EditRule
                rule={rule}
                askables={askables}
                refusal={refusal?.place === rule.place ? refusal : null}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function RemoveButton({ sentence }: { sentence: string }) {
  const text = useText("logic");
  const actions = useText("shell").actions;
  return (
    <Button
      type="submit"
      look="plain"
      size="small"
      name="intent"
      value="remove"
      aria-label={text.removeOf({ sentence })}
    >
      {actions.remove}
    </Button>
  );
}

const useProblemText = () => {
  const text = useText("logic");
  return (problem: RuleRefusal["problem"]) =>
    ({
      "target-missing": text.targetMissing,
      "page-only": text.pageOnly,
      "no-require": text.noRequire,
      taken: text.taken,
      "condition-empty": text.condition.empty,
      "condition-bad": text.condition.bad,
    })[problem];
};

function EditRule(props: { rule: ListedRule; askables: readonly Askable[]; refusal: RuleRefusal | null }) {
  const { rule, askables, refusal } = props;
  const actions = useText("shell").actions;
  const problemText = useProblemText();
  const [condition, setCondition] = useState(refusal?.typed.condition ?? rule.text);
  return (
    <Form
      method="post"
      preventScrollReset
      className="grid gap-4 rounded-md border border-line bg-surface p-4"
    >
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="place" value={rule.place} />
      <ConditionField
        name="condition"
        value={condition}
        expression={condition === rule.text ? rule.expression : undefined}
        askables={askables}
        onChange={setCondition}
        error={refusal ? problemText(refusal.problem) : undefined}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton size="small">{actions.save}</SubmitButton>
        <LinkButton to="?" size="small" look="plain" preventScrollReset>
          {actions.cancel}
        </LinkButton>
      </div>
    </Form>
  );
}

/** The form of a new rule; given anew after each one is saved. */
export function NewRule(props: {
  targets: readonly RuleTargetOption[];
  askables: readonly Askable[];
  refusal: RuleRefusal | null;
}) {
  const { targets, askables, refusal } = props;
  const text = useText("logic");
  const problemText = useProblemText();
  const typed = refusal?.typed;
  const [condition, setCondition] = useState(typed?.condition ?? "");
  const [target, setTarget] = useState(typed?.target ?? "");
  const [kind, setKind] = useState<string>(typed?.kind ?? "show");
  const aboutTarget = ["target-missing", "page-only", "no-require", "taken"].includes(refusal?.problem ?? "");
  const message = refusal ? problemText(refusal.problem) : undefined;
  const chosen = targets.find(({ path }) => path === target);
  const page = chosen?.page ?? Number.POSITIVE_INFINITY;
  const before = kind === "screen-out" ? page + 1 : page;
  const known = askables.filter((one) => one.page < before || (!chosen?.isPage && one.page === page));
  return (
    <Form method="post" preventScrollReset className="grid max-w-4xl gap-5">
      <input type="hidden" name="intent" value="add" />
      <FormErrors errors={message ? [aboutTarget ? { name: "target", message } : { message }] : []} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="target"
          label={text.target}
          empty={text.targetEmpty}
          value={target}
          onChange={(event) => setTarget(event.target.value)}
          error={aboutTarget ? message : undefined}
          options={targets.map((one) => ({
            value: one.path,
            label: one.isPage
              ? text.targetPage({ n: one.page + 1, title: one.title })
              : text.targetQuestion({ title: one.title }),
          }))}
        />
        <SelectField
          name="kind"
          label={text.kindLabel}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={newRuleKinds.map((one) => ({ value: one, label: text.kind[one] }))}
        />
      </div>
      <ConditionField
        name="condition"
        value={condition}
        askables={chosen ? known : askables}
        onChange={setCondition}
        error={aboutTarget ? undefined : message}
      />
      <SubmitButton className="justify-self-start">{text.addIt}</SubmitButton>
    </Form>
  );
}
