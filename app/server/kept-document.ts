/** Documents of the report that are kept in memory. */
import type { PendingReport, ReportDocument } from "~/domain/report/document/report-document";
import type { ReportInput } from "~/domain/report/document/report-input";
import type { Steps } from "~/domain/steps";
import type { Store } from "~db/client";
import { keptResult, type Wanted } from "./kept-result";
import { readSurroundings, withAnswers } from "./report-input";
import { orPending } from "./under-way";

/** `catchingUp` while newer answers are being counted. */
export type ShownDocument = { document: ReportDocument; catchingUp: boolean };

type WantedDocument = Omit<Wanted<ReportDocument>, "read" | "kind"> & {
  kind: "live" | "outside";
  compute: (input: ReportInput) => Steps<ReportDocument>;
  fresh?: boolean;
  soon?: boolean;
};

/** The document as of now: see `keptResult`. */
export async function keptDocument(
  store: Store,
  { compute, ...wanted }: WantedDocument,
): Promise<ShownDocument> {
  const { study, filter } = wanted;
  const { made, catchingUp } = await keptResult(store, {
    ...wanted,
    read: async () => {
      const surroundings = await readSurroundings(store, study);
      // Who begins a questionnaire changes no more than who finishes it.
      const { unfinished: _, ...around } = surroundings;
      const begin = async () => {
        const input = await withAnswers(store, study, surroundings, filter);
        return { responses: input.evidence.length, steps: compute(input) };
      };
      return { around, begin };
    },
  });
  return { document: made, catchingUp };
}

/** A report that was asked for `soon`, or how far it is. */
export async function orPendingReport(
  { product, sample }: Pick<PendingReport, "product" | "sample">,
  asked: Promise<ShownDocument>,
): Promise<{ document: ReportDocument | PendingReport; catchingUp: boolean }> {
  const { shown, pending } = await orPending(asked);
  return shown ?? { document: { product, sample, ...pending }, catchingUp: false };
}
