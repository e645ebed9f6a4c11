import type { ReactNode } from "react";
import { PageHeader } from "~/components/page-header";
import { TabsNav } from "~/components/tabs-nav";
import { useText } from "~/i18n/use-text";

/** The head of the settings; only who manages the workspace has more than a page of their own. */
export function SettingsFrame({ manages, children }: { manages: boolean; children: ReactNode }) {
  const text = useText("account").settings;
  const mail = useText("mail").settings;
  const tabs = [
    { to: "/settings", label: text.tabs.you, end: true },
    { to: "/settings/members", label: text.tabs.members },
    { to: "/settings/workspace", label: text.tabs.workspace },
    { to: "/settings/mail", label: mail.tab },
  ];
  return (
    <div className="max-w-3xl">
      <PageHeader title={text.title} />
      {manages && <TabsNav label={text.title} tabs={tabs} />}
      {children}
    </div>
  );
}
