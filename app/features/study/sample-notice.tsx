import { Tag } from "~/components/tag";
import { useText } from "~/i18n/use-text";

export function SampleTag() {
  return <Tag tone="info">{useText("study").sample}</Tag>;
}

/** One quiet line over every page of the sample study, so that nobody takes it for a market. */
export function SampleNotice() {
  return <p className="mb-4 text-muted text-sm">{useText("study").sampleNotice}</p>;
}
