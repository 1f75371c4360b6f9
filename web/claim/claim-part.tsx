import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { DraftChoice, DraftDate, DraftLongText } from './draft-fields.tsx';

/** States whose institutions take part. */
export const STATES = ['KZ', 'MN'] as const;

/** When and where the claim was filed. */
export function ClaimPart() {
  const { t, term } = useLanguage();
  return (
    <Panel title={t('claim.partClaim')}>
      <div className="form-grid">
        <DraftDate at="/filedOn" label={t('claim.filedOn')} hint={t('claim.filedOnHint')} />
        <DraftChoice
          at="/filedIn"
          label={t('claim.filedIn')}
          hint={t('claim.filedInHint')}
          choices={[
            { value: '', text: t('claim.filedHere') },
            ...STATES.map((value) => ({ value, text: term('country', value) })),
          ]}
        />
        <DraftDate at="/requestedFrom" label={t('claim.requestedFrom')} hint={t('claim.optional')} />
        <DraftLongText
          at="/remarks"
          label={t('claim.remarks')}
          hint={t('claim.optional')}
          className="form-grid__wide"
        />
      </div>
    </Panel>
  );
}
