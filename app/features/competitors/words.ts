/** Shares and means as the pages about the competition write them: with n, and an interval where there is one. */
import type { Mean, Share } from "~/domain/report/tallies";
import { useFormat, useText } from "~/i18n/use-text";

export function useTallyWords() {
  const format = useFormat();
  const figure = useText("figure");
  return {
    share: (share: Share | null | undefined): string => {
      if (!share) return figure.noValue;
      if (!share.interval) return figure.kOfN({ k: share.count, n: share.n });
      return format.interval(share.share, share.interval, { count: share.n });
    },
    mean: (mean: Mean | null | undefined): string => {
      if (!mean) return figure.noValue;
      if (!mean.interval) return `${format.number(mean.mean)} · ${figure.n(mean)}`;
      return format.interval(mean.mean, mean.interval, { unit: "number", count: mean.n });
    },
  };
}
