import { useMemo } from "react";
import type { LocalText } from "~/domain/language";
import { textOf } from "~/i18n/text";

/** What stands where each study puts in its product's name. */
export const useProductMark = (): LocalText =>
  useMemo(() => ({ "zh-CN": textOf("zh-CN", "bank").yourProduct, en: textOf("en", "bank").yourProduct }), []);
