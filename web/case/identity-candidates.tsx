import type { TaskView } from '@urtuu/pensions/contract';
import { useId } from 'react';
import { Tag, type Meaning } from '../design/notice.tsx';
import { useLanguage } from '../language/language.tsx';

type Candidate = TaskView['candidates'][number];
type Agreement = Candidate['fields'][number]['agreement'];

const MEANINGS = {
  same: 'good',
  sameAfterTransliteration: 'good',
  similar: 'care',
  different: 'bad',
  missing: 'plain',
} as const satisfies Record<Agreement, Meaning>;

export interface IdentityCandidatesProps {
  readonly candidates: readonly Candidate[];
  readonly chosen: string | undefined;
  readonly onChoose: (registerKey: string) => void;
  readonly error?: string | undefined;
}

/** What was asked beside what the register holds, field by field; every difference is named, not only tinted. */
export function IdentityCandidates({ candidates, chosen, onChoose, error }: IdentityCandidatesProps) {
  const { t } = useLanguage();
  const group = useId();
  return (
    <fieldset className={error === undefined ? 'stack' : 'stack field--bad'}>
      <legend className="fieldset__legend">{t('identity.candidates', { count: candidates.length })}</legend>
      {error === undefined ? null : <p className="field__error">{error}</p>}
      {candidates.map((candidate) => (
        <div key={candidate.registerKey} className="stack--tight">
          <label className="choice">
            <input
              type="radio"
              name={group}
              checked={chosen === candidate.registerKey}
              onChange={() => onChoose(candidate.registerKey)}
            />
            <span>
              {t('identity.registerKey')} <code>{candidate.registerKey}</code>
            </span>
          </label>
          <CandidateTable candidate={candidate} />
        </div>
      ))}
    </fieldset>
  );
}

function CandidateTable({ candidate }: { readonly candidate: Candidate }) {
  const { t, term, date } = useLanguage();
  const inWords = (field: string, value: string) =>
    field === 'sex' && value !== '' ? term('sex', value) : date(value);
  return (
    <div className="table-scroll">
      <table className="table--cards">
        <caption className="hidden-label">{t('identity.compared', { key: candidate.registerKey })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('identity.field')}</th>
            <th scope="col">{t('identity.asked')}</th>
            <th scope="col">{t('identity.found')}</th>
            <th scope="col">{t('identity.agreement')}</th>
          </tr>
        </thead>
        <tbody>
          {candidate.fields.map(({ field, asked, found, agreement }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field, term)}</th>
              <td data-column={t('identity.asked')}>{inWords(field, asked)}</td>
              <td data-column={t('identity.found')}>
                {agreement === 'different' ? <strong>{inWords(field, found)}</strong> : inWords(field, found)}
              </td>
              <td data-column={t('identity.agreement')}>
                <Tag meaning={MEANINGS[agreement]}>{term('agreement', agreement)}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Fields are `name`, `birthDate`, `sex`, and `identifier.<scheme>`. */
function fieldName(field: string, term: (family: string, code: string) => string): string {
  const scheme = /^identifier\.(.+)$/.exec(field)?.[1];
  return scheme === undefined ? term('identityField', field) : term('scheme', scheme);
}
