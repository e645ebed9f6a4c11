/** Shares of options by role; a scale keeps its order and shows its means. */
import { Chart } from "~/components/chart";
import { Figure } from "~/components/figure";
import { MethodLink } from "~/components/method-link";
import { RoleChip } from "~/components/tag";
import type { QuestionResult } from "~/domain/report/question-results";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { fewestForShare, findingOf, shareSeries, totalOf } from "./role-series";

type Question = Extract<QuestionResult, { kind: "options" }>;

function Scale({ question, scale }: { question: Question; scale: NonNullable<Question["scale"]> }) {
  const text = useText("results");
  const format = useFormat();
  const language = useLanguage();
  const ends = [question.options[0], question.options.at(-1)].map((end) => end?.text[language] ?? "");
  const [low, high] = [scale.low?.[language], scale.high?.[language]];
  return (
    <>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {question.roles.map((role) => {
          const mean = scale.means[role];
          if (!mean) return null;
          const average = mean.interval
            ? format.interval(mean.mean, mean.interval, { unit: "number", count: mean.n })
            : `${format.number(mean.mean)} · n = ${format.number(mean.n)}`;
          return (
            <li key={role} className="flex flex-wrap items-baseline gap-x-2">
              <RoleChip role={role} />
              <span className="text-muted">{text.mean}</span>
              <span className="tabular-nums">{average}</span>
            </li>
          );
        })}
      </ul>
      {low && high && (
        <p className="mt-1 text-muted text-xs">
          {text.ends({ from: ends[0] ?? "", low, to: ends[1] ?? "", high })}
        </p>
      )}
    </>
  );
}

function Recommendation({ question, nps }: { question: Question; nps: NonNullable<Question["nps"]> }) {
  const text = useText("results");
  const words = useText("roles");
  return (
    <div className="mt-6 grid gap-6 sm:grid-cols-2">
      {question.roles.map((role) => {
        const score = nps[role];
        if (!score) return null;
        const { n, interval } = score;
        return (
          <Figure
            key={role}
            label={text.nps({ role: words.plural[role] })}
            state={
              n < fewestForShare
                ? { kind: "none", reason: "too-few" }
                : {
                    kind: "value",
                    value: Math.round(score.nps * 100),
                    interval: [interval[0] * 100, interval[1] * 100],
                  }
            }
            unit="number"
            digits={0}
            scale={[-100, 100]}
            n={n}
            method="nps-small-samples"
          />
        );
      })}
    </div>
  );
}

export function OptionsResult({ question }: { question: Question }) {
  const text = useText("results");
  const words = useText("roles");
  const format = useFormat();
  const language = useLanguage();
  const { scale, nps, roles, options } = question;
  const series = shareSeries(roles, options, words);
  return (
    <>
      <Chart
        title={findingOf(question, { language, words, text, format }) || text.nobody}
        n={totalOf(question)}
        companies={question.companies}
        data={{
          kind: scale || series.length === 1 ? "bar" : "dot",
          horizontal: !scale,
          categoryAxis: scale ? text.step : text.option,
          categories: options.map((option) => option.text[language]),
          valueAxis: text.share,
          unit: "percent",
          series,
        }}
      />
      {scale && <Scale question={question} scale={scale} />}
      {nps && <Recommendation question={question} nps={nps} />}
      {question.several && <p className="mt-1 text-muted text-xs">{text.several}</p>}
      <MethodLink method="interval-by-company" />
    </>
  );
}
