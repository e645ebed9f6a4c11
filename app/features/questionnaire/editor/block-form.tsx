import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import { Button, SubmitButton } from "~/components/button";
import { SelectField, TextArea, TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import type { ChainRole } from "~/domain/chain/role";
import { languages } from "~/domain/language";
import type { QuestionnaireBrief } from "~/domain/questionnaire/bank/brief";
import {
  askedKano,
  type Block,
  type BlockKey,
  blockTitles,
  buildBlock,
  hasBlock,
  readItems,
} from "~/domain/questionnaire/blocks";
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
  const fetcher = useFetcher<{ needs: string[] }>();
  const { load } = fetcher;
  useEffect(() => {
    if (block === "causes") load(needsAt);
  }, [block, needsAt, load]);
  const needs = fetcher.data?.needs ?? [];
  const asked = askedKano(draft);
  const features = (brief.features ?? []).filter(({ id }) => !asked.includes(id));
  const there = hasBlock(draft, block);
  const least = fewest[block] ?? 0;
  const tooFew = readItems(items).length < least;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const input = { title, items, need, featureId: featureId || features[0]?.id || "" };
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
            onChange={(event) => setTitle({ ...title, [one]: event.currentTarget.value })}
          />
        ))}
      {block === "causes" && needs.length > 0 && (
        <SelectField
          name="need-known"
          label={text.blockForm.known}
          empty={text.blockForm.ownNeed}
          options={needs.map((one) => ({ value: one, label: one }))}
          onChange={(event) => setNeed({ "zh-CN": event.currentTarget.value, en: event.currentTarget.value })}
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
