/** The measures and letters of every slide, in inches. */
import type { Language } from "~/domain/language";

export const wide = { w: 13.33, h: 7.5 };
export const margin = 0.6;
export const inner = wide.w - 2 * margin;
export const hex = (colour: string) => colour.slice(1).toUpperCase();
export const faces: Record<Language, string> = { "zh-CN": "Microsoft YaHei", en: "Calibri" };
