import { useCallback, useEffect, useMemo, useState } from "react";
import type { QuestionnaireBrief } from "~/domain/questionnaire/bank/brief";
import type { JsonObject } from "~/domain/questionnaire/draft-tree";
import { type BankEntry, entriesOf, type OwnItem } from "~/domain/questionnaire/own-bank/browse";
import { builtInItems } from "~/domain/questionnaire/own-bank/built-in";
import type { BankWording } from "~/domain/questionnaire/own-bank/copies";

type Loaded = {
  /** `elsewhere` counts the other questionnaires that have a copy; `earlier` is what the copies here were made from. */
  items: (OwnItem & Pick<BankWording, "earlier"> & { elsewhere: number })[];
  anchors: Record<string, JsonObject>;
};

export type Bank = {
  /** Where it is read and saved to. */
  address: string;
  brief: QuestionnaireBrief;
  state: "unread" | "loading" | "failed" | "there";
  items: Loaded["items"];
  anchors: Loaded["anchors"];
  read(): void | Promise<void>;
};

const nothing: Loaded = { items: [], anchors: {} };

/** The workspace's bank, read when the questionnaire has copies from it or when it is asked for. */
export function useBank(address: string, brief: QuestionnaireBrief, hasCopies: boolean): Bank {
  const [{ state, items, anchors }, setRead] = useState<{ state: Bank["state"] } & Loaded>({
    ...nothing,
    state: "unread",
  });
  const read = useCallback(async () => {
    setRead((before) => (before.state === "there" ? before : { ...nothing, state: "loading" }));
    const response = await fetch(address, { redirect: "manual" }).catch(() => null);
    const sent = response?.ok ? await response.json().catch(() => null) : null;
    setRead((before) =>
      sent
        ? { ...sent, state: "there" }
        : before.state === "there"
          ? before
          : { ...nothing, state: "failed" },
    );
  }, [address]);
  useEffect(() => {
    if (hasCopies) void read();
  }, [hasCopies, read]);
  return useMemo(
    () => ({ address, brief, state, items, anchors, read }),
    [address, brief, state, items, anchors, read],
  );
}

/** Everything that can be inserted: the workspace's items and the built-in ones in the words of this study. */
export const useEntries = ({ items, brief }: Bank): BankEntry[] =>
  useMemo(() => entriesOf(items, builtInItems(brief)), [items, brief]);
