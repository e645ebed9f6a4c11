import { useNavigation } from "@remix-run/react";
import { type ComponentProps, type ReactNode, useEffect, useState } from "react";
import { Button, SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { fieldId } from "~/components/field-frame";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import type { Problems } from "~/domain/account/forms";
import { useFormat, useText } from "~/i18n/use-text";
import type { Refusal } from "./answer";

const minute = 60_000;

/** The sentence for a field's problem, if it has one. */
export function useProblem(problems: Problems | undefined) {
  const sentences = useText("account").problems;
  return (field: string) => {
    const problem = problems?.[field];
    return problem && sentences[problem];
  };
}

/** The sentence for attempts that have to wait until a time. */
export function useBlocked(until: number | undefined) {
  const text = useText("account").signIn;
  const format = useFormat();
  // The next full minute: what is said must be true when the clock shows it.
  return until === undefined
    ? undefined
    : text.blocked({ time: format.dateTime(Math.ceil(until / minute) * minute) });
}

type RefusedProps = {
  problems?: Problems;
  /** A problem of one field that only the server could find. */
  found?: { name: string; message?: string };
  /** What concerns no field. */
  whole?: string;
};

/** Everything that keeps a form from being done, above it. */
export function Refused({ problems, found, whole }: RefusedProps) {
  const sentence = useProblem(problems);
  const errors = Object.keys(problems ?? {}).map((name) => ({ name, message: sentence(name) ?? "" }));
  const message = found?.message;
  if (whole)
    return (
      <Notice tone="danger" live>
        {whole}
      </Notice>
    );
  return <FormErrors errors={found && message ? [{ name: found.name, message }] : errors} />;
}

type OwnField = { refusal?: Refusal; label?: string; hint?: ReactNode; error?: string };

export function EmailField({ refusal, error }: OwnField) {
  const text = useText("account").fields;
  const problem = useProblem(refusal?.problems);
  return (
    <TextField
      name="email"
      type="email"
      autoComplete="username"
      inputMode="email"
      label={text.email}
      defaultValue={refusal?.typed.email}
      error={error ?? problem("email")}
      required
    />
  );
}

export function NameField({ refusal, defaultValue }: OwnField & { defaultValue?: string }) {
  const text = useText("account").fields;
  const problem = useProblem(refusal?.problems);
  return (
    <TextField
      name="name"
      autoComplete="name"
      label={text.name}
      defaultValue={refusal?.typed.name ?? defaultValue}
      error={problem("name")}
      required
    />
  );
}

type PasswordProps = OwnField & { name?: string } & Pick<ComponentProps<"input">, "autoComplete">;

/** A password is typed once; looking at it takes the place of typing it twice. */
export function PasswordField({
  name = "password",
  refusal,
  label,
  hint,
  error,
  autoComplete,
}: PasswordProps) {
  const text = useText("account");
  const problem = useProblem(refusal?.problems);
  const [shown, setShown] = useState(false);
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  return (
    <TextField
      name={name}
      type={shown ? "text" : "password"}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      label={label ?? text.fields.password}
      hint={hint}
      error={error ?? problem(name)}
      required
      suffix={
        <Button
          look="plain"
          size="small"
          className={running ? "" : "invisible"}
          aria-controls={fieldId(name)}
          onClick={() => setShown(!shown)}
        >
          {shown ? text.hidePassword : text.showPassword}
        </Button>
      }
    />
  );
}

type SubmitProps = ComponentProps<typeof SubmitButton> & { intent?: string; busy?: string };

/** Waits while its form is on its way, so that a second click does nothing; `busy` is then its word. */
export function Submit({ intent, busy, children, ...button }: SubmitProps) {
  const { state, formData } = useNavigation();
  const waiting = state !== "idle" && formData !== undefined && formData.get("intent") === (intent ?? null);
  return (
    <div>
      <SubmitButton {...button} name={intent && "intent"} value={intent} disabled={waiting}>
        {waiting && busy ? busy : children}
      </SubmitButton>
    </div>
  );
}
