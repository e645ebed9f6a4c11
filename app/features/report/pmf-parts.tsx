/** The two lamps that answers light, per role, for all companies and in each part of them. */
import { type Column, DataTable } from "~/components/data-table";
import { LampDot } from "~/components/lamp-dot";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import type { ChainRole } from "~/domain/chain/role";
import { type Outcome, value } from "~/domain/outcome";
import type { LampState } from "~/domain/pmf/three-lamps";
import type { PartOfRole } from "~/domain/report/pmf-breakdown";
import type { Interval } from "~/domain/stats/interval";
import { useFormat, useText } from "~/i18n/use-text";

export type LabelledPart = {
  key: string;
  /** Null for all companies. */
  label: string | null;
  companies: number;
  roles: readonly PartOfRole[];
};

type Lamp = "frequency" | "upset";
type Known = { share: number; n: number; interval: Interval };

/** Share and interval behind a lamp that is lit by answers, or why it is dark. */
function knownOf({ frequency, upset }: PartOfRole, lamp: Lamp): Outcome<Known> {
  if (lamp === "frequency") return frequency.of;
  if (!upset.of.ok) return upset.of;
  const { score, n, interval } = upset.of.value;
  return interval.ok ? value({ share: score, n, interval: interval.value }) : interval;
}

function LampCell({ state, known, holds }: { state: LampState; known: Outcome<Known>; holds: boolean }) {
  const text = useText("pmf").parts;
  const { lampState } = useText("results").pmf;
  const { n } = useText("figure");
  const format = useFormat();
  return (
    <span className="inline-grid grid-cols-[auto_1fr] gap-x-2 text-start">
      <LampDot lamp={state} />
      <span>
        {lampState[state]}
        {known.ok ? (
          <span className="block whitespace-nowrap text-muted">
            {format.interval(known.value.share, known.value.interval)}
            <span className="block">{n({ n: known.value.n })}</span>
          </span>
        ) : (
          known.reason in text.dark && (
            <span className="block text-muted">{text.dark[known.reason as keyof typeof text.dark]}</span>
          )
        )}
        {!holds && state !== "undecided" && <span className="block text-muted">{text.luck}</span>}
      </span>
    </span>
  );
}

const lamps = ["frequency", "upset"] as const;

export function PmfParts({ parts }: { parts: readonly LabelledPart[] }) {
  const text = useText("pmf").parts;
  const words = useText("roles").plural;
  const format = useFormat();
  const lit = (part: LabelledPart) =>
    part.label === null || part.roles.some((one) => lamps.some((lamp) => knownOf(one, lamp).ok));
  const dark = parts.flatMap(({ label, companies, ...part }) =>
    label === null || lit({ label, companies, ...part }) ? [] : [text.tooFewOf({ label, n: companies })],
  );
  const [all] = parts;
  if (!all || all.roles.length === 0) return null;
  const column = (role: ChainRole, lamp: Lamp): Column<LabelledPart> => ({
    key: `${role}-${lamp}`,
    header: text[lamp]({ role: words[role] }),
    cell: ({ roles }) => {
      const own = roles.find((one) => one.role === role);
      return own && <LampCell state={own[lamp].lamp} known={knownOf(own, lamp)} holds={own.holds[lamp]} />;
    },
  });
  return (
    <Section title={text.title} lead={text.lead}>
      <DataTable
        caption={text.title}
        captionHidden
        rows={parts.filter(lit)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "part",
            header: text.column,
            cell: ({ label, companies }) =>
              label === null ? text.all({ n: companies }) : text.of({ label, n: companies }),
          },
          ...all.roles.flatMap(({ role }) => lamps.map((lamp) => column(role, lamp))),
        ]}
      />
      {dark.length > 0 && (
        <p className="mt-3 max-w-prose text-muted text-sm">
          {text.tooFew} {format.list(dark)}
        </p>
      )}
      <p className="mt-2">
        <MethodLink method="three-lamps" />
      </p>
    </Section>
  );
}
