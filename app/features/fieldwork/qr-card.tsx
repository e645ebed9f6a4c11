import { Button } from "~/components/button";
import { useText } from "~/i18n/use-text";
import { QrCodeImage } from "./qr-code-image";

/** Fits a page of any size; the button is not printed. */
export function QrCard(props: {
  product: string;
  sender: string;
  url: string;
  qr: { size: number; path: string };
}) {
  const { product, sender, url, qr } = props;
  const text = useText("board").link;
  const start = useText("respond").start;
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-center gap-5 p-6 text-center">
      <p className="text-muted">{start.lead({ sender })}</p>
      <h1 className="text-2xl">{product}</h1>
      <QrCodeImage qr={qr} title={text.cardLead} className="w-full max-w-72" />
      <p className="text-lg">{text.cardLead}</p>
      <p className="break-all text-sm">{url}</p>
      <Button className="print:hidden" onClick={() => window.print()}>
        {text.print}
      </Button>
    </main>
  );
}
