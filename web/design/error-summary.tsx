import { useEffect, useRef } from 'react';

export interface SummarisedFault {
  /** id of the control that the fault concerns; without one the line is no link */
  readonly target?: string | undefined;
  readonly text: string;
}

/** All faults of a form at one place, each a link to its field. It takes the focus when it appears. */
export function ErrorSummary({
  title,
  faults,
}: {
  readonly title: string;
  readonly faults: readonly SummarisedFault[];
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  return (
    <div className="error-summary stack--tight" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {faults.map(({ target, text }, index) => (
          <li key={`${target ?? ''} ${String(index)}`}>
            {target === undefined ? (
              text
            ) : (
              <a
                href={`#${target}`}
                onClick={(event) => {
                  const field = document.getElementById(target);
                  if (field === null) return;
                  event.preventDefault();
                  field.focus();
                  field.scrollIntoView({ block: 'center' });
                }}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
