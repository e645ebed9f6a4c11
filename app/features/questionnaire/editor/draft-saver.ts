/** Sends a draft to the server a moment after each change, as often as it takes; keeps it in the browser until it is there. */
import { dropDraft, holdKey, type KeptDraft, keepDraft } from "./kept-draft";

export type SaveState =
  | "saved"
  | "unsaved"
  | "saving"
  | "offline"
  | "signed-out"
  /** The server does not take it: too large, forbidden, gone. */
  | "refused";

type Saved = { draft: unknown; revision: number };
type Reports = {
  onState(state: SaveState): void;
  /** Somebody saved `theirs`; what is edited here was made from `base`. */
  onReceived(base: unknown, theirs: unknown): void;
  onSaved(): void;
  /** The browser has no room: nothing unsaved would outlive this tab. */
  onNoRoom(): void;
};

const pause = { save: 700, longest: 4000, keep: 200, firstRetry: 1500, longestRetry: 30_000 };

const parsed = (text: unknown): unknown => (typeof text === "string" ? JSON.parse(text) : undefined);

export class DraftSaver {
  private current: unknown;
  private sending = false;
  private ended = false;
  /** What others saved, counted here and in the screen's draft: nothing is sent before the screen has merged it. */
  private received = 0;
  private merged = 0;
  /** When the oldest edit that is not sent yet was made: who types without a pause is saved all the same. */
  private unsavedSince: number | undefined;
  private retry = pause.firstRetry;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly release: () => void;

  constructor(
    private readonly address: string,
    private readonly key: string,
    private saved: Saved,
    private readonly reports: Reports,
  ) {
    this.current = saved.draft;
    this.release = holdKey(key);
    window.addEventListener("online", this.now);
    window.addEventListener("focus", this.look);
    window.addEventListener("pagehide", this.keep);
    document.addEventListener("visibilitychange", this.keep);
  }

  /** To be told of every draft the screen shows, and of how many receipts are in it. */
  changed(draft: unknown, receipts: number): void {
    if (draft === this.current && receipts === this.merged) return;
    const late = this.merged < this.received;
    this.current = draft;
    this.merged = receipts;
    if (!this.isOpen()) {
      clearTimeout(this.saveTimer);
      this.settled();
      return;
    }
    this.reports.onState("unsaved");
    this.keepTimer ??= setTimeout(this.keep, pause.keep);
    this.unsavedSince ??= Date.now();
    const left = Math.max(0, this.unsavedSince + pause.longest - Date.now());
    this.schedule(late ? 0 : Math.min(pause.save, left));
  }

  /** Saves at once what is not saved. */
  now = (): void => {
    clearTimeout(this.saveTimer);
    void this.send();
  };

  /** Asks whether somebody else has saved. */
  look = async (): Promise<void> => {
    if (this.sending || this.isOpen()) return;
    const response = await fetch(`${this.address}?revision=${this.saved.revision}`, {
      redirect: "manual",
    }).catch(() => null);
    const reply = response?.ok ? await response.json().catch(() => null) : null;
    if (reply && !this.sending) this.receive(reply);
  };

  /** The screen is left: what is open is kept and sent on its way. */
  end(): void {
    this.keep();
    clearTimeout(this.saveTimer);
    void this.send();
    this.ended = true;
    window.removeEventListener("online", this.now);
    window.removeEventListener("focus", this.look);
    window.removeEventListener("pagehide", this.keep);
    document.removeEventListener("visibilitychange", this.keep);
    this.release();
  }

  private isOpen = (): boolean => this.current !== this.saved.draft;

  private schedule(delay: number): void {
    clearTimeout(this.saveTimer);
    if (this.ended) return;
    this.saveTimer = setTimeout(() => void this.send(), delay);
  }

  private keep = (): void => {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    if (!this.isOpen() || this.merged < this.received) return;
    const kept: KeptDraft = { base: this.saved.draft, revision: this.saved.revision, draft: this.current };
    if (!keepDraft(this.key, kept)) this.reports.onNoRoom();
  };

  private settled(): void {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    dropDraft(this.key);
    this.reports.onState("saved");
  }

  private receive(given: { revision: number; draft?: unknown }): void {
    const theirs = parsed(given.draft);
    if (theirs === undefined || given.revision <= this.saved.revision) return;
    const base = this.saved.draft;
    this.saved = { draft: theirs, revision: given.revision };
    this.received += 1;
    this.reports.onReceived(base, theirs);
  }

  private async send(): Promise<void> {
    if (this.sending || !this.isOpen() || this.merged < this.received) return;
    this.sending = true;
    this.unsavedSince = undefined;
    const draft = this.current;
    const body = JSON.stringify({ revision: this.saved.revision, draft: JSON.stringify(draft) });
    this.reports.onState("saving");
    const response = await fetch(this.address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      redirect: "manual",
    }).catch(() => null);
    const reply =
      response && [200, 409].includes(response.status) ? await response.json().catch(() => null) : null;
    this.sending = false;
    if (reply && response?.status === 200) {
      this.retry = pause.firstRetry;
      this.saved = { draft, revision: reply.revision };
      if (this.isOpen()) this.schedule(pause.save);
      else this.settled();
      this.reports.onSaved();
    } else if (reply) {
      this.receive(reply);
    } else if (response?.type === "opaqueredirect") this.reports.onState("signed-out");
    else if (response && response.status < 500) this.reports.onState("refused");
    else {
      this.reports.onState("offline");
      this.schedule(this.retry);
      this.retry = Math.min(this.retry * 2, pause.longestRetry);
    }
  }
}
