/** The frame of the settings pages; each of them has its own gate. */
import { Outlet, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { SettingsFrame } from "~/features/account/settings-frame";
import type { loader as memberLoader } from "../member";

export default function Settings() {
  const inside = useRouteLoaderData<typeof memberLoader>("routes/member");
  return (
    <SettingsFrame manages={inside?.can.manageMembers ?? false}>
      <Outlet />
    </SettingsFrame>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
