import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { pensions } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Button } from '../design/button.tsx';
import { Empty } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useReason } from '../case/reason.ts';

/** Open tasks, oldest due first as the server orders them. */
export function TaskList() {
  const { t, term, instant, date } = useLanguage();
  const reason = useReason();
  const query = useQuery({
    queryKey: ['tasks', 'open'],
    queryFn: ({ signal }) => pensions.listTasks({ query: { state: 'open' } }, signal),
  });
  return (
    <section className="stack--tight" aria-labelledby="tasks-title">
      <div className="row row--spread">
        <h2 id="tasks-title">{t('workList.tasks', { count: query.data?.items.length ?? 0 })}</h2>
        <Button look="quiet" small busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('app.refresh')}
        </Button>
      </div>
      <Loaded query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('workList.noTasks')}</Empty>
          ) : (
            <Table
              caption={t('workList.tasksCaption')}
              captionHidden
              rows={items}
              rowKey={({ taskId }) => taskId}
              columns={[
                {
                  key: 'task',
                  title: t('workList.task'),
                  names: true,
                  renderCell: ({ kind, caseId }) => (
                    <Link to="/cases/$caseId" params={{ caseId }}>
                      {term('task', kind)}
                    </Link>
                  ),
                },
                { key: 'person', title: t('case.person'), renderCell: ({ personName }) => personName },
                { key: 'why', title: t('workList.why'), renderCell: (task) => reason('reason', task.reason) },
                {
                  key: 'since',
                  title: t('workList.since'),
                  renderCell: ({ createdAt }) => <span className="nowrap">{instant(createdAt)}</span>,
                },
                {
                  key: 'due',
                  title: t('workList.due'),
                  renderCell: ({ dueOn }) => (dueOn === null ? t('clock.noDeadline') : date(dueOn)),
                },
              ]}
            />
          )
        }
      </Loaded>
    </section>
  );
}
