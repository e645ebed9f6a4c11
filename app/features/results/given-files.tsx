import { fileSize } from "~/i18n/format";
import { useText } from "~/i18n/use-text";

type GivenFile = { id: string; name: string; size: number; to: string | null };

/** The files of an answer, to be downloaded; one that was deleted keeps its line. */
export function GivenFiles({ files }: { files: readonly GivenFile[] }) {
  const text = useText("results").response;
  return (
    <ul className="grid gap-1">
      {files.map(({ id, name, size, to }) => (
        <li key={id} className="break-words">
          {to === null ? (
            <span className="text-muted">{text.fileGone}</span>
          ) : (
            <a href={to} download className="link">
              {name}
            </a>
          )}{" "}
          <span className="text-muted text-sm">{fileSize(size)}</span>
        </li>
      ))}
    </ul>
  );
}
