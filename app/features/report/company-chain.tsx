/** One company: what each of its roles says, who has a say, and what may stop it. */
import { DataTable } from "~/components/data-table";
import { Figure } from "~/components/figure";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { LocalText } from "~/domain/language";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import type { CompanyChain } from "~/domain/report/company-chain";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

type Props = {
  chain: CompanyChain;
  choiceNames: Readonly<Record<string, LocalText>>;
  /** What they rated, as they were asked. */
  items: readonly AnswerOption[];
};

export function CompanyChainPage({ chain, choiceNames, items }: Props) {
  const text = useText("chain");
  const figure = useText("figure");
  const words = useText("roles");
  const language = useLanguage();
  const format = useFormat();
  const { stances, missing, alignment, influence, vetoes } = chain;
  const people = stances.reduce((sum, one) => sum + one.people, 0);
  const nameOfChoice = (value: string) => choiceNames[value]?.[language] ?? value;
  return (
    <>
      <div className="grid gap-8 md:grid-cols-2">
        <div>
          <p className="font-semibold text-xl">{text.pattern[chain.pattern]}</p>
          <p className="mt-1 max-w-prose text-muted">{text.patternMeans[chain.pattern]}</p>
          {missing.length > 0 && (
            <p className="mt-2 flex flex-wrap gap-x-3 text-sm">
              <span className="text-muted">{text.missing}</span>
              {missing.map((role) => (
                <RoleChip key={role} role={role} />
              ))}
            </p>
          )}
          <p>
            <MethodLink method="chain-pattern" />
          </p>
        </div>
        <Figure
          label={`${text.alignment} · ${text.alignmentHint}`}
          state={
            alignment === null ? { kind: "none", reason: "too-few" } : { kind: "value", value: alignment }
          }
          unit="number"
          digits={2}
          scale={[0, 1]}
          n={people}
          companies={1}
          method="within-company-agreement"
        />
      </div>
      <Section title={text.stances}>
        <DataTable
          caption={text.choices}
          rows={stances}
          rowKey={({ role }) => role}
          columns={[
            { key: "role", header: words.label, cell: ({ role }) => <RoleChip role={role} /> },
            { key: "people", header: text.people, numeric: true, cell: (one) => format.number(one.people) },
            {
              key: "choices",
              header: text.choices,
              cell: ({ choices }) =>
                choices.length === 0
                  ? text.noLeaning
                  : choices
                      .map(
                        ({ value, n }) =>
                          `${nameOfChoice(value)} ${figure.kOfN({ k: n, n: total(choices) })}`,
                      )
                      .join(" · "),
            },
            {
              key: "leaning",
              header: text.patternColumn,
              cell: ({ leaning }) => (leaning ? text.leaning[leaning] : "–"),
            },
          ]}
        />
      </Section>
      {(["importance", "satisfaction"] as const).map((measure) => (
        <Section key={measure} title={text[measure]} level={3}>
          <DataTable
            caption={text[measure]}
            captionHidden
            rows={items}
            rowKey={({ value }) => value}
            columns={[
              {
                key: "item",
                header: text.item,
                cell: ({ name }) => name[language],
              },
              ...stances.map((one) => ({
                key: one.role,
                header: words.chain[one.role as ChainRole],
                numeric: true,
                cell: ({ value }: AnswerOption) => {
                  const mean = one[measure][value] ?? null;
                  return mean === null ? "–" : format.number(mean, 1);
                },
              })),
            ]}
          />
        </Section>
      ))}
      <Section title={text.vetoes}>
        {vetoes.length === 0 ? (
          <p className="text-muted">{text.vetoesNone}</p>
        ) : (
          <ul className="grid gap-1.5">
            {vetoes.map(({ role, kind, value, text: name }) => (
              <li key={`${role}/${kind}/${value}`} className="flex flex-wrap items-baseline gap-x-3">
                <RoleChip role={role} />
                <span>{name[language]}</span>
                <span className="text-muted text-sm">{text.veto[kind]}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={text.influence}>
        {influence.length === 0 ? (
          <p className="text-muted">{text.influenceNone}</p>
        ) : (
          <ul className="grid max-w-md gap-1">
            {influence.map(({ role, points }) => (
              <li key={role} className="grid grid-cols-[9rem_1fr_3rem] items-center gap-3">
                <RoleChip role={role} />
                <span aria-hidden="true" className="h-2.5 bg-sunken">
                  <span
                    className="block h-full"
                    style={{ width: `${points}%`, background: `var(--${role})`, printColorAdjust: "exact" }}
                  />
                </span>
                <span className="text-end tabular-nums">{format.number(points, 0)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

const total = (choices: readonly { n: number }[]) => choices.reduce((sum, { n }) => sum + n, 0);
