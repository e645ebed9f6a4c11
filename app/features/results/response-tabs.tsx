import { TabsNav } from "~/components/tabs-nav";
import { useText } from "~/i18n/use-text";

/** The pages about a study's responses. */
export function ResponseTabs({ base }: { base: string }) {
  const { tabs } = useText("quality");
  const imports = useText("answerImport");
  return (
    <TabsNav
      label={tabs.label}
      tabs={[
        { to: `${base}/responses`, label: tabs.all, end: true },
        { to: `${base}/responses/review`, label: tabs.review },
        { to: `${base}/responses/import`, label: imports.tab },
      ]}
    />
  );
}
