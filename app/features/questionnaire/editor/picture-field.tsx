import { useState } from "react";
import { isSafeAddress } from "~/domain/questionnaire/harmless";
import { useText } from "~/i18n/use-text";

const side = 480;
const longest = 150_000;

/** The picture no larger than a choice needs, as the questionnaire keeps it; null when it cannot be read. */
async function shrunk(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const link = canvas.toDataURL("image/webp", 0.8);
  return link.length <= longest ? link : null;
}

/** A picture of a choice, chosen from the device and kept inside the questionnaire. */
export function PictureField({
  called,
  value,
  onChange,
}: {
  called: string;
  value: unknown;
  onChange: (link: string | undefined) => void;
}) {
  const text = useText("editor").entries;
  const [failed, setFailed] = useState(false);
  return (
    <div className="grid gap-1 text-sm">
      {isSafeAddress(value) && (
        <img src={String(value)} alt={called} className="max-h-20 w-fit rounded-sm border border-line" />
      )}
      <input
        type="file"
        accept="image/*"
        aria-label={text.picture({ entry: called })}
        className="max-w-full text-sm"
        onChange={async (event) => {
          const file = event.currentTarget.files?.[0];
          if (!file) return;
          const link = await shrunk(file);
          setFailed(link === null);
          if (link !== null) onChange(link);
        }}
      />
      {failed && <p className="text-negative">{text.pictureFailed}</p>}
    </div>
  );
}
