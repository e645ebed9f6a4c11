import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { Panel } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import { textOf } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { QrCodeImage } from "./qr-code-image";

export type FieldLink = {
  id: string;
  /** Null for the link of the whole study. */
  role: ChainRole | null;
  url: string;
  closedAt: number | null;
  qr: { size: number; path: string };
  minutes: number | null;
  /** What the team calls it; empty for the one that came with the questionnaire. */
  name: string;
  opensAt: number | null;
  closesAt: number | null;
  cap: number | null;
  begun: number;
  locked: boolean;
  /** The code to paste, for a survey inside another page. */
  embed: string | null;
};

const svgFile = ({ size, path }: FieldLink["qr"]) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="1024" height="1024"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000" shape-rendering="crispEdges"/></svg>`)}`;

type LinkCardProps = {
  link: FieldLink;
  base: string;
  product: string;
  languages: readonly Language[];
  canEdit: boolean;
};

/** One way in: link, QR code, messages, and whether it is open. */
export function LinkCard({ link, base, product, languages, canEdit }: LinkCardProps) {
  const text = useText("fieldwork");
  const roleText = useText("roles");
  const languageText = useText("shell").language;
  const { id, role, url, closedAt, qr, minutes } = link;
  const words = useText("board").link;
  const format = useFormat();
  const { opensAt, closesAt, cap, begun, locked, embed } = link;
  const own = role ? roleText.chain[role] : text.studyLink;
  const name = link.name ? `${link.name} (${own})` : own;
  const isOpen = closedAt === null;
  return (
    <Panel>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="flex flex-wrap items-center gap-3 text-base">
          {role ? <RoleChip role={role} primary /> : text.studyLink}
          {link.name}
          <Tag tone={isOpen ? "success" : "neutral"}>{isOpen ? text.opened : text.closed}</Tag>
          {opensAt !== null && <Tag>{words.tags.opens({ date: format.date(opensAt) })}</Tag>}
          {closesAt !== null && <Tag>{words.tags.closes({ date: format.date(closesAt) })}</Tag>}
          {cap !== null && <Tag>{words.tags.cap({ begun, cap })}</Tag>}
          {locked && <Tag>{words.tags.password}</Tag>}
        </h3>
        {canEdit && (
          <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
            <LinkButton size="small" to={`${base}/links/${id}`} aria-label={words.settingsOf({ name })}>
              {words.settings}
            </LinkButton>
            <input type="hidden" name="collectorId" value={id} />
            <Button
              type="submit"
              size="small"
              name="intent"
              value={isOpen ? "close" : "open"}
              aria-label={isOpen ? text.closeOf({ name }) : text.reopenOf({ name })}
            >
              {isOpen ? text.close : text.reopen}
            </Button>
          </Form>
        )}
      </div>
      <p className="mt-1 mb-4 max-w-prose text-muted text-sm">
        {!isOpen ? text.closedHint : role ? text.roleLinkLead({ role: own }) : text.studyLinkLead}
      </p>
      {isOpen && (
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-[1fr_auto]">
          <div className="grid min-w-0 content-start gap-2">
            <CopyField name={`link-${id}`} label={text.copyLink} value={url} />
            {embed && <CopyField name={`embed-${id}`} label={words.embed} rows={3} value={embed} />}
            <details>
              <summary className="min-h-11 py-2.5 font-medium">{text.messages}</summary>
              <p className="mb-3 text-muted text-sm">{text.messagesLead}</p>
              {languages.map((language) => {
                const spoken = textOf(language, "fieldwork");
                return (
                  <CopyField
                    key={language}
                    name={`message-${language}-${id}`}
                    label={text.messageIn({ language: languageText[language] })}
                    rows={6}
                    lang={language}
                    value={
                      role && minutes !== null
                        ? spoken.message({ product, minutes, url })
                        : spoken.messageStudy({ product, url })
                    }
                  />
                );
              })}
            </details>
          </div>
          <div className="grid content-start justify-items-start gap-1">
            <QrCodeImage qr={qr} title={text.qrOf({ name })} className="size-40 rounded-sm" />
            <a
              href={svgFile(qr)}
              download={`${product}-${role ?? "study"}.svg`}
              className="link inline-flex min-h-6 text-sm"
            >
              {text.downloadQr}
            </a>
            <a href={`${base}/links/${id}/qr.png`} download className="link inline-flex min-h-6 text-sm">
              {words.png}
            </a>
            <a href={`${base}/links/${id}/card`} className="link inline-flex min-h-6 text-sm">
              {words.card}
            </a>
          </div>
        </div>
      )}
    </Panel>
  );
}
