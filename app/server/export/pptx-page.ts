/** The measures and letters of every slide, in inches. */
import type { Language } from "~/domain/language";

export const wide = { w: 13.33, h: 7.5 };
export const margin = 0.6;
export const inner = wide.w - 2 * margin;
export const hex = (colour: string) => colour.slice(1).toUpperCase();
/** How many lines a text fills in a width: Chinese signs are twice as wide as Latin ones. */
export function linesOf(text: string, size: number, width: number): number {
  const signs = [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 1 : 0.52), 0);
  return Math.max(1, Math.ceil((signs * size) / (width * 72)));
}
export const faces: Record<Language, string> = { "zh-CN": "Microsoft YaHei", en: "Calibri" };
