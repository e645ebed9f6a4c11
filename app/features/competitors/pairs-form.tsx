import { Form } from "@remix-run/react";
import { type Dispatch, type SetStateAction, useState } from "react";
import { Button, LinkButton, SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { SelectField } from "~/components/field";
import { MethodLink } from "~/components/method-link";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { Verdict } from "~/components/verdict";
import {
  mostCompared,
  type Pairwise,
  type PairwiseKind,
  pairsOf,
  pairwiseKinds,
  pairwiseWeights,
} from "~/domain/competitors/pairwise";
import { useFormat, useText } from "~/i18n/use-text";

type Item = { id: string; name: string };
type PairsFormProps = {
  /** What can be compared, of each kind. */
  choices: Record<PairwiseKind, readonly Item[]>;
  kept: Pairwise | null;
  refused: boolean;
  back: string;
};

const steps = Array.from({ length: 17 }, (_, at) => 8 - at);
const keyOf = (first: string, second: string) => JSON.stringify([first, second]);

function Choice({
  choices,
  by,
  chosen,
  onBy,
  onChosen,
}: {
  choices: PairsFormProps["choices"];
  by: PairwiseKind;
  chosen: readonly string[];
  onBy: (by: PairwiseKind) => void;
  onChosen: Dispatch<SetStateAction<readonly string[]>>;
}) {
  const text = useText("competition").pairs;
  const toggle = (id: string) =>
    onChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <div className="grid gap-4">
      <fieldset>
        <legend className="mb-1 font-medium">{text.by}</legend>
        <div className="flex flex-wrap gap-x-6">
          {pairwiseKinds.map((kind) => (
            <label key={kind} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="by"
                value={kind}
                checked={by === kind}
                disabled={choices[kind].length < 2}
                onChange={() => onBy(kind)}
                className="size-[1.15em]"
              />
              {text.kinds[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 font-medium">{text.chosen({ most: mostCompared })}</legend>
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {choices[by].map(({ id, name }) => (
            <label key={id} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                name="item"
                value={id}
                checked={chosen.includes(id)}
                disabled={!chosen.includes(id) && chosen.length >= mostCompared}
                onChange={() => toggle(id)}
                className="size-[1.15em] shrink-0"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** The weights that follow, whether the judgements hang together, and which one to look at again. */
function Result({ items, given }: { items: readonly Item[]; given: readonly number[] }) {
  const text = useText("competition").pairs;
  const format = useFormat();
  const stepWords = useStepWords();
  const result = pairwiseWeights(items.length, given);
  if (!result.ok) return null;
  const { weights, consistencyRatio, lambdaMax, consistent, oddest } = result.value;
  const odd = oddest && pairsOf(items.length)[oddest.pair];
  return (
    <Section title={text.resultTitle} level={3}>
      <div className="max-w-xl">
        <DataTable
          caption={text.resultTitle}
          captionHidden
          rows={items.map((item, at) => ({ ...item, weight: weights[at]! }))}
          rowKey={({ id }) => id}
          columns={[
            { key: "item", header: text.item, cell: ({ name }) => name },
            {
              key: "weight",
              header: text.weight,
              numeric: true,
              cell: ({ weight }) => format.percent(weight, 1),
            },
          ]}
        />
      </div>
      <p className="mt-3" role="status">
        <Verdict
          verdict={consistent ? "above" : "below"}
          word={consistent ? text.consistent : text.inconsistent}
        />{" "}
        <span className="text-muted tabular-nums">
          {text.ratio({ ratio: format.number(consistencyRatio, 3), lambda: format.number(lambdaMax, 3) })}
        </span>
      </p>
      {!consistent && odd && (
        <p className="mt-1 max-w-prose">
          {text.odd({
            first: items[odd[0]]!.name,
            second: items[odd[1]]!.name,
            suggested: stepWords(oddest.suggested, items[odd[0]]!.name, items[odd[1]]!.name),
          })}
        </p>
      )}
      <MethodLink method="ahp" />
    </Section>
  );
}

/** "3 × price", "alike". */
function useStepWords() {
  const text = useText("competition").pairs;
  return (step: number, first: string, second: string) =>
    step === 0 ? text.alike : text.times({ times: 1 + Math.abs(step), name: step > 0 ? first : second });
}

/** Says in pairs what matters more; the weights stand below while it is answered. */
export function PairsForm({ choices, kept, refused, back }: PairsFormProps) {
  const text = useText("competition").pairs;
  const actions = useText("shell").actions;
  const stepWords = useStepWords();
  const known = (by: PairwiseKind, ids: readonly string[]) =>
    choices[by].filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const first: PairwiseKind = kept?.by ?? (choices.category.length > 1 ? "category" : "feature");
  const all = (by: PairwiseKind) => choices[by].slice(0, mostCompared).map(({ id }) => id);
  const [by, setBy] = useState(first);
  const [chosen, setChosen] = useState<readonly string[]>(
    kept ? known(kept.by, kept.items) : first === "category" ? all("category") : [],
  );
  const [judged, setJudged] = useState<ReadonlyMap<string, number>>(() => {
    const pairs = kept ? pairsOf(kept.items.length) : [];
    return new Map(
      pairs.flatMap(([one, two], at) => {
        const [a, b, step] = [kept!.items[one]!, kept!.items[two]!, kept!.steps[at]!];
        return [
          [keyOf(a, b), step],
          [keyOf(b, a), -step],
        ];
      }),
    );
  });
  const items = choices[by].filter(({ id }) => chosen.includes(id));
  const pairs = pairsOf(items.length).map(([one, two]) => [items[one]!, items[two]!] as const);
  const stepOf = (a: Item, b: Item) => judged.get(keyOf(a.id, b.id)) ?? 0;
  const given = pairs.map(([a, b]) => stepOf(a, b));
  const judge = (a: Item, b: Item, step: number) =>
    setJudged((before) => new Map([...before, [keyOf(a.id, b.id), step], [keyOf(b.id, a.id), -step]]));
  return (
    <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <input
        type="hidden"
        name="pairs"
        value={JSON.stringify({ by, items: items.map(({ id }) => id), steps: given })}
      />
      {refused && (
        <Notice tone="danger" live>
          {text.problem({ most: mostCompared })}
        </Notice>
      )}
      <Choice
        {...{ choices, by, chosen }}
        onBy={(kind) => {
          setBy(kind);
          setChosen(kind === "category" ? all("category") : []);
        }}
        onChosen={setChosen}
      />
      {pairs.length > 0 && (
        <Section title={text.pairsTitle({ n: pairs.length })} level={3}>
          <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
            {pairs.map(([a, b]) => (
              <SelectField
                key={keyOf(a.id, b.id)}
                id={`pair-${a.id}-${b.id}`}
                name="step"
                label={text.pair({ first: a.name, second: b.name })}
                value={String(stepOf(a, b))}
                onChange={({ target }) => judge(a, b, Number(target.value))}
                options={steps.map((step) => ({
                  value: String(step),
                  label: stepWords(step, a.name, b.name),
                }))}
              />
            ))}
          </div>
        </Section>
      )}
      <Result items={items} given={given} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="save">
          {text.save}
        </SubmitButton>
        {kept && (
          <Button type="submit" name="intent" value="clear">
            {text.clear}
          </Button>
        )}
        <LinkButton to={back}>{actions.cancel}</LinkButton>
      </div>
    </Form>
  );
}
