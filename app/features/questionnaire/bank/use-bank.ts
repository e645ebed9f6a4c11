import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useMemo } from "react";
import type { QuestionnaireBrief } from "~/domain/questionnaire/bank/brief";
import type { JsonObject } from "~/domain/questionnaire/draft-tree";
import { type BankEntry, entriesOf, type OwnItem } from "~/domain/questionnaire/own-bank/browse";
import { builtInItems } from "~/domain/questionnaire/own-bank/built-in";

type Loaded = {
  items: (OwnItem & { uses: number })[];
  anchors: Record<string, JsonObject>;
};

export type Bank = {
  /** Where it is read and saved to. */
  address: string;
  brief: QuestionnaireBrief;
  state: "unread" | "loading" | "failed" | "there";
  items: Loaded["items"];
  anchors: Loaded["anchors"];
  read(): void;
};

const nothing: Loaded = { items: [], anchors: {} };

/** The workspace's bank, read when the questionnaire has copies from it or when it is asked for. */
export function useBank(address: string, brief: QuestionnaireBrief, hasCopies: boolean): Bank {
  const fetcher = useFetcher<Loaded>();
  const { load, data, state: now } = fetcher;
  const read = useCallback(() => load(address), [load, address]);
  useEffect(() => {
    if (hasCopies) read();
  }, [hasCopies, read]);
  const there = data && Array.isArray(data.items) ? data : null;
  const failed = now === "idle" && data !== undefined && !there;
  const state = there ? "there" : failed ? "failed" : now === "idle" ? "unread" : "loading";
  const { items, anchors } = there ?? nothing;
  return useMemo(
    () => ({ address, brief, state, items, anchors, read }),
    [address, brief, state, items, anchors, read],
  );
}

/** Everything that can be inserted: the workspace's items and the built-in ones in the words of this study. */
export const useEntries = ({ items, brief }: Bank): BankEntry[] =>
  useMemo(() => entriesOf(items, builtInItems(brief)), [items, brief]);
