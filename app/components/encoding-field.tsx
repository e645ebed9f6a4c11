import { useText } from "~/i18n/use-text";
import { SelectField } from "./field";

/** In which encoding a text file is read, for the files whose guess comes out as nonsense. */
export function EncodingField() {
  const text = useText("shell").encoding;
  return (
    <SelectField
      name="encoding"
      label={text.label}
      hint={text.hint}
      empty={text.guess}
      options={Object.entries(text.names).map(([value, label]) => ({ value, label }))}
      optional
    />
  );
}
