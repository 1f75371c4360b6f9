import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes.ts';

export type ButtonLook = 'main' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly look?: ButtonLook;
  readonly small?: boolean;
  /** Work is under way: presses do nothing, the button stays in the order of keys. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** A button that is never dropped from the keyboard's order: while busy it says so and ignores presses. */
export function Button({ look = 'main', small, busy, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-disabled={busy === true ? true : undefined}
      className={classes(
        'button',
        look !== 'main' && `button--${look}`,
        small && 'button--small',
        rest.className,
      )}
      onClick={(event) => {
        if (busy === true) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}
