import { useLocation } from "@remix-run/react";
import { TabsNav } from "~/components/tabs-nav";
import { useText } from "~/i18n/use-text";

/** The pages of a questionnaire in groups; a group of several has a second strip. */
export function QuestionnaireTabs({ here }: { here: string }) {
  const text = useText("questionnaire").tabs;
  const history = useText("history").tab;
  const { pathname } = useLocation();
  const groups = [
    { label: text.read, pages: [{ to: here, label: text.read }] },
    { label: text.edit, pages: [{ to: `${here}/edit`, label: text.edit }] },
    {
      label: text.logicGroup,
      pages: [
        { to: `${here}/logic`, label: text.logic },
        { to: `${here}/map`, label: text.map },
      ],
    },
    { label: text.languages, pages: [{ to: `${here}/languages`, label: text.languages }] },
    {
      label: text.check,
      pages: [
        { to: `${here}/checks`, label: text.checks },
        { to: `${here}/preview`, label: text.preview },
      ],
    },
    {
      label: text.versionsGroup,
      pages: [
        { to: `${here}/versions`, label: text.versions },
        { to: `${here}/history`, label: history },
      ],
    },
    {
      label: text.inOut,
      pages: [
        { to: `${here}/import`, label: text.bring },
        { to: `${here}/json`, label: text.json },
      ],
    },
  ];
  const open = groups.find(({ pages }) => pages.length > 1 && pages.some(({ to }) => pathname === to));
  return (
    <>
      <div className={open ? "-mb-4" : undefined}>
        <TabsNav
          label={text.label}
          wraps
          tabs={groups.map(({ label, pages }) => ({
            ...{ to: pages[0]?.to ?? here, label, end: true },
            holds: pages.slice(1).map(({ to }) => to),
          }))}
        />
      </div>
      {open && <TabsNav label={open.label} wraps tabs={open.pages} />}
    </>
  );
}
