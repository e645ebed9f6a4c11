import { Link } from "@remix-run/react";
import { useRef } from "react";
import { Button } from "~/components/button";
import type { ChainRole } from "~/domain/chain/role";
import { type Language, languages } from "~/domain/language";
import { useText } from "~/i18n/use-text";

export const previewWidths = ["phone", "desktop"] as const;
export const previewThemes = ["light", "dark"] as const;
export type PreviewLook = {
  width: (typeof previewWidths)[number];
  theme: (typeof previewThemes)[number];
  lang: Language;
};

type PreviewFrameProps = {
  look: PreviewLook;
  role: ChainRole;
  /** Where the draft is tried. */
  source: string;
  roles: readonly { role: ChainRole; to: string }[];
};

/** One choice out of a few, each an address of its own. */
function Choices(props: {
  label: string;
  items: readonly { to: string; label: string; current: boolean }[];
}) {
  return (
    <nav aria-label={props.label} className="flex flex-wrap items-center gap-x-1 text-sm">
      <span className="pe-2 text-muted" aria-hidden="true">
        {props.label}
      </span>
      {props.items.map(({ to, label, current }) => (
        <Link
          key={label}
          to={to}
          preventScrollReset
          aria-current={current ? "true" : undefined}
          className="inline-flex min-h-9 items-center rounded-md px-2.5 hover:bg-sunken aria-[current]:bg-sunken aria-[current]:font-semibold"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

export function PreviewFrame({ look, role, source, roles }: PreviewFrameProps) {
  const text = useText("preview");
  const names = useText("shell").language;
  const roleNames = useText("roles").chain;
  const frame = useRef<HTMLIFrameElement>(null);
  const address = `${source}?lang=${look.lang}&theme=${look.theme}`;
  const query = (change: Partial<PreviewLook>) => `?${new URLSearchParams({ ...look, ...change })}`;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Choices
          label={text.width}
          items={previewWidths.map((width) => ({
            ...{ to: query({ width }), label: text.widths[width], current: look.width === width },
          }))}
        />
        <Choices
          label={text.language}
          items={languages.map((lang) => ({
            ...{ to: query({ lang }), label: names[lang], current: look.lang === lang },
          }))}
        />
        <Choices
          label={text.theme}
          items={previewThemes.map((theme) => ({
            ...{ to: query({ theme }), label: text.themes[theme], current: look.theme === theme },
          }))}
        />
        <Choices
          label={text.role}
          items={roles.map((one) => ({
            ...{ to: `${one.to}${query({})}`, label: roleNames[one.role], current: one.role === role },
          }))}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() => {
            if (frame.current) frame.current.src = address;
          }}
        >
          {text.again}
        </Button>
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          className="link inline-flex min-h-9 items-center px-2 text-sm"
        >
          {text.alone}
        </a>
      </div>
      <iframe
        ref={frame}
        key={address}
        title={text.frame({ role: roleNames[role] })}
        src={address}
        className={`h-[760px] max-h-[85dvh] w-full rounded-md border border-edge ${look.width === "phone" ? "max-w-[377px]" : ""}`}
      />
    </div>
  );
}
