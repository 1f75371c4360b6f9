import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type Meaning = 'plain' | 'accent' | 'good' | 'care' | 'bad';

export interface NoticeProps {
  readonly meaning?: Exclude<Meaning, 'plain'>;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

/** A passage set apart because it changes how the rest is to be read. */
export function Notice({ meaning = 'accent', title, children }: NoticeProps) {
  return (
    <div className={classes('notice', 'stack--tight', meaning !== 'accent' && `notice--${meaning}`)}>
      {title === undefined ? null : <p className="notice__title">{title}</p>}
      {children}
    </div>
  );
}

/** A short state beside a name. The words carry the meaning; the tint only repeats it. */
export function Tag({
  meaning = 'plain',
  children,
}: {
  readonly meaning?: Meaning;
  readonly children: ReactNode;
}) {
  return <span className={classes('tag', meaning !== 'plain' && `tag--${meaning}`)}>{children}</span>;
}
