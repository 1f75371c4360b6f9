import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';

export interface PanelProps {
  readonly title: string;
  /** beside the title: a tag, a button */
  readonly aside?: ReactNode;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled section on its own surface, listed among the page's regions by its title. */
export function Panel({ title, aside, id, className, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className={classes('panel', className)} aria-labelledby={titleId} id={id}>
      <div className="panel__head">
        <h2 id={titleId}>{title}</h2>
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
