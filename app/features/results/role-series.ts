/** Results by role as series of a chart, in the words of the reader. */
import type { Series } from "~/components/chart-data";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import type { OptionResult, QuestionResult } from "~/domain/report/question-results";
import type { Share } from "~/domain/report/tallies";
import type { Format } from "~/i18n/format";
import type { Texts } from "~/i18n/text";
import { useFormat } from "~/i18n/use-text";

type RoleWords = Texts<"roles">;

/** Below so many answers a share is written as "k of n". */
export const fewestForShare = 5;

export const totalOf = ({ answered }: QuestionResult) =>
  Object.values(answered).reduce((sum, n) => sum + n, 0);

/** A share as a table writes it: "42%", "3/4" where they are few, and with its n if asked. */
export function useShareWords() {
  const format = useFormat();
  return (share: Share | null | undefined, withN = false): string => {
    if (!share || share.n === 0) return "–";
    if (share.n < fewestForShare) return `${share.count}/${share.n}`;
    return withN
      ? `${format.percent(share.share)} (n=${format.number(share.n)})`
      : format.percent(share.share);
  };
}

/** One series a role: its shares with their intervals; roles with fewer than five answers draw nothing. */
export const shareSeries = (
  roles: readonly ChainRole[],
  options: readonly OptionResult[],
  words: RoleWords,
): Series[] =>
  roles.map((role) => {
    const shares = options.map(({ byRole }) => byRole[role]);
    const enough = shares.some((share) => share && share.n >= fewestForShare);
    return {
      label: words.plural[role],
      role,
      values: shares.map((share) => (enough && share ? share.share : null)),
      intervals: shares.map((share) => (enough && share ? share.interval : null)),
    };
  });

/** The finding of a question: what most of each role said. */
export function findingOf(
  question: Extract<QuestionResult, { kind: "options" }>,
  {
    language,
    words,
    text,
    format,
  }: { language: Language; words: RoleWords; text: Texts<"results">; format: Format },
): string {
  const parts = question.roles.flatMap((role) => {
    const mean = question.scale?.means[role];
    const name = words.plural[role];
    if (mean && mean.n >= fewestForShare)
      return [
        text.meanOf({
          role: name,
          mean: format.number(mean.mean),
          most: question.options.at(-1)?.value ?? "",
        }),
      ];
    const [top] = question.options
      .flatMap((option) =>
        option.byRole[role] ? [{ text: option.text[language], share: option.byRole[role] }] : [],
      )
      .sort((a, b) => b.share.count - a.share.count);
    if (!top || top.share.count === 0) return [];
    const { count, n, share } = top.share;
    return [
      n < fewestForShare
        ? text.findingCount({ role: name, option: top.text, k: count, n })
        : text.finding({ role: name, option: top.text, share: format.percent(share) }),
    ];
  });
  return parts.join(text.between);
}
