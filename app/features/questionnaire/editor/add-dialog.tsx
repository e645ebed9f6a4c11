import { forwardRef, lazy, Suspense, useEffect, useId, useState } from "react";
import { Button } from "~/components/button";
import { takesFiles } from "~/domain/questionnaire/answer-files";
import { type QuestionKind, questionKinds } from "~/domain/questionnaire/new-question";
import { useText } from "~/i18n/use-text";
import type { BlockFormProps } from "./block-form";

// Designs are drawn with a large library, so it comes once the editor stands; from then on it works offline.
const loadForm = () => import("./block-form").then((module) => ({ default: module.BlockForm }));
const BlockForm = lazy(loadForm);
const afterOpening = 500;

const blockOrder = [
  "anchor",
  "pmf",
  "price",
  "kano",
  "best-worst",
  "points",
  "competitors",
  "causes",
] as const;

type AddDialogProps = Omit<BlockFormProps, "block" | "onDone"> & {
  onKind(kind: QuestionKind): void;
  onPage(): void;
  onBank(): void;
  close(): void;
};

/** What can be put in: a question of each kind, a page, or one of our own blocks. */
export const AddDialog = forwardRef<HTMLDialogElement, AddDialogProps>(function AddDialog(props, ref) {
  const { onKind, onPage, onBank, close, ...forBlocks } = props;
  const text = useText("editor");
  const bank = useText("bank").insert;
  const shell = useText("shell").actions;
  const heading = useId();
  const [block, setBlock] = useState<(typeof blockOrder)[number] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => loadForm().catch(() => undefined), afterOpening);
    return () => clearTimeout(timer);
  }, []);
  const tile =
    "grid min-h-11 content-start gap-0.5 rounded-md border border-line p-2 text-start text-sm hover:border-ink hover:bg-sunken";
  return (
    <dialog
      ref={ref}
      aria-labelledby={heading}
      onClose={() => setBlock(null)}
      className="m-auto w-[min(48rem,calc(100vw-2rem))] rounded-md border border-line bg-surface p-0 text-ink backdrop:bg-[rgb(0_0_0/0.5)]"
    >
      <div className="flex items-start justify-between gap-4 px-5 pt-4">
        <h2 id={heading} className="pt-1.5 text-lg">
          {block ? text.block[block].name : text.add.title}
        </h2>
        <Button look="plain" size="small" aria-label={shell.close} onClick={close}>
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      <div className="px-5 pt-2 pb-5">
        {block ? (
          <Suspense>
            <BlockForm key={block} {...forBlocks} block={block} onBack={() => setBlock(null)} />
          </Suspense>
        ) : (
          <div className="grid gap-5">
            <section className="grid gap-2">
              <h3 className="text-sm">{text.add.questions}</h3>
              <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
                {questionKinds
                  .filter((kind) => kind !== "file" || takesFiles(forBlocks.draft))
                  .map((kind) => (
                    <li key={kind} className="grid">
                      <button type="button" className={tile} onClick={() => onKind(kind)}>
                        {text.kind[kind]}
                      </button>
                    </li>
                  ))}
                <li className="grid">
                  <button type="button" className={tile} onClick={onPage}>
                    {text.add.page}
                  </button>
                </li>
              </ul>
              <p className="text-muted text-sm">
                {!takesFiles(forBlocks.draft) && `${text.add.filesOff} `}
                {text.add.notOffered}
              </p>
            </section>
            <section className="grid gap-2">
              <h3 className="text-sm">{text.add.blocks}</h3>
              <ul className="grid gap-2 sm:grid-cols-2">
                {blockOrder.map((key) => (
                  <li key={key} className="grid">
                    <button type="button" className={tile} onClick={() => setBlock(key)}>
                      <span className="font-medium">{text.block[key].name}</span>
                      <span className="text-muted">{text.block[key].what}</span>
                    </button>
                  </li>
                ))}
                <li className="grid">
                  <button type="button" className={tile} onClick={onBank}>
                    <span className="font-medium">{bank.tile}</span>
                    <span className="text-muted">{bank.tileWhat}</span>
                  </button>
                </li>
              </ul>
            </section>
          </div>
        )}
      </div>
    </dialog>
  );
});
