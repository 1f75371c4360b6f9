import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface PanelProps {
  readonly title: string;
  /** beside the title: a tag, a button */
  readonly aside?: ReactNode;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A titled section on its own surface. It is found by its heading; as a named region it would stand twice in the list
 * of regions wherever a case has two decisions of one state.
 */
export function Panel({ title, aside, id, className, children }: PanelProps) {
  return (
    <section className={classes('panel', className)} id={id}>
      <div className="panel__head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Says that there is nothing, and what would bring something. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
