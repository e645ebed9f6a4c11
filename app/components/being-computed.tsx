/** The place of what is still being computed: how far it is, until it is there by itself. */
import { type ReactNode, useEffect, useState } from "react";
import type { Progress } from "~/domain/steps";
import { useFormat, useText } from "~/i18n/use-text";
import { CatchingUp } from "./catching-up";
import { useLookAgain } from "./look-again";
import { ProgressBar } from "./progress-bar";

const first = 500;
const most = 3000;

/** `what` says what is computed. */
export function BeingComputed({ what, share, responses }: Progress & { what: string }) {
  const text = useText("shell").computing;
  const format = useFormat();
  useLookAgain(first, most);
  // Not rounded up: all of it is done only when it is there.
  const done = Math.floor(share * 100);
  return (
    <div className="mt-8 grid max-w-prose gap-2 print:hidden">
      <ProgressBar
        label={what}
        note={responses !== null && text.of({ n: responses })}
        words={format.percent(done / 100)}
        {...{ done, total: 100 }}
      />
      <p className="text-muted text-sm">{text.hint}</p>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </div>
  );
}

/** Says once that what was waited for is there (`ready`), and goes to the chapter the address asks for. */
export function ReadyAtLast({ pending, ready }: { pending: boolean; ready: string }) {
  const [waited, setWaited] = useState(pending);
  useEffect(() => {
    if (pending) setWaited(true);
    else if (waited && window.scrollY === 0 && location.hash)
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [pending, waited]);
  return (
    <p role="status" className="sr-only">
      {waited && !pending && ready}
    </p>
  );
}

type ComputedProps = {
  pending: Progress | null;
  /** When it was computed, where newer answers are still being counted. */
  catchingUp: number | null;
  children: ReactNode;
};

/** What a page computes from all answers, or how far it is. */
export function Computed({ pending, catchingUp, children }: ComputedProps) {
  const text = useText("shell").computing;
  return (
    <>
      {catchingUp !== null && (
        <div className="mb-6">
          <CatchingUp at={catchingUp} />
        </div>
      )}
      <ReadyAtLast pending={pending !== null} ready={text.ready} />
      {pending ? <BeingComputed {...pending} what={text.what} /> : children}
    </>
  );
}
