/** A real mail server for tests: takes what is sent, and can be told to refuse, to wait, or to say nothing. */
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Taken = { to: string; messageId: string; mail: ParsedMail };
type Answer = { code: number; text: string };

const problem = ({ code, text }: Answer) => Object.assign(new Error(text), { responseCode: code });

/**
 * `onRecipient` may refuse an address, `onLetter` a whole letter, before it counts as taken. `onTaken` runs when the
 * letter is taken and before the answer goes out: a promise that never ends keeps the sender waiting.
 */
export async function startMailServer(
  on: {
    recipient?: (address: string) => Answer | null;
    letter?: (taken: Taken) => Answer | null | Promise<Answer | null>;
    taken?: (taken: Taken) => Promise<void>;
  } = {},
) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      password === "secret" ? done(null, { user: username }) : done(problem({ code: 535, text: "no" })),
    onRcptTo: ({ address }, _, done) => {
      const refused = on.recipient?.(address);
      done(refused ? problem(refused) : null);
    },
    onData: (stream, session, done) => {
      const work = async () => {
        const mail = await simpleParser(stream);
        const one = {
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          messageId: mail.messageId ?? "",
          mail,
        };
        const refused = await on.letter?.(one);
        if (refused) return done(problem(refused));
        taken.push(one);
        await on.taken?.(one);
        done(null, "taken");
      };
      work().catch(done);
    },
  });
  // A sender that is killed breaks its connection; that is what some tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    port,
    taken,
    settings: {
      ...{ host: "127.0.0.1", port, security: "none" as const, username: "", password: "" },
      ...{ fromName: "Northwind Research", fromAddress: "study@northwind.example", replyTo: "" },
      ...{ perMinute: 6000, origin: "https://ask.example" },
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
