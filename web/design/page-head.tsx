import { useEffect, useRef, type ReactNode } from 'react';

let moved = false;

/** Called when the address has changed: the next title that appears takes the focus. */
export function titleTakesFocus(): void {
  moved = true;
}

export interface PageHeadProps {
  readonly title: string;
  readonly lede?: ReactNode;
  /** what can be done on this page as a whole */
  readonly actions?: ReactNode;
  readonly tags?: ReactNode;
}

/** Title of a page. After a move it takes the focus, so that a screen reader starts to read here. */
export function PageHead({ title, lede, actions, tags }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Urtuu`;
    if (moved) {
      moved = false;
      heading.current?.focus();
    }
  }, [title]);
  return (
    <div className="page-head">
      <div className="page-head__text">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {tags === undefined ? null : <div className="row page-head__lede">{tags}</div>}
        {lede === undefined ? null : <p className="page-head__lede">{lede}</p>}
      </div>
      {actions === undefined ? null : <div className="row no-print">{actions}</div>}
    </div>
  );
}
