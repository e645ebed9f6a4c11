/** What would come of a file, in a line for each kind of its rows; null leaves a line out. */
export function ImportSummary(text: {
  added: string;
  known: string | null;
  refused: string | null;
  about?: string;
}) {
  return (
    <div role="status" className="grid gap-1 text-lg">
      <p>{text.added}</p>
      {text.known && <p className="text-base text-muted">{text.known}</p>}
      {text.refused && <p className="text-base text-negative">{text.refused}</p>}
      {text.about && <p className="text-base text-muted">{text.about}</p>}
    </div>
  );
}
