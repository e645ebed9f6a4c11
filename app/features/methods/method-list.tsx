import { Link } from "@remix-run/react";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { useText } from "~/i18n/use-text";
import type { FamilyView } from "./view";

/** Every method by what it is for, with one line on each. */
export function MethodList({ families }: { families: readonly FamilyView[] }) {
  const text = useText("methods");
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <nav aria-label={text.jump}>
        <ul className="flex flex-wrap gap-x-5">
          {families.map(({ family }) => (
            <li key={family}>
              <a href={`#${family}`} className="link inline-flex min-h-11 items-center">
                {text.families[family]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {families.map(({ family, methods }) => (
        <Section
          key={family}
          id={family}
          title={text.families[family]}
          actions={<p className="text-muted text-sm">{text.count({ n: methods.length })}</p>}
        >
          <ul className="border-line border-t">
            {methods.map(({ key, name, line }) => (
              <li
                key={key}
                className="grid gap-x-6 border-line border-b py-2 md:grid-cols-[17rem_minmax(0,1fr)] md:items-baseline"
              >
                <Link to={`/methods/${key}`} className="link inline-block py-2 font-medium md:py-1">
                  {name}
                </Link>
                <p className="pb-2 text-muted md:pb-0">{line}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
