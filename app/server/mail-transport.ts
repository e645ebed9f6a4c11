/**
 * The conversation with a mail server, step by step. The last byte of a letter is held back until the queue has
 * written down that it is about to be sent: nothing can have arrived before that, whatever happens to this process.
 */
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { MailSettings } from "~/data/mail-settings";
import type { Mail } from "~/data/mails";
import { isRefusal } from "~/domain/mail/queue-rules";
import { htmlOf } from "~/domain/mail/template";

type Server = Pick<
  MailSettings,
  "host" | "port" | "security" | "username" | "password" | "fromName" | "fromAddress" | "replyTo"
>;

/** What became of a letter. `why` is the mail server's own sentence. */
export type Handed =
  | { kind: "sent" }
  /** The address does not take mail. */
  | { kind: "bounced"; why: string }
  /** Refused for good, for another reason than the address. */
  | { kind: "refused"; why: string }
  /** Not now; nothing was taken. */
  | { kind: "put-off"; why: string }
  /** The server cannot be reached or does not let us in; nothing was taken. */
  | { kind: "unreachable"; why: string }
  /** The claim was lost before the last byte; nothing was taken. */
  | { kind: "lost" }
  /** The last byte was sent and no answer came. */
  | { kind: "unknown"; why: string };

/** The letter as it goes over the wire: plain text and HTML, and the one-click way out (RFC 8058). */
export const composeMail = (
  letter: Pick<Mail, "toName" | "toAddress" | "subject" | "body" | "messageId" | "language">,
  server: Server,
  { optOut, now }: { optOut: string; now: number },
): Promise<Buffer> =>
  new MailComposer({
    from: { name: server.fromName, address: server.fromAddress },
    to: { name: letter.toName, address: letter.toAddress },
    ...(server.replyTo && { replyTo: server.replyTo }),
    subject: letter.subject,
    messageId: letter.messageId,
    date: new Date(now),
    text: letter.body,
    html: htmlOf(letter.body, letter.language),
    headers: {
      "List-Unsubscribe": `<${optOut}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

type Trouble = Error & { code?: string; responseCode?: number; response?: string; command?: string };

const wordsOf = (trouble: Trouble) => (trouble.response ?? trouble.message).slice(0, 300);

/** Opens one connection; rejects with the server's words when it cannot be reached or does not let us in. */
export async function connectMail(server: Server) {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  let broken = false;
  let failed: (trouble: Error) => void = () => undefined;
  connection.on("error", (trouble) => {
    broken = true;
    failed(trouble);
  });
  connection.on("end", () => {
    broken = true;
  });
  const step = <T>(run: (done: (trouble?: Error | null, result?: T) => void) => void) =>
    new Promise<T | undefined>((resolve, reject) => {
      failed = reject;
      run((trouble, result) => (trouble ? reject(trouble) : resolve(result)));
    });
  try {
    await step((done) => connection.connect(done));
    if (server.username !== "")
      await step((done) =>
        connection.login({ credentials: { user: server.username, pass: server.password } }, done),
      );
  } catch (trouble) {
    connection.close();
    throw new Error(wordsOf(trouble as Trouble));
  }

  /** `lastByte` writes down that the letter is about to be handed over; false when it must not be. */
  async function send(raw: Buffer, to: string, lastByte: () => Promise<boolean>): Promise<Handed> {
    let handing = false;
    let lost = false;
    async function* letter() {
      yield raw;
      if (!(await lastByte())) {
        lost = true;
        throw new Error("The claim is lost");
      }
      handing = true;
    }
    const envelope = { from: server.fromAddress, to: [to], size: raw.byteLength };
    try {
      await step((done) => connection.send(envelope, Readable.from(letter()), done));
      return { kind: "sent" };
    } catch (caught) {
      const trouble = caught as Trouble;
      const why = wordsOf(trouble);
      const { responseCode: code, command } = trouble;
      // A conversation that was broken off leaves the server in the middle of a letter: the next one begins anew.
      broken = true;
      connection.close();
      if (lost) return { kind: "lost" };
      if (handing && code === undefined) return { kind: "unknown", why };
      if (code === undefined) return { kind: "unreachable", why };
      if (command === "RCPT TO" && isRefusal(code)) return { kind: "bounced", why };
      if (isRefusal(code)) return { kind: "refused", why };
      return code === 421 ? { kind: "unreachable", why } : { kind: "put-off", why };
    }
  }
  return { send, isOpen: () => !broken, close: () => connection.quit() };
}
export type MailConnection = Awaited<ReturnType<typeof connectMail>>;
