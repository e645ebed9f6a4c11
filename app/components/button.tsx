import { Link, type LinkProps } from "@remix-run/react";
import type { ComponentProps } from "react";

/** One primary action a screen; `plain` is for actions inside tables and lists. */
export type ButtonLook = "primary" | "secondary" | "plain" | "danger";
export type ButtonSize = "normal" | "small" | "large";

const looks: Record<ButtonLook, string> = {
  primary: "border-ink bg-ink text-on-ink hover:bg-ink/85",
  secondary: "border-edge bg-surface text-ink hover:border-ink hover:bg-sunken",
  plain: "border-transparent text-ink hover:bg-sunken",
  danger: "border-negative bg-surface text-negative hover:bg-negative-soft",
};
const sizes: Record<ButtonSize, string> = {
  small: "min-h-9 px-3 text-sm",
  normal: "min-h-11 px-4",
  large: "min-h-13 w-full px-6 text-lg sm:w-auto",
};

const classOf = (look: ButtonLook, size: ButtonSize, extra = "") =>
  `inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md border font-medium no-underline motion-safe:transition-colors disabled:opacity-55 ${looks[look]} ${sizes[size]} ${extra}`;

type Looks = { look?: ButtonLook; size?: ButtonSize };

/** `type` is "button" unless said otherwise: a button inside a form must ask to submit it. */
export function Button({
  look = "secondary",
  size = "normal",
  className,
  ...rest
}: ComponentProps<"button"> & Looks) {
  return <button type="button" {...rest} className={classOf(look, size, className)} />;
}

/** Submits its form; the primary look by default. */
export function SubmitButton(props: ComponentProps<typeof Button>) {
  return <Button look="primary" {...props} type="submit" />;
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton({ look = "secondary", size = "normal", className, ...rest }: LinkProps & Looks) {
  return <Link {...rest} className={classOf(look, size, className)} />;
}
