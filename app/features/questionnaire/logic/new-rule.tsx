import { Form } from "@remix-run/react";
import { useState } from "react";
import { SubmitButton } from "~/components/button";
import { SelectField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import type { Askable } from "~/domain/questionnaire/condition-questions";
import { isWay, ruleKinds } from "~/domain/questionnaire/draft-rules";
import { fieldOfProblem, kindsFor } from "~/domain/questionnaire/rule-form";
import type { RuleTargetOption } from "~/domain/questionnaire/rule-targets";
import { useText } from "~/i18n/use-text";
import { ConditionField } from "./condition-field";
import { RuleDetailFields, type RulePage } from "./rule-detail";
import { type RuleRefusal, useProblemText } from "./rule-problem";

type NewRuleProps = {
  targets: readonly RuleTargetOption[];
  pages: readonly RulePage[];
  askables: readonly Askable[];
  refusal: RuleRefusal | null;
};

/** The form of a new rule; given anew after each one is saved. */
export function NewRule({ targets, pages, askables, refusal }: NewRuleProps) {
  const text = useText("logic");
  const problemText = useProblemText();
  const typed = refusal?.typed;
  const [condition, setCondition] = useState(typed?.condition ?? "");
  const [target, setTarget] = useState(typed?.target ?? "");
  const [wanted, setKind] = useState(typed?.kind ?? "show");
  const chosen = targets.find(({ path }) => path === target);
  const kinds = kindsFor[chosen?.kind ?? "page"].filter(
    (one) => one !== "offer" || (chosen?.options.length ?? 0) > 0,
  );
  const kind = kinds.includes(wanted) ? wanted : (kinds[0] ?? "show");
  const message = refusal ? problemText(refusal.problem) : "";
  const field = refusal && refusal.problem !== "condition-bad" ? fieldOfProblem[refusal.problem] : undefined;
  const about = (name: string) => (field === name ? message : undefined);
  const page = chosen?.page ?? Number.POSITIVE_INFINITY;
  const before = isWay(kind) ? page + 1 : page;
  const known = askables.filter((one) => one.page < before || (chosen?.kind !== "page" && one.page === page));
  return (
    <Form method="post" preventScrollReset className="grid max-w-4xl gap-5">
      <input type="hidden" name="intent" value="add" />
      <FormErrors errors={message ? [field ? { name: field, message } : { message }] : []} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="target"
          label={text.target}
          empty={text.targetEmpty}
          value={target}
          onChange={(event) => setTarget(event.target.value)}
          error={about("target")}
          options={targets.map((one) => ({
            value: one.path,
            label:
              one.kind === "page"
                ? text.targetPage({ n: one.page + 1, title: one.title })
                : text.targetQuestion({ title: one.title }),
          }))}
        />
        <SelectField
          name="kind"
          label={text.kindLabel}
          value={kind}
          onChange={(event) => setKind(ruleKinds.find((one) => one === event.target.value) ?? "show")}
          options={kinds.map((one) => ({ value: one, label: text.kind[one] }))}
        />
        {kind === "offer" && (
          <SelectField
            key={target}
            name="option"
            label={text.option}
            empty={text.optionEmpty}
            defaultValue={typed?.option ?? ""}
            error={about("option")}
            options={(chosen?.options ?? []).map(({ path, label }) => ({ value: path, label }))}
          />
        )}
      </div>
      <RuleDetailFields
        key={`${target} ${kind}`}
        kind={kind}
        page={chosen?.page ?? -1}
        pages={pages}
        values={
          askables.find(({ path }) => chosen?.kind === "question" && path === chosen.name)?.values ?? []
        }
        typed={typed ?? {}}
        error={field ? { field, message } : null}
      />
      <ConditionField
        name="condition"
        value={condition}
        askables={chosen ? known : askables}
        onChange={setCondition}
        error={field || !message ? undefined : message}
      />
      <SubmitButton className="justify-self-start">{text.addIt}</SubmitButton>
    </Form>
  );
}
