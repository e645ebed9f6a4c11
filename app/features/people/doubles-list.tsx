import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, SubmitButton } from "~/components/button";
import { DefinitionList } from "~/components/definition-list";
import { Dialog } from "~/components/dialog";
import { Section } from "~/components/section";
import type { ListedCompany } from "~/data/companies";
import type { ListedContact } from "~/data/contacts";
import { industryName, sizeName } from "~/domain/fieldwork/company-words";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { type Person, PersonLink, PersonRoles } from "./person-name";

type DoubleCompany = Pick<
  ListedCompany,
  "id" | "name" | "size" | "industry" | "region" | "people" | "answers"
>;
type DoublePerson = Person & Pick<ListedContact, "companyName" | "position" | "chainRoles">;

type Kind = "company" | "person";
type Side = { id: string; name: string; body: ReactNode };

/** Two entries beside each other, and what can be done about them. */
function Pair({ kind, sides }: { kind: Kind; sides: [Side, Side] }) {
  const text = useText("people").doubles;
  const cancel = useText("shell").actions.cancel;
  const [first, second] = sides;
  return (
    <li className="rounded-md border border-line p-4">
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {([sides, [second, first]] as const).map(([side, other]) => (
          <div key={side.id} className="flex min-w-0 flex-col gap-3">
            {side.body}
            <div className="mt-auto">
              <Dialog trigger={text.keepThis} size="small" title={text.keep({ name: side.name })}>
                {(close) => (
                  <Form method="post" onSubmit={close} className="grid gap-5">
                    <p>{text.effect[kind]({ keep: side.name, gone: other.name })}</p>
                    <input type="hidden" name="kind" value={kind} />
                    <input type="hidden" name="keep" value={side.id} />
                    <input type="hidden" name="gone" value={other.id} />
                    <div className="flex flex-wrap gap-3">
                      <SubmitButton name="intent" value="merge">
                        {text.merge}
                      </SubmitButton>
                      <Button onClick={close}>{cancel}</Button>
                    </div>
                  </Form>
                )}
              </Dialog>
            </div>
          </div>
        ))}
      </div>
      <Form method="post" className="mt-4 border-line border-t pt-3">
        <input type="hidden" name="first" value={first.id} />
        <input type="hidden" name="second" value={second.id} />
        <SubmitButton look="plain" size="small" name="intent" value="distinct">
          {text.distinct}
        </SubmitButton>
      </Form>
    </li>
  );
}

const Pairs = ({ children }: { children: ReactNode }) => <ul className="grid gap-4">{children}</ul>;

type DoublesListProps = {
  companies: readonly { two: [DoubleCompany, DoubleCompany] }[];
  people: readonly { two: [DoublePerson, DoublePerson] }[];
};

/** What may have been entered twice. */
export function DoublesList({ companies, people }: DoublesListProps) {
  const all = useText("people");
  const text = all.doubles;
  const language = useLanguage();
  const format = useFormat();
  /** What neither says anything about is left out. */
  const facts = <T,>(one: T, other: T, told: readonly [string, (entry: T) => ReactNode][]) => (
    <DefinitionList
      items={told
        .filter(([, of]) => of(one) || of(other))
        .map(([term, of]) => ({ term, value: of(one) || "–" }))}
    />
  );
  const companySide = (one: DoubleCompany, other: DoubleCompany): Side => ({
    id: one.id,
    name: one.name,
    body: (
      <>
        <Link to={`/companies/${one.id}`} className="link break-words">
          {one.name}
        </Link>
        {facts(one, other, [
          [all.size, ({ size }) => size && sizeName(size, language)],
          [all.industry, ({ industry }) => industry && industryName(industry, language)],
          [all.region, ({ region }) => region],
          [all.peopleCount, ({ people: n }) => format.number(n)],
          [all.answers, ({ answers }) => format.number(answers)],
        ])}
      </>
    ),
  });
  const personSide = (one: DoublePerson, other: DoublePerson): Side => ({
    id: one.id,
    name: text.named({ name: one.name, by: one.email || one.phone }),
    body: (
      <>
        <PersonLink person={one} />
        {facts(one, other, [
          [all.company, ({ companyName }) => companyName],
          [all.role, ({ chainRoles }) => <PersonRoles key="roles" roles={chainRoles} />],
          [all.email, ({ email }) => email],
          [all.phone, ({ phone }) => phone],
          [all.position, ({ position }) => position],
        ])}
      </>
    ),
  });
  const idOf = ([a, b]: readonly { id: string }[]) => `${a?.id}/${b?.id}`;
  if (companies.length + people.length === 0) return <p className="text-muted">{text.none}</p>;
  return (
    <>
      {companies.length > 0 && (
        <Section title={text.companies({ n: companies.length })}>
          <Pairs>
            {companies.map(({ two }) => (
              <Pair
                key={idOf(two)}
                kind="company"
                sides={[companySide(two[0], two[1]), companySide(two[1], two[0])]}
              />
            ))}
          </Pairs>
        </Section>
      )}
      {people.length > 0 && (
        <Section title={text.people({ n: people.length })}>
          <Pairs>
            {people.map(({ two }) => (
              <Pair
                key={idOf(two)}
                kind="person"
                sides={[personSide(two[0], two[1]), personSide(two[1], two[0])]}
              />
            ))}
          </Pairs>
        </Section>
      )}
    </>
  );
}
