/** The cells as the reader sees them, saved in the background; nothing typed is lost to a conflict or a bad line. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { KeptCell } from "~/data/features";
import { blankCell, type CellContent, sameContent } from "~/domain/competitors/matrix-cell";

export type GridCell = CellContent & { revision: number; savedAt: number; savedBy: string };
export type Conflict = { featureId: string; vendor: string; theirs: GridCell };
export type SavingState = "saved" | "saving" | "offline";
export type CellEdit = { featureId: string; vendor: string; change: Partial<CellContent> };

export const cellKey = (featureId: string, vendor: string) => `${featureId}/${vendor}`;
export const unwritten: GridCell = { ...blankCell, revision: 0, savedAt: 0, savedBy: "" };

const pause = 500;
const retryAfter = 3000;

type Reply = {
  written: { featureId: string; vendor: string; revision: number }[];
  conflicts: KeptCell[];
  savedAt: number;
  savedBy: string;
};

type Place = { featureId: string; vendor: string };

export function useCells(initial: readonly KeptCell[], saveTo: string) {
  const [cells, setCells] = useState(
    () => new Map<string, GridCell>(initial.map((cell) => [cellKey(cell.featureId, cell.vendor), cell])),
  );
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Conflict>>(new Map());
  const [state, setState] = useState<SavingState>("saved");
  // What the next save sends is read from here: a save may end between two drawings.
  const latest = useRef(cells);
  const disputed = useRef(conflicts);
  const pending = useRef(new Map<string, Place>());
  const sending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const write = useCallback((changed: readonly (readonly [string, GridCell])[]) => {
    latest.current = new Map([...latest.current, ...changed]);
    setCells(latest.current);
  }, []);
  const dispute = useCallback((next: ReadonlyMap<string, Conflict>) => {
    disputed.current = next;
    setConflicts(next);
  }, []);

  const settle = useCallback(
    (reply: Reply) => {
      const { savedAt, savedBy } = reply;
      const current = (key: string) => latest.current.get(key) ?? unwritten;
      const open = new Map(disputed.current);
      const changed = reply.written.map(({ featureId, vendor, revision }) => {
        const key = cellKey(featureId, vendor);
        return [key, { ...current(key), revision, savedAt, savedBy }] as const;
      });
      const agreed: (readonly [string, GridCell])[] = [];
      for (const { featureId, vendor, ...theirs } of reply.conflicts) {
        const key = cellKey(featureId, vendor);
        if (sameContent(theirs, current(key))) agreed.push([key, theirs]);
        else open.set(key, { featureId, vendor, theirs });
      }
      write([...changed, ...agreed]);
      dispute(open);
    },
    [write, dispute],
  );

  const flush = useCallback(async () => {
    if (sending.current) return;
    const sent = new Map([...pending.current].filter(([key]) => !disputed.current.has(key)));
    if (sent.size === 0) return setState("saved");
    sending.current = true;
    for (const key of sent.keys()) pending.current.delete(key);
    setState("saving");
    const changes = [...sent].map(([key, place]) => {
      const { savedAt: _, savedBy: __, ...content } = latest.current.get(key) ?? unwritten;
      return { ...content, ...place };
    });
    let wait = 0;
    try {
      const response = await fetch(saveTo, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(changes),
      });
      if (!response.ok) throw new Error(String(response.status));
      settle((await response.json()) as Reply);
    } catch {
      for (const [key, place] of sent) pending.current.set(key, place);
      setState("offline");
      wait = retryAfter;
    }
    sending.current = false;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), wait);
  }, [saveTo, settle]);

  const schedule = useCallback(() => {
    setState((before) => (before === "offline" ? before : "saving"));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause);
  }, [flush]);

  const edit = useCallback(
    (edits: readonly CellEdit[]) => {
      const changed = edits.flatMap(({ featureId, vendor, change }) => {
        const key = cellKey(featureId, vendor);
        const before = latest.current.get(key) ?? unwritten;
        const after = { ...before, ...change };
        if (sameContent(before, after)) return [];
        pending.current.set(key, { featureId, vendor });
        return [[key, after] as const];
      });
      if (changed.length === 0) return;
      write(changed);
      schedule();
    },
    [write, schedule],
  );

  const resolve = useCallback(
    (key: string, keep: "mine" | "theirs") => {
      const conflict = disputed.current.get(key);
      if (!conflict) return;
      const { featureId, vendor, theirs } = conflict;
      const mine = latest.current.get(key) ?? unwritten;
      const rest = new Map(disputed.current);
      rest.delete(key);
      dispute(rest);
      write([[key, keep === "mine" ? { ...mine, revision: theirs.revision } : theirs]]);
      if (keep === "mine") pending.current.set(key, { featureId, vendor });
      else pending.current.delete(key);
      schedule();
    },
    [dispute, write, schedule],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (pending.current.size > 0 || sending.current) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => {
      removeEventListener("beforeunload", warn);
      // Leaving for another page of ours saves at once; without a component nobody would retry.
      clearTimeout(timer.current);
      if (pending.current.size > 0) void flush();
    };
  }, [flush]);

  return { cells, conflicts, state, edit, resolve };
}
