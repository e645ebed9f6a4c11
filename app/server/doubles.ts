/** Companies and people that may stand twice in the list, the two of each pair beside each other. */
import { findNamed, listCompanies } from "~/data/companies";
import { listAllContacts } from "~/data/contacts";
import { listDistinctPairs } from "~/data/merging";
import { companyKey } from "~/domain/fieldwork/company-key";
import { companyDoubles, type Pair, personDoubles } from "~/domain/fieldwork/doubles";
import type { Language } from "~/domain/language";
import type { Store } from "~db/client";

type Person = Awaited<ReturnType<typeof listAllContacts>>[number];
type Found<T> = { asked: boolean; two: [T, T] }[];

const shown = 50;

/**
 * What looks like doubles, without pairs known to be two; the pair the address asks for comes first: `company` with a
 * `name` of another, or `person` with another as `same`.
 */
export async function readDoubles(
  store: Store,
  given: { workspaceId: string; language: Language; asked: URLSearchParams },
) {
  const { workspaceId, language, asked } = given;
  const [{ rows: companies }, people, distinct] = await Promise.all([
    listCompanies(store, { workspaceId, locale: language, limit: Number.MAX_SAFE_INTEGER, offset: 0 }),
    listAllContacts(store, { workspaceId }),
    listDistinctPairs(store, { workspaceId }),
  ]);
  const named = asked.get("name")?.trim().slice(0, 200) ?? "";
  const companyId = asked.get("company") ?? "";
  const other = named && (await findNamed(store, { workspaceId, nameKey: companyKey(named) }));
  const pairs = <T extends { id: string }>(rows: readonly T[], found: Pair[], wanted: Pair): Found<T> => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const isWanted = ([a, b]: Pair) => wanted.includes(a) && wanted.includes(b);
    return [wanted, ...found.filter((pair) => !distinct.has(pair.join("/")) && !isWanted(pair))]
      .flatMap(([a, b]) => {
        const [first, second] = [byId.get(a), byId.get(b)];
        return first && second && a !== b ? [{ asked: a === wanted[0], two: [first, second] as [T, T] }] : [];
      })
      .slice(0, shown);
  };
  const identified = people.filter(({ anonymisedAt }) => anonymisedAt === null);
  return {
    companies: pairs(companies, companyDoubles(companies), [companyId, other || ""]),
    people: pairs(identified.map(listed), personDoubles(identified), [
      asked.get("person") ?? "",
      asked.get("same") ?? "",
    ]),
    /** A name was asked for that no other company has. */
    unknown: named && (!other || other === companyId) ? named : null,
  };
}

/** Of a person, what their entry on the page shows. */
const listed = (one: Person) => ({
  ...{ id: one.id, companyId: one.companyId, companyName: one.companyName, chainRoles: one.chainRoles },
  ...{ name: one.name, email: one.email, phone: one.phone, position: one.position },
  ...{ anonymisedAt: one.anonymisedAt, optedOutAt: one.optedOutAt },
});
