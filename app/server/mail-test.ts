/** One letter to the member who asks for it, past the queue: does the server take it, and how does it look? */
import type { MailSettings } from "~/data/mail-settings";
import type { Language } from "~/domain/language";
import type { Template } from "~/domain/mail/template";
import { newToken } from "~db/new-id";
import { composeMail, connectMail } from "./mail-transport";

/** Null when the mail server took it, else what it said. */
export async function sendTest(
  settings: MailSettings,
  to: { name: string; address: string; language: Language },
  letter: Template,
  now: number,
): Promise<string | null> {
  try {
    const connection = await connectMail(settings);
    const mail = {
      ...{ toName: to.name, toAddress: to.address, language: to.language, ...letter },
      messageId: `<${newToken()}@${settings.fromAddress.split("@")[1]}>`,
    };
    const raw = await composeMail(mail, settings, { optOut: settings.origin, now });
    const handed = await connection.send(raw, to.address, async () => true);
    if (connection.isOpen()) connection.close();
    return "why" in handed ? handed.why : null;
  } catch (trouble) {
    return trouble instanceof Error ? trouble.message : String(trouble);
  }
}
