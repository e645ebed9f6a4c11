/** The languages of interface and content. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** One text in every language. Content that lacks a language is filled from the other when it is compiled. */
export type LocalText = Record<Language, string>;

/** SurveyJS spells its locales in lower case. */
export const surveyLocale = { "zh-CN": "zh-cn", en: "en" } as const satisfies Record<Language, string>;
