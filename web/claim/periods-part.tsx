import { CERTAINTIES, EVIDENCE_KINDS, PERIOD_KINDS, PERIOD_TYPES, PRECISIONS } from '@urtuu/law';
import { Button } from '../design/button.tsx';
import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { addAt, listAt, nextPeriodId, readAt, writeAt } from './claim-draft.ts';
import { STATES } from './claim-part.tsx';
import { controlId, DraftChoice, DraftDate, DraftText, useDraft } from './draft-fields.tsx';
import { Remove } from './person-part.tsx';

const PERIODS = '/record/periods';
const CARRIED = ['earnings', 'averageIncome', 'accounts', 'benefits'] as const;

/** Periods as the claimant states them, each with what proves it. */
export function PeriodsPart() {
  const { t } = useLanguage();
  const { draft, change } = useDraft();
  const periods = listAt(draft, PERIODS);
  const add = () => {
    change(
      addAt(draft, PERIODS, {
        id: nextPeriodId(draft),
        country: 'MN',
        from: '',
        to: '',
        type: PERIOD_TYPES.employed,
        employer: '',
        evidence: [{ kind: 'statement' }],
        certainty: 'claimed',
        precision: 'day',
        kind: 'compulsory',
      }),
    );
  };
  return (
    <Panel title={t('claim.partPeriods', { count: periods.length })} id={controlId(PERIODS)}>
      <div className="stack">
        <p className="soft">{t('claim.periodsHint')}</p>
        {periods.map((_, index) => (
          <PeriodItem key={`${PERIODS}/${String(index)}`} index={index} />
        ))}
        <div>
          <Button look="quiet" onClick={add}>
            {t('claim.addPeriod')}
          </Button>
        </div>
        <CarriedParts />
      </div>
    </Panel>
  );
}

function PeriodItem({ index }: { readonly index: number }) {
  const { t, term } = useLanguage();
  const { draft, change } = useDraft();
  const at = `${PERIODS}/${String(index)}`;
  const lasts = readAt(draft, `${at}/to`) === null;
  const coded = (family: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, text: term(family, value) }));
  return (
    <fieldset className="item" id={controlId(at)} tabIndex={-1}>
      <legend className="fieldset__legend">{t('claim.period', { number: index + 1 })}</legend>
      <div className="form-grid">
        <DraftDate at={`${at}/from`} label={t('claim.from')} />
        <div className="stack--tight">
          {lasts ? null : <DraftDate at={`${at}/to`} label={t('claim.to')} />}
          <label className="choice">
            <input
              type="checkbox"
              checked={lasts}
              onChange={(event) => change(writeAt(draft, `${at}/to`, event.target.checked ? null : ''))}
            />
            <span>{t('claim.lasts')}</span>
          </label>
        </div>
        <DraftChoice at={`${at}/country`} label={t('periods.state')} choices={coded('country', STATES)} />
        <DraftChoice
          at={`${at}/type`}
          label={t('periods.type')}
          choices={coded('periodType', Object.values(PERIOD_TYPES))}
        />
        <DraftText at={`${at}/employer`} label={t('claim.employer')} />
        <DraftChoice at={`${at}/kind`} label={t('claim.kind')} choices={coded('periodKind', PERIOD_KINDS)} />
        <DraftChoice
          at={`${at}/certainty`}
          label={t('claim.certainty')}
          choices={coded('certainty', CERTAINTIES)}
        />
        <DraftChoice
          at={`${at}/precision`}
          label={t('claim.precision')}
          choices={coded('precision', PRECISIONS)}
        />
        <DraftChoice
          at={`${at}/evidence/0/kind`}
          label={t('claim.evidence')}
          choices={coded('evidence', EVIDENCE_KINDS)}
        />
        <DraftText at={`${at}/evidence/0/ref`} label={t('claim.evidenceRef')} hint={t('claim.optional')} />
        <Remove at={at} label={t('claim.removePeriod', { number: index + 1 })} />
      </div>
    </fieldset>
  );
}

/** Parts of an imported record that the form has no fields for: carried as they came, and said so. */
function CarriedParts() {
  const { t, term } = useLanguage();
  const { draft } = useDraft();
  const carried = CARRIED.map((part) => ({ part, count: listAt(draft, `/record/${part}`).length })).filter(
    ({ count }) => count > 0,
  );
  if (carried.length === 0) return null;
  return (
    <div>
      <p>{t('claim.carried')}</p>
      <ul className="list-indented">
        {carried.map(({ part, count }) => (
          <li key={part} id={controlId(`/record/${part}`)} tabIndex={-1}>
            {term('recordPart', part, { count })}
          </li>
        ))}
      </ul>
    </div>
  );
}
