import { Button } from "~/components/button";
import { Notice } from "~/components/notice";
import { refusalReasons } from "~/domain/fieldwork/invitation";
import { useText } from "~/i18n/use-text";

/** One tap says why. `form` names the form whose answers go with it. */
export function ReasonButtons({ name, form }: { name: string; form?: string }) {
  const { reasons } = useText("respond").start;
  return (
    <div className="flex flex-wrap gap-2">
      {refusalReasons.map((reason) => (
        <Button
          key={reason}
          type="submit"
          name={name}
          value={reason}
          form={form}
          className="whitespace-normal"
        >
          {reasons[reason]}
        </Button>
      ))}
    </div>
  );
}

/** The way out half-way: what is answered stays. */
export function LeaveForm({ form }: { form: string }) {
  const text = useText("respond").leave;
  return (
    <details className="mt-6 border-line border-t pt-3">
      <summary className="min-h-11 py-2.5 text-muted text-sm">{text.summary}</summary>
      <div className="mt-1 grid gap-3">
        <p className="text-sm">{text.lead}</p>
        <ReasonButtons name="leave" form={form} />
      </div>
    </details>
  );
}

/** Who comes back after a day or more may say what made them stop. */
export function WelcomeBack({ form }: { form: string }) {
  const text = useText("respond").leave;
  return (
    <Notice title={text.backTitle}>
      <p className="mb-3">{text.backLead}</p>
      <ReasonButtons name="stopped" form={form} />
    </Notice>
  );
}
