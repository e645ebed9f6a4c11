/** What a screen needs to speak: `useText("study")`, `useFormat()`, `useLanguage()`. */
import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "~/domain/language";
import { formatOf } from "./format";
import { type Feature, textOf } from "./text";

export type { Language };

const Speech = createContext<{ language: Language; timeZone: string }>({ language: "en", timeZone: "UTC" });

/** Sets the language of everything inside. `timeZone` comes from the server, so that both sides write the same time. */
export function LanguageProvider(props: { language: Language; timeZone?: string; children: ReactNode }) {
  const { language, timeZone = "UTC", children } = props;
  return <Speech.Provider value={{ language, timeZone }}>{children}</Speech.Provider>;
}

export const useLanguage = () => useContext(Speech).language;

export const useText = <F extends Feature>(feature: F) => textOf(useLanguage(), feature);

export const useFormat = () => {
  const { language, timeZone } = useContext(Speech);
  return formatOf(language, timeZone);
};
