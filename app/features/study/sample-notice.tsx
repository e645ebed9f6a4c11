import { Notice } from "~/components/notice";
import { Tag } from "~/components/tag";
import { useText } from "~/i18n/use-text";

export function SampleTag() {
  return <Tag tone="info">{useText("study").sample}</Tag>;
}

/** Stands on every page of the sample study, so that nobody takes it for a market. */
export function SampleNotice() {
  return (
    <div className="mb-6">
      <Notice>{useText("study").sampleNotice}</Notice>
    </div>
  );
}
