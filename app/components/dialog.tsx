import { type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { useText } from "~/i18n/use-text";
import { Button, type ButtonLook, type ButtonSize } from "./button";

type FrameProps = {
  dialog: RefObject<HTMLDialogElement>;
  title: ReactNode;
  wide?: boolean;
  onClose?: () => void;
  children: ReactNode;
};

/** The native dialog: focus, Escape and the page behind are the browser's work. */
function Frame({ dialog, title, wide = false, onClose, children }: FrameProps) {
  const text = useText("shell");
  const heading = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      className={`m-auto rounded-md border border-line bg-surface p-0 text-ink backdrop:bg-[rgb(0_0_0/0.5)] ${wide ? "w-[min(60rem,calc(100vw-2rem))]" : "w-[min(36rem,calc(100vw-2rem))]"}`}
    >
      <div className="flex items-start justify-between gap-4 px-5 pt-4">
        <h2 id={heading} className="pt-1.5 text-lg">
          {title}
        </h2>
        <Button
          look="plain"
          size="small"
          aria-label={text.actions.close}
          onClick={() => dialog.current?.close()}
        >
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      <div className="px-5 pt-3 pb-5">{children}</div>
    </dialog>
  );
}

type DialogProps = {
  /** The words of the button that opens it. */
  trigger: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  title: string;
  /** Given as a function, it gets what closes the dialog. */
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A button and the dialog it opens. */
export function Dialog({ trigger, look, size, title, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button look={look} size={size} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <Frame dialog={dialog} title={title}>
        {typeof children === "function" ? children(() => dialog.current?.close()) : children}
      </Frame>
    </>
  );
}

type OpenDialogProps = {
  title: ReactNode;
  wide?: boolean;
  /** Called when it is closed, by its button or by Escape; whoever shows it takes it away then. */
  onClose: () => void;
  children: ReactNode;
};

/** A dialog that is open as long as it is drawn; what is in it costs nothing before. */
export function OpenDialog(props: OpenDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return <Frame dialog={dialog} {...props} />;
}
