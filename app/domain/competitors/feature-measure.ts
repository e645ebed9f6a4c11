/** Features that are measured, such as a price or a time to answer, instead of judged by support and quality. */
import { z } from "zod";

export const betterWays = ["more", "less"] as const;
export type FeatureMeasure = {
  /** "¥ / month", "hours". */
  unit: string;
  /** Which way is better. */
  better: (typeof betterWays)[number];
};

/** Amounts run from 0 to a billion. */
export const amountSchema = z.number().min(0).max(1e9).nullable();

/**
 * An amount as people write it: "5,490", "¥ 5490", "1.5 小时"; "3万" and "20k" are none. Undefined for an empty cell, null for a
 * mark of not knowing, "unreadable" for anything else.
 */
export function readAmount(text: string): number | null | undefined | "unreadable" {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return undefined;
  if (/^([?–-]|n\/a|不清楚|未知|unknown)$/iu.test(plain)) return null;
  const found =
    /^[¥$€£]?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s*(?!(?:[kKM](?:\s|$)|[万亿千百十]))[^\d\s][^\d]*)?$/u.exec(
      plain,
    );
  if (!found) return "unreadable";
  const amount = Number(`${found[1]!.replaceAll(",", "")}${found[2] ?? ""}`);
  return amountSchema.safeParse(amount).success ? amount : "unreadable";
}
