import type { Language } from "../language";
import { industries, sizeBands } from "../questionnaire/answer-options";

/** The words of a size band; what is no known band stays as it is. */
export const sizeName = (size: string, language: Language): string =>
  sizeBands.find(({ value }) => value === size)?.name[language] ?? size;

/** The words of an industry; what is no known one stays as it was written. */
export const industryName = (industry: string, language: Language): string =>
  industries.find(({ value }) => value === industry)?.name[language] ?? industry;
