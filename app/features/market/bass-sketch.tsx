import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Chart } from "~/components/chart";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import {
  bassFields,
  type ReadBass,
  type BassSketch as Sketch,
  type TypedBass,
} from "~/domain/market/bass-form";
import { useFormat, useText } from "~/i18n/use-text";

function Drawn({ sketch: { peak, sales } }: { sketch: Sketch }) {
  const text = useText("trend").sketch;
  const format = useFormat();
  const words = peak.ok
    ? text.peak({
        time: format.number(peak.value.time, 2),
        sales: format.number(peak.value.sales, 1),
        share: format.percent(peak.value.share, 1),
      })
    : text.noPeak;
  return (
    <div className="mt-6" role="status">
      <Chart
        title={words}
        data={{
          ...{ kind: "line", categoryAxis: text.period, valueAxis: text.sales, unit: "number" },
          categories: sales.map((_, at) => String(at + 1)),
          series: [{ label: text.sales, values: sales }],
        }}
      />
      <MethodLink method="bass" />
    </div>
  );
}

/** Draws the curve of a typed p, q and m; it stands in the address, so that it can be kept and shared. */
export function BassSketch({ typed, read }: { typed: TypedBass; read: ReadBass }) {
  const text = useText("trend").sketch;
  const wrong = read.kind === "refused" ? read.fields : [];
  const errors = wrong.map((name) => ({
    name,
    message: text.problemAt({ field: text[name], problem: text.problems[name] }),
  }));
  return (
    <Section id="sketch" title={text.title} lead={text.lead}>
      <Form method="get" action="#sketch" noValidate preventScrollReset className="grid max-w-2xl gap-4">
        <FormErrors errors={errors} />
        <div className="grid items-start gap-4 sm:grid-cols-3">
          {bassFields.map((name) => (
            <TextField
              key={name}
              name={name}
              label={text[name]}
              inputMode="decimal"
              defaultValue={typed[name]}
              error={wrong.includes(name) ? text.problems[name] : null}
            />
          ))}
        </div>
        <div>
          <SubmitButton look="secondary">{text.draw}</SubmitButton>
        </div>
      </Form>
      {read.kind === "drawn" && <Drawn sketch={read.sketch} />}
    </Section>
  );
}
