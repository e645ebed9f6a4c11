import { PlainShell } from "~/components/plain-shell";
import { useText } from "~/i18n/use-text";

export default function Home() {
  const text = useText("shell");
  return (
    <PlainShell>
      <h1 className="text-2xl">{text.product}</h1>
      <p className="mt-2 text-muted">{text.tagline}</p>
    </PlainShell>
  );
}
