import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseView, TaskView } from '@urtuu/pensions/contract';
import { useState } from 'react';
import { pensions } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { Button } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { Panel } from '../design/panel.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';
import { IdentityCandidates } from './identity-candidates.tsx';
import { useReason } from './reason.ts';

type Outcome = TaskView['resolutions'][number];

/** Open tasks of the case, each with what is needed to settle it. */
export function CaseTasks({ view }: { readonly view: CaseView }) {
  const open = view.tasks.filter(({ state }) => state === 'open');
  return (
    <>
      {open.map((task) => (
        <TaskPanel key={task.taskId} task={task} />
      ))}
    </>
  );
}

function TaskPanel({ task }: { readonly task: TaskView }) {
  const { t, term, instant } = useLanguage();
  const reason = useReason();
  return (
    <Panel
      title={term('task', task.kind)}
      className="task"
      aside={<span className="soft small">{instant(task.createdAt)}</span>}
    >
      <div className="stack">
        <p>{reason('reason', task.reason)}</p>
        {task.kind === 'identityDoubt' && task.candidates.length > 0 ? (
          <p>
            <Link to="/reviews" search={{ caseId: task.caseId }}>
              {t('task.openReview')}
            </Link>
          </p>
        ) : null}
        {task.resolutions.length === 0 ? (
          <p className="soft">{term('taskEndsBy', task.kind)}</p>
        ) : (
          <ResolveTask task={task} />
        )}
      </div>
    </Panel>
  );
}

const LEAST_NOTE = 3;

function ResolveTask({ task }: { readonly task: TaskView }) {
  const { t, term } = useLanguage();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [registerKey, setRegisterKey] = useState(
    task.candidates.length === 1 ? task.candidates[0]?.registerKey : undefined,
  );
  const [note, setNote] = useState('');
  const isQuestion = task.kind === 'partnerQuestion';
  const [faults, setFaults] = useState<{ readonly note?: string; readonly candidate?: string }>({});
  const resolve = useMutation({
    mutationFn: (outcome: Outcome) =>
      pensions.resolveTask({
        params: { taskId: task.taskId },
        body: {
          outcome,
          note: note.trim(),
          ...(outcome === 'samePerson' && registerKey !== undefined ? { registerKey } : {}),
        },
      }),
    onSuccess: () => {
      announce(t('task.settled'));
      for (const key of ['case', 'cases', 'tasks']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });

  const settle = (outcome: Outcome) => {
    const found = {
      ...(note.trim().length < LEAST_NOTE ? { note: t('task.noteNeeded') } : {}),
      ...(outcome === 'samePerson' && registerKey === undefined
        ? { candidate: t('task.candidateNeeded') }
        : {}),
    };
    setFaults(found);
    if (Object.keys(found).length === 0) resolve.mutate(outcome);
  };

  return (
    <div className="stack">
      {task.candidates.length === 0 ? null : (
        <IdentityCandidates
          candidates={task.candidates}
          chosen={registerKey}
          onChoose={setRegisterKey}
          error={faults.candidate}
        />
      )}
      {resolve.isError ? <Failure error={resolve.error} /> : null}
      <TextArea
        label={t(isQuestion ? 'task.partnerNote' : 'task.note')}
        hint={t(isQuestion ? 'task.partnerNoteHint' : 'task.noteHint')}
        error={faults.note}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row">
        {task.resolutions.map((outcome, index) => (
          <Button
            key={outcome}
            look={index === 0 ? 'main' : 'quiet'}
            busy={resolve.isPending}
            onClick={() => settle(outcome)}
          >
            {term('resolve', outcome)}
          </Button>
        ))}
      </div>
    </div>
  );
}
