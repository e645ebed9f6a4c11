import { Dialog } from "~/components/dialog";
import { useText } from "~/i18n/use-text";

const shortcuts = [
  ["Ctrl Z", "undo"],
  ["Ctrl Shift Z", "redo"],
  ["Ctrl S", "save"],
  ["Ctrl K", "search"],
  ["F6", "panes"],
  ["↑ ↓", "walk"],
  ["← →", "fold"],
  ["Enter", "open"],
  ["Alt ↑ ↓", "move"],
  ["Alt → ←", "nest"],
  ["+", "add"],
  ["Ctrl B", "bank"],
  ["Ctrl D", "duplicate"],
  ["Delete", "remove"],
] as const;

/** Every shortcut of the editor; on a Mac, Command stands for Ctrl. */
export function HelpDialog() {
  const text = useText("editor").help;
  return (
    <Dialog trigger={text.open} look="plain" size="small" title={text.title}>
      <p className="mb-3 text-muted text-sm">{text.lead}</p>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        {shortcuts.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key} className="me-1 rounded-sm border border-edge px-1.5 py-0.5 font-mono text-xs">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{text.what[what]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
