import type { CaseView } from '@urtuu/pensions/contract';
import { useState } from 'react';
import { useNode } from '../app/session.tsx';
import { Panel } from '../design/panel.tsx';
import { daysBetween, offsetOf } from '../language/civil-time.ts';
import { useLanguage } from '../language/language.tsx';

/** How long what has taken. A deadline appears only where law has named one. */
export function CaseClocks({ clocks }: { readonly clocks: CaseView['clocks'] }) {
  const { t, term, date } = useLanguage();
  const node = useNode();
  const [now] = useState(() => new Date());
  const offset = offsetOf(node?.country);
  if (clocks.length === 0) return null;
  return (
    <Panel title={t('clock.title')}>
      <dl className="clocks">
        {clocks.map(({ clock, startedAt, stoppedAt, dueOn }) => (
          <div key={clock} className="clocks__item">
            <dt>{term('clock', clock)}</dt>
            <dd>
              <strong>{t('clock.days', { count: daysBetween(startedAt, stoppedAt ?? now, offset) })}</strong>{' '}
              <span className="soft small">
                {stoppedAt === undefined ? t('clock.running') : t('clock.stopped')},{' '}
                {dueOn === null ? t('clock.noDeadline') : t('clock.due', { day: date(dueOn) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
