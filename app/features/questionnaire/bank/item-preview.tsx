import { useMemo, useState } from "react";
import type { LocalText } from "~/domain/language";
import { type ItemContent, onePageOf } from "~/domain/questionnaire/own-bank/item";
import { withProduct } from "~/domain/questionnaire/own-bank/product-name";
import { useLanguage } from "~/i18n/use-text";
import { QuestionPane } from "../editor/question-pane";

const whole = ["pages", 0] as const;

/** An item of the bank as the respondent would see it, in either language. */
export function ItemPreview({ content, product }: { content: ItemContent; product: string | LocalText }) {
  const [language, setLanguage] = useState(useLanguage());
  const draft = useMemo(() => onePageOf(withProduct(content, product)), [content, product]);
  return <QuestionPane draft={draft} selected={whole} language={language} onLanguage={setLanguage} />;
}
