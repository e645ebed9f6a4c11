/** One question: its wording, who answered, and its distribution by role. */
import type { QuestionResult } from "~/domain/report/question-results";
import { useLanguage, useText } from "~/i18n/use-text";
import { AmountsResult } from "./amounts-result";
import { BestWorstResult, KanoResult, LadderResult, ProductsResult } from "./compared-results";
import { GridResult } from "./grid-result";
import { OptionsResult } from "./options-result";
import { totalOf } from "./role-series";
import { TextAnswers } from "./text-answers";

/** `base` is the address of the study. */
function Result({ question, base }: { question: QuestionResult; base: string }) {
  switch (question.kind) {
    case "options":
      return <OptionsResult question={question} />;
    case "grid":
      return <GridResult question={question} />;
    case "amounts":
      return <AmountsResult question={question} />;
    case "texts":
      return <TextAnswers question={question} base={base} />;
    case "best-worst":
      return <BestWorstResult question={question} />;
    case "kano":
      return <KanoResult question={question} />;
    case "products":
      return <ProductsResult question={question} />;
    case "ladder":
      return <LadderResult question={question} />;
  }
}

export function QuestionCard({ question, base }: { question: QuestionResult; base: string }) {
  const text = useText("results");
  const words = useText("roles");
  const language = useLanguage();
  const parts = question.roles.map((role) =>
    text.roleCount({ role: words.plural[role], n: question.answered[role] ?? 0 }),
  );
  return (
    <article className="border-line border-t py-8 first:border-t-0 first:pt-0">
      <h2 className="text-base">{question.title[language]}</h2>
      <p className="mb-4 text-muted text-sm">{text.answeredBy({ parts: parts.join(" · ") })}</p>
      {totalOf(question) === 0 ? (
        <p className="text-muted">{text.nobody}</p>
      ) : (
        <Result question={question} base={base} />
      )}
    </article>
  );
}
