/** What an account form gets back when it could not be done. */
import type { Problems, Typed } from "~/domain/account/forms";

export type Refusal = { problems: Problems; typed: Typed };
