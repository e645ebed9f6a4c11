import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import { Button, SubmitButton } from "~/components/button";
import { SelectField, TextArea, TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import type { ChainRole } from "~/domain/chain/role";
import { type LocalText, languages } from "~/domain/language";
import type { QuestionnaireBrief } from "~/domain/questionnaire/bank/brief";
import {
  askedKano,
  asksAlike,
  type Block,
  type BlockKey,
  blockTitles,
  buildBlock,
  hasBlock,
  itemLines,
  readItems,
} from "~/domain/questionnaire/blocks";
import type { knownNeeds } from "~/domain/report/known-needs";
import { useLanguage, useText } from "~/i18n/use-text";

export type BlockFormProps = {
  block: BlockKey;
  draft: unknown;
  brief: QuestionnaireBrief;
  role: ChainRole;
  /** Where to ask what deciders of this study named as their problem. */
  needsAt: string;
  onBlock(block: Block): void;
  onBack?(): void;
};

const asksTitle: readonly BlockKey[] = ["best-worst", "points"];
const asksItems: readonly BlockKey[] = ["best-worst", "points", "causes"];
const fewest: Partial<Record<BlockKey, number>> = { "best-worst": 4, points: 2 };

/** A decider's words as a need, in the language they were said in; the other has what the need is called. */
const saidAs = (words: string, name: LocalText = { "zh-CN": "", en: "" }): LocalText => ({
  ...name,
  [/\p{Script=Han}/u.test(words) ? "zh-CN" : "en"]: words,
});

/** What a block needs to know before it is put in: nothing, for those the study fills by itself. */
export function BlockForm({ block, draft, brief, role, needsAt, onBlock, onBack }: BlockFormProps) {
  const text = useText("editor");
  const names = useText("shell").language;
  const language = useLanguage();
  const own = text.block[block];
  const [title, setTitle] = useState(blockTitles[block] ?? { "zh-CN": "", en: "" });
  const [need, setNeed] = useState({ "zh-CN": "", en: "" });
  const [items, setItems] = useState("");
  const [featureId, setFeatureId] = useState("");
  const [tried, setTried] = useState(false);
  const fetcher = useFetcher<ReturnType<typeof knownNeeds>>();
  const { load } = fetcher;
  useEffect(() => {
    if (block === "causes") load(needsAt);
  }, [block, needsAt, load]);
  const { needs = [], other = [] } = fetcher.data ?? {};
  // Each need as it is called, with what deciders said of it beneath; what fits none comes last.
  const sayings = [
    ...needs.flatMap(({ name, deciders, said, causes }) => {
      const group = text.blockForm.needGroup({ need: name[language], n: deciders.count });
      return [
        { group, label: name[language], need: name, causes },
        ...said.map((one) => ({ group, label: `“${one}”`, need: saidAs(one, name), causes })),
      ];
    }),
    ...other.map((one) => ({
      ...{ group: text.blockForm.otherNeeds, label: `“${one}”`, need: saidAs(one), causes: [] },
    })),
  ];
  const known = needs.flatMap(({ causes }) => causes);
  const [filled, setFilled] = useState("");
  const takeNeed = (at: string) => {
    const chosen = at === "" ? null : sayings[Number(at)];
    setNeed(chosen?.need ?? { "zh-CN": "", en: "" });
    const lines = itemLines(chosen?.causes ?? []);
    // What was typed stays; what another need filled in goes.
    if (items === filled) setItems(lines);
    setFilled(lines);
  };
  const asked = askedKano(draft);
  const features = (brief.features ?? []).filter(({ id }) => !asked.includes(id));
  const there = hasBlock(draft, block);
  const least = fewest[block] ?? 0;
  const tooFew = readItems(items).length < least;
  const alike = block === "best-worst" && asksAlike(draft, title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (alike) return;
    const input = { title, items, need, featureId: featureId || features[0]?.id || "", known };
    const made = buildBlock(block, { brief, role, draft, input, seed: Date.now() % 2 ** 31 });
    if (made.ok) onBlock(made.value);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-muted">{own.what}</p>
      {there && <Notice tone="warn">{text.blockForm.there}</Notice>}
      {block === "competitors" && brief.competitors.length === 0 && (
        <Notice tone="info">{text.blockForm.noCompetitors}</Notice>
      )}
      {block === "kano" &&
        (features.length > 0 ? (
          <SelectField
            name="feature"
            label={text.blockForm.feature}
            value={featureId || features[0]?.id}
            onChange={(event) => setFeatureId(event.currentTarget.value)}
            options={features.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        ) : (
          <Notice tone="info">{text.blockForm.noFeatures}</Notice>
        ))}
      {asksTitle.includes(block) &&
        languages.map((one) => (
          <TextField
            key={one}
            name={`title-${one}`}
            lang={one}
            label={`${text.setting.title} · ${names[one]}`}
            value={title[one]}
            error={tried && alike && one === languages[0] ? text.blockForm.alike : null}
            onChange={(event) => setTitle({ ...title, [one]: event.currentTarget.value })}
          />
        ))}
      {block === "causes" && sayings.length > 0 && (
        <SelectField
          name="need-known"
          label={text.blockForm.known}
          hint={text.blockForm.knownHint}
          empty={text.blockForm.ownNeed}
          options={sayings.map(({ group, label }, at) => ({ value: String(at), label, group }))}
          onChange={(event) => takeNeed(event.currentTarget.value)}
        />
      )}
      {block === "causes" &&
        languages.map((one) => (
          <TextField
            key={one}
            name={`need-${one}`}
            lang={one}
            label={`${text.blockForm.need} · ${names[one]}`}
            hint={one === languages[0] ? text.blockForm.needHint : undefined}
            value={need[one]}
            onChange={(event) => setNeed({ ...need, [one]: event.currentTarget.value })}
          />
        ))}
      {asksItems.includes(block) && (
        <TextArea
          name="items"
          label={text.blockForm.items}
          hint={text.entries.linesHint}
          optional={least === 0}
          rows={6}
          value={items}
          error={tried && tooFew ? text.blockForm.tooFew({ n: least }) : null}
          onChange={(event) => setItems(event.currentTarget.value)}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton disabled={there || (block === "kano" && features.length === 0)}>
          {text.blockForm.insert}
        </SubmitButton>
        <Button look="plain" onClick={onBack}>
          {text.blockForm.back}
        </Button>
      </div>
    </form>
  );
}
