/** The place of a report that is still being computed: how far it is, until it is there by itself. */
import { useEffect, useState } from "react";
import { ProgressBar } from "~/components/progress-bar";
import type { PendingReport } from "~/domain/report/document/report-document";
import { useFormat, useText } from "~/i18n/use-text";
import { useLookAgain } from "./look-again";

const first = 500;
const most = 3000;

export function BeingComputed({ share, responses }: Pick<PendingReport, "share" | "responses">) {
  const text = useText("sharing").page;
  const format = useFormat();
  useLookAgain(first, most);
  // Not rounded up: all of it is done only when it is there.
  const done = Math.floor(share * 100);
  return (
    <div className="mt-8 grid max-w-prose gap-2 print:hidden">
      <ProgressBar
        label={text.computing}
        note={responses !== null && text.computingOf({ n: responses })}
        words={format.percent(done / 100)}
        {...{ done, total: 100 }}
      />
      <p className="text-muted text-sm">{text.computingHint}</p>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </div>
  );
}

/** Says once that what was waited for is there, and goes to the chapter the address asks for. */
export function ReadyAtLast({ pending }: { pending: boolean }) {
  const text = useText("sharing").page;
  const [waited, setWaited] = useState(pending);
  useEffect(() => {
    if (pending) setWaited(true);
    else if (waited && window.scrollY === 0 && location.hash)
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [pending, waited]);
  return (
    <p role="status" className="sr-only">
      {waited && !pending && text.ready}
    </p>
  );
}
