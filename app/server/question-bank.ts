/** The bank as its pages and the editor read it. */
import { listMembers } from "~/data/members";
import { type BankUse, listBankItems, mapBankUses } from "~/data/question-bank";
import { entriesOf } from "~/domain/questionnaire/own-bank/browse";
import { builtInItems, exampleBrief } from "~/domain/questionnaire/own-bank/built-in";
import { type BankWording, stateOfCopies } from "~/domain/questionnaire/own-bank/copies";
import { copiesIn } from "~/domain/questionnaire/own-bank/origin";
import { type BusinessType, businessTypes } from "~/domain/study/study";
import { defaultPriceUnit } from "~/domain/study/study-form";
import type { Store } from "~db/client";

/** The type of business an address asks the product's own items to be worded for. */
export const wordedFor = (given: string | null): BusinessType =>
  businessTypes.find((type) => type === given) ?? "saas";

export const builtInFor = (type: BusinessType) => builtInItems(exampleBrief(type, defaultPriceUnit[type]));

/** Every item with how often it is used and who saved it; built-in ones are worded for a type of business. */
export async function readBank(store: Store, given: { workspaceId: string; type: BusinessType }) {
  const [own, uses, members] = await Promise.all([
    listBankItems(store, given),
    mapBankUses(store, given),
    listMembers(store, given),
  ]);
  const saved = new Map(own.map((item) => [item.id, item]));
  return entriesOf(own, builtInFor(given.type)).map((entry) => {
    const item = saved.get(entry.id);
    const by = members.find(({ id }) => id === item?.savedBy)?.name ?? "";
    return { ...entry, uses: uses.get(entry.id)?.size ?? 0, savedAt: item?.savedAt ?? null, savedBy: by };
  });
}

/** Where something of the bank is used, with how each copy stands to what the bank says now. */
export const shownUses = (uses: readonly BankUse[], item: BankWording | null) =>
  uses.map(({ draft, ...use }) => ({
    ...use,
    /** The name it has there. */
    part: item ? String(copiesIn(draft, item.id)[0]?.part.name ?? "") : "",
    state: item && use.inDraft ? stateOfCopies(draft, item, use.product) : null,
  }));
