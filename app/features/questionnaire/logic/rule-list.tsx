import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { Button, LinkButton, SubmitButton } from "~/components/button";
import type { Expression } from "~/domain/questionnaire/compiled";
import type { ConditionFindingKind } from "~/domain/questionnaire/condition-check";
import type { Askable } from "~/domain/questionnaire/condition-questions";
import type { RuleDetail, RuleKind, RuleOwner } from "~/domain/questionnaire/draft-rules";
import type { Finding } from "~/domain/questionnaire/finding";
import { fieldOfProblem, filledWith, type RuleTyped } from "~/domain/questionnaire/rule-form";
import { useLanguage, useText } from "~/i18n/use-text";
import { conditionSentence } from "../condition-sentence";
import { ConditionField } from "./condition-field";
import { RuleDetailFields, type RulePage } from "./rule-detail";
import { type RuleRefusal, useProblemText } from "./rule-problem";

export type ListedRule = {
  place: string;
  kind: RuleKind;
  owner: RuleOwner;
  /** The condition as it is edited. */
  text: string;
  expression: Expression | null;
  detail: RuleDetail;
};

/** The words for who a rule is about. */
function useOwnerWords() {
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
function useRuleSentence(askables: readonly Askable[], pages: readonly RulePage[]) {
  const text = useText("logic");
  const words = useText("questionnaire").condition;
  const language = useLanguage();
  const ownerWords = useOwnerWords();
  return ({ kind, owner, expression, text: written, detail }: Omit<ListedRule, "place">) => {
    const condition = expression
      ? conditionSentence(expression, { askables, language, words })
      : text.asText({ text: written });
    const page = pages.find(({ name }) => name === detail.to);
    const filled = filledWith(detail);
    const known = valuesOf(askables, owner).find(({ value }) => value === filled)?.text[language];
    const sentence = text.sentence[kind]({
      ...{ owner: ownerWords(owner), condition },
      to: page ? text.owner.page({ n: page.page + 1, title: page.title }) : (detail.to ?? ""),
      most: detail.most ?? 0,
      value: filled === null ? text.asText({ text: detail.value ?? "" }) : `“${known ?? String(filled)}”`,
    });
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
}

const valuesOf = (askables: readonly Askable[], { name }: RuleOwner) =>
  askables.find(({ path }) => path === name)?.values ?? [];

type RuleListProps = {
  rules: readonly ListedRule[];
  findings: readonly Finding<ConditionFindingKind>[];
  pages: readonly RulePage[];
  askables: readonly Askable[];
  /** The place of the rule whose form is open. */
  open: string | null;
  refusal: RuleRefusal | null;
  canEdit: boolean;
};

export function RuleList({ rules, findings, pages, askables, open, refusal, canEdit }: RuleListProps) {
  const text = useText("logic");
  const language = useLanguage();
  const sentenceOf = useRuleSentence(askables, pages);
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
            {rule.detail.text?.[language] && (
              <p className="max-w-prose whitespace-pre-line text-muted text-sm">
                {text.reads({ words: rule.detail.text[language] })}
              </p>
            )}
            {found.map(({ kind, values }) => (
              <p key={kind + JSON.stringify(values)} className="max-w-prose text-caution text-sm">
                <span aria-hidden="true">▲ </span>
                {text.finding[kind](values)}
              </p>
            ))}
            {canEdit && rule.place === open && (
              <EditRule
                rule={rule}
                pages={pages}
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

/** What the fields of a rule show before anybody types. */
const typedOf = ({ detail }: ListedRule): Partial<RuleTyped> => {
  const filled = filledWith(detail);
  return {
    ...{ to: detail.to, zh: detail.text?.["zh-CN"], en: detail.text?.en },
    ...(detail.most === undefined ? {} : { most: String(detail.most) }),
    ...(filled === null ? {} : { value: JSON.stringify(filled) }),
  };
};

type EditRuleProps = {
  rule: ListedRule;
  pages: readonly RulePage[];
  askables: readonly Askable[];
  refusal: RuleRefusal | null;
};

function EditRule({ rule, pages, askables, refusal }: EditRuleProps) {
  const actions = useText("shell").actions;
  const problemText = useProblemText();
  const [condition, setCondition] = useState(refusal?.typed.condition ?? rule.text);
  const message = refusal ? problemText(refusal.problem) : "";
  const field = refusal && refusal.problem !== "condition-bad" ? fieldOfProblem[refusal.problem] : undefined;
  const values = valuesOf(askables, rule.owner);
  const own = typedOf(rule);
  // What is written, and not chosen, stands without the quotes of a text.
  const filled = values.length > 0 ? own.value : String(filledWith(rule.detail) ?? "");
  return (
    <Form
      method="post"
      preventScrollReset
      className="grid gap-4 rounded-md border border-line bg-surface p-4"
    >
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="place" value={rule.place} />
      <RuleDetailFields
        kind={rule.kind}
        page={rule.owner.page ?? -1}
        pages={pages}
        values={values}
        typed={refusal?.typed ?? { ...own, value: filled }}
        error={field ? { field, message } : null}
      />
      <ConditionField
        name="condition"
        value={condition}
        expression={condition === rule.text ? rule.expression : undefined}
        askables={askables}
        onChange={setCondition}
        error={field || !message ? undefined : message}
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
