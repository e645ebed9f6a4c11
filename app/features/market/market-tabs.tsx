import { Link } from "@remix-run/react";
import { TabsNav } from "~/components/tabs-nav";
import { useText } from "~/i18n/use-text";

/** The market's views, and the scenarios of the one that is open. */
export function MarketTabs(props: {
  studyId: string;
  view: "size" | "sheet" | "trend";
  scenarios: readonly { id: string; name: string }[];
  chosen: string | null;
}) {
  const { studyId, view, scenarios, chosen } = props;
  const text = useText("market");
  const base = `/studies/${studyId}/market`;
  const query = chosen ? `?scenario=${chosen}` : "";
  return (
    <>
      <TabsNav
        label={text.tabs.label}
        tabs={[
          { to: `${base}${query}`, label: text.tabs.size, end: true },
          { to: `${base}/sheet${query}`, label: text.tabs.sheet },
          { to: `${base}/trend`, label: text.tabs.trend },
        ]}
      />
      {scenarios.length > 1 && (
        <nav aria-label={text.scenarios} className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <span className="text-muted">{text.scenario}</span>
          {scenarios.map(({ id, name }) => (
            <Link
              key={id}
              to={`${base}${view === "sheet" ? "/sheet" : ""}?scenario=${id}`}
              aria-current={id === chosen ? "true" : undefined}
              className="link inline-flex min-h-6 items-center aria-[current]:font-semibold"
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
    </>
  );
}
