import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ASKED_FIELDS, type AskedField, type ReviewView } from '@urtuu/persons/contract';
import { useState } from 'react';
import { persons } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { useMay } from '../app/session.tsx';
import { Button } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { Tag } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';

/** Id of the panel, to which a decision that cannot be made yet leads. */
export const ASK_PARTNER = 'ask-partner';

/** Shortest question the server takes. */
const LEAST_QUESTION = 3;

/** What was asked of the other state and what it answered, and asking. */
export function PartnerPanel({ review }: { readonly review: ReviewView }) {
  const { t } = useLanguage();
  const mayAsk = useMay('clerk', 'supervisor');
  const { questions, state } = review;
  const waits = questions.some(({ answer }) => answer === null);
  const asks = mayAsk && state === 'open' && !waits;
  if (questions.length === 0 && !asks) return null;
  return (
    <Panel title={t('partner.title')} id={ASK_PARTNER}>
      <div className="stack">
        {questions.map((question) => (
          <Asked key={question.questionId} question={question} />
        ))}
        {asks ? <Ask reviewId={review.reviewId} /> : null}
      </div>
    </Panel>
  );
}

function Asked({ question }: { readonly question: ReviewView['questions'][number] }) {
  const { t, term, instant } = useLanguage();
  const fields = question.fields.map((field) => term('identityField', field)).join(', ');
  return (
    <div className="stack--tight">
      <p>
        <strong>{question.question}</strong>
      </p>
      <p className="soft small">
        {t('partner.asked', { by: question.by, at: instant(question.at), fields })}
      </p>
      {question.answer === null || question.answeredAt === null ? (
        <p>
          <Tag meaning="care">{t('partner.waits')}</Tag>
        </p>
      ) : (
        <>
          <p>{t('partner.answer', { answer: question.answer })}</p>
          <p className="soft small">{t('partner.answered', { at: instant(question.answeredAt) })}</p>
        </>
      )}
    </div>
  );
}

function Ask({ reviewId }: { readonly reviewId: string }) {
  const { t, term } = useLanguage();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [fields, setFields] = useState<readonly AskedField[]>([]);
  const [question, setQuestion] = useState('');
  const [faults, setFaults] = useState<{ readonly fields?: string; readonly question?: string }>({});
  const ask = useMutation({
    mutationFn: () => persons.askPartner({ params: { reviewId }, body: { fields: [...fields], question } }),
    onSuccess: (view) => {
      announce(t('partner.sent'));
      queries.setQueryData(['review', reviewId], view);
      void queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = {
          ...(fields.length === 0 ? { fields: t('partner.fieldsNeeded') } : {}),
          ...(question.trim().length < LEAST_QUESTION ? { question: t('task.noteNeeded') } : {}),
        };
        setFaults(found);
        if (Object.keys(found).length === 0 && !ask.isPending) ask.mutate();
      }}
    >
      <p>{t('partner.text')}</p>
      <fieldset className={faults.fields === undefined ? 'stack--tight' : 'stack--tight field--bad'}>
        <legend className="fieldset__legend">{t('partner.fields')}</legend>
        {faults.fields === undefined ? null : <p className="field__error">{faults.fields}</p>}
        {ASKED_FIELDS.map((field) => (
          <label key={field} className="choice">
            <input
              type="checkbox"
              checked={fields.includes(field)}
              onChange={(event) =>
                setFields(event.target.checked ? [...fields, field] : fields.filter((each) => each !== field))
              }
            />
            <span>{term('identityField', field)}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={t('partner.question')}
        hint={t('partner.questionHint')}
        error={faults.question}
        value={question}
        maxLength={1000}
        onChange={(event) => setQuestion(event.target.value)}
      />
      {ask.isError ? <Failure error={ask.error} /> : null}
      <div className="row">
        <Button type="submit" look="quiet" busy={ask.isPending}>
          {t('partner.ask')}
        </Button>
      </div>
    </form>
  );
}
