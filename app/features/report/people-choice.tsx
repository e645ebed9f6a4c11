/** Whose answers something counts: everybody's, or one of the filters the study knows. */
import { SelectField } from "~/components/field";
import type { LocalText } from "~/domain/language";
import { useLanguage, useText } from "~/i18n/use-text";

export type PeopleOption = { value: string; view: string | null; said: readonly LocalText[] };

/** A filter in the reader's words. */
export function useSaid(): (said: readonly LocalText[]) => string {
  const language = useLanguage();
  const { saidJoin } = useText("sharing").page;
  return (said) => said.map((one) => one[language]).join(saidJoin);
}

export function PeopleChoice({
  options,
  chosen,
  hint,
}: {
  options: readonly PeopleOption[];
  chosen: string;
  hint: string;
}) {
  const text = useText("sharing").layout;
  const words = useSaid();
  if (options.length === 0) return null;
  return (
    <SelectField
      name="people"
      label={text.people}
      hint={hint}
      empty={text.everybody}
      defaultValue={chosen}
      options={options.map(({ value, view, said }) => ({
        value,
        label: view ? text.view({ name: view, said: words(said) }) : words(said),
      }))}
    />
  );
}
