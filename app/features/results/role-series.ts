/** Results by role as series of a chart, in the words of the reader. */
import type { Series } from "~/components/chart-data";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import type { OptionResult, QuestionResult } from "~/domain/report/question-results";
import type { Format } from "~/i18n/format";
import type { Texts } from "~/i18n/text";

type RoleWords = Texts<"roles">;

/** Below so many answers a share is written as "k of n". */
const fewestForShare = 5;

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
    const [top] = question.options
      .flatMap((option) =>
        option.byRole[role] ? [{ text: option.text[language], share: option.byRole[role] }] : [],
      )
      .sort((a, b) => b.share.count - a.share.count);
    if (!top || top.share.count === 0) return [];
    const { count, n, share } = top.share;
    const name = words.plural[role];
    return [
      n < fewestForShare
        ? text.findingCount({ role: name, option: top.text, k: count, n })
        : text.finding({ role: name, option: top.text, share: format.percent(share) }),
    ];
  });
  return parts.join(language === "en" ? " · " : "；");
}
