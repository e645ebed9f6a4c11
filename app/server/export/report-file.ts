/** The files of a report. What writes them is loaded when the first is asked for. */
import type { Language } from "~/domain/language";
import type { ReportBundle } from "~/domain/report/document/bundle";
import type { ReportDocument } from "~/domain/report/document/report-document";
import type { Exported } from "~/domain/report/evidence";
import { codedData } from "~/domain/report/export/codebook";
import { savFile } from "~/domain/report/export/sav";
import type { ThemeColumn } from "~/domain/report/theme-coding";
import { textOf } from "~/i18n/text";
import { download } from "../download";
import { saidWords } from "./words";

const kinds = ["pdf", "pptx", "xlsx", "sav", "csv", "json"] as const;
export type FileKind = (typeof kinds)[number];

/** "report.pdf" → "pdf"; null for anything else. */
export const kindOfFile = (name: string | undefined): FileKind | null =>
  kinds.find((kind) => name === `report.${kind}`) ?? null;

/** Kinds that hold nothing but the document. */
export const isOfDocument = (kind: FileKind): kind is "pdf" | "pptx" => kind === "pdf" || kind === "pptx";

export async function documentFile(
  kind: "pdf" | "pptx",
  document: ReportDocument,
  language: Language,
): Promise<Uint8Array> {
  if (kind === "pdf") return (await import("./pdf")).paperReport(document, language);
  return (await import("./pptx")).presentation(document, language);
}

/** Answers with what readers found in them. */
type Answered = { answers: readonly Exported[]; themes: readonly ThemeColumn[] };

export async function workbookFile(
  document: ReportDocument,
  { answers, themes }: Answered,
  language: Language,
): Promise<Uint8Array> {
  const { workbook } = await import("./xlsx");
  return workbook(document, codedData(answers, language, themes), language);
}

export const spssFile = (
  { answers, themes }: Answered,
  about: { title: string; language: Language; now: number },
): Uint8Array => savFile(codedData(answers, about.language, themes), about);

export const bundleFile = (bundle: ReportBundle): string => `${JSON.stringify(bundle)}\n`;

/** The answer that hands a file over, named after the product in the reader's language. */
export function fileResponse(
  kind: FileKind,
  body: Uint8Array | string,
  {
    product,
    language,
    filter,
    headers = {},
  }: Pick<ReportDocument, "product" | "filter"> & { language: Language; headers?: Record<string, string> },
): Response {
  const said = filter ? ` (${saidWords(filter, language)})`.slice(0, 120) : "";
  const name = `${textOf(language, "report").report.title({ product })}${said}.${kind}`.replace(
    /[\\/:*?"<>|\s]+/g,
    " ",
  );
  return download(body, { file: `report.${kind}`, name, headers });
}
