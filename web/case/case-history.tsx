import type { CaseView } from '@urtuu/pensions/contract';
import { Empty, Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { useCase } from './case-query.ts';
import { useReason } from './reason.ts';

/** What happened, newest first, and who settled which task with which words. */
export function CaseHistory() {
  const { t } = useLanguage();
  const { data } = useCase();
  if (data === undefined) return null;
  const settled = data.tasks.filter(({ resolution }) => resolution !== undefined);
  return (
    <div className="stack">
      <Panel title={t('history.title')}>
        {data.events.length === 0 ? <Empty>{t('history.none')}</Empty> : <Events events={data.events} />}
      </Panel>
      {settled.length === 0 ? null : (
        <Panel title={t('history.tasks')}>
          <SettledTasks tasks={settled} />
        </Panel>
      )}
    </div>
  );
}

function Events({ events }: { readonly events: CaseView['events'] }) {
  const { instant } = useLanguage();
  const reason = useReason();
  const newestFirst = events.toReversed();
  return (
    <ol className="events" reversed>
      {newestFirst.map((event, index) => (
        <li key={`${event.at} ${event.code} ${String(newestFirst.length - index)}`}>
          <time dateTime={event.at} className="soft nowrap">
            {instant(event.at)}
          </time>
          <span>{reason('event', event)}</span>
          <span className="soft small">{event.actor}</span>
        </li>
      ))}
    </ol>
  );
}

function SettledTasks({ tasks }: { readonly tasks: CaseView['tasks'] }) {
  const { term, instant } = useLanguage();
  return (
    <ul className="list-plain stack">
      {tasks.map(({ taskId, kind, resolution }) => (
        <li key={taskId}>
          <strong>{term('task', kind)}</strong>
          {resolution === undefined ? null : (
            <>
              : {term('resolution', resolution.outcome)}, {resolution.by},{' '}
              <span className="soft">{instant(resolution.at)}</span>
              <br />
              {resolution.note}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
