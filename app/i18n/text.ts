/** Every text of the interface. A new feature adds its two imports and one entry here. */
import type { Language } from "~/domain/language";
import { account } from "./en/account";
import { figure } from "./en/figure";
import { home } from "./en/home";
import { reasons } from "./en/reasons";
import { roles } from "./en/roles";
import { shell } from "./en/shell";
import { account as accountZh } from "./zh-cn/account";
import { figure as figureZh } from "./zh-cn/figure";
import { home as homeZh } from "./zh-cn/home";
import { reasons as reasonsZh } from "./zh-cn/reasons";
import { roles as rolesZh } from "./zh-cn/roles";
import { shell as shellZh } from "./zh-cn/shell";

const inBoth = <T>(en: T, zh: NoInfer<T>): Record<Language, T> => ({ en, "zh-CN": zh });

export const dictionaries = {
  account: inBoth(account, accountZh),
  figure: inBoth(figure, figureZh),
  home: inBoth(home, homeZh),
  reasons: inBoth(reasons, reasonsZh),
  roles: inBoth(roles, rolesZh),
  shell: inBoth(shell, shellZh),
};

export type Feature = keyof typeof dictionaries;
export type Texts<F extends Feature> = (typeof dictionaries)[F][Language];

/** The texts of a feature in a language, for loaders, actions and mail; screens call `useText`. */
export const textOf = <F extends Feature>(language: Language, feature: F): Texts<F> =>
  dictionaries[feature][language];
