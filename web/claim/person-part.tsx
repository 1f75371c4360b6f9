import { IDENTIFIER_SCHEMES, SCRIPTS } from '@urtuu/law';
import { Button } from '../design/button.tsx';
import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { addAt, listAt, writeAt } from './claim-draft.ts';
import { STATES } from './claim-part.tsx';
import { controlId, DraftChoice, DraftDate, DraftText, useDraft } from './draft-fields.tsx';

const PERSON = '/record/person';
const SEXES = ['female', 'male'] as const;

/** Who claims: names in each script in which documents carry them, and every number a register may know. */
export function PersonPart() {
  const { t, term } = useLanguage();
  const states = STATES.map((value) => ({ value, text: term('country', value) }));
  return (
    <Panel title={t('claim.partPerson')}>
      <div className="stack--wide">
        <Names />
        <Identifiers />
        <div className="form-grid">
          <DraftDate at={`${PERSON}/birthDate`} label={t('person.birthDate')} />
          <DraftChoice
            at={`${PERSON}/sex`}
            label={t('person.sex')}
            choices={SEXES.map((value) => ({ value, text: term('sex', value) }))}
          />
          <DraftChoice at={`${PERSON}/residence`} label={t('person.residence')} choices={states} />
          <DraftChoice at={`${PERSON}/citizenships/0`} label={t('person.citizenship')} choices={states} />
          <DraftDate
            at={`${PERSON}/kandas/since`}
            label={t('person.kandasSince')}
            hint={t('person.kandasHint')}
          />
          <DraftText
            at={`${PERSON}/kandas/certificate`}
            label={t('person.kandasCertificate')}
            hint={t('claim.optional')}
          />
        </div>
      </div>
    </Panel>
  );
}

function Names() {
  const { t, term } = useLanguage();
  const { draft, change } = useDraft();
  const list = `${PERSON}/names`;
  return (
    <fieldset className="stack" id={controlId(list)} tabIndex={-1}>
      <legend className="fieldset__legend">{t('claim.names')}</legend>
      {listAt(draft, list).map((_, index) => {
        const at = `${list}/${String(index)}`;
        return (
          <div className="form-grid item" key={at}>
            <DraftChoice
              at={`${at}/script`}
              label={t('claim.script')}
              choices={SCRIPTS.map((value) => ({ value, text: term('script', value) }))}
            />
            <DraftText at={`${at}/family`} label={t('claim.family')} />
            <DraftText at={`${at}/given`} label={t('claim.given')} />
            <DraftText at={`${at}/patronymic`} label={t('claim.patronymic')} />
            {index === 0 ? null : <Remove at={at} label={t('claim.removeName', { number: index + 1 })} />}
          </div>
        );
      })}
      <div>
        <Button
          look="quiet"
          small
          onClick={() =>
            change(addAt(draft, list, { script: 'Latn', family: '', given: '', patronymic: '' }))
          }
        >
          {t('claim.addName')}
        </Button>
      </div>
    </fieldset>
  );
}

function Identifiers() {
  const { t, term } = useLanguage();
  const { draft, change } = useDraft();
  const list = `${PERSON}/identifiers`;
  return (
    <fieldset className="stack" id={controlId(list)} tabIndex={-1}>
      <legend className="fieldset__legend">{t('claim.identifiers')}</legend>
      {listAt(draft, list).map((_, index) => {
        const at = `${list}/${String(index)}`;
        return (
          <div className="form-grid item" key={at}>
            <DraftChoice
              at={`${at}/scheme`}
              label={t('claim.scheme')}
              choices={IDENTIFIER_SCHEMES.map((value) => ({
                value,
                text: term('scheme', value),
              }))}
            />
            <DraftText at={`${at}/value`} label={t('claim.identifier')} />
            <DraftChoice
              at={`${at}/country`}
              label={t('claim.issuedBy')}
              choices={[...STATES, 'CN'].map((value) => ({ value, text: term('country', value) }))}
            />
            {index === 0 ? null : (
              <Remove at={at} label={t('claim.removeIdentifier', { number: index + 1 })} />
            )}
          </div>
        );
      })}
      <div>
        <Button
          look="quiet"
          small
          onClick={() => change(addAt(draft, list, { scheme: 'mn.register', value: '', country: 'MN' }))}
        >
          {t('claim.addIdentifier')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Takes an item of a list away; the name says which. */
export function Remove({ at, label }: { readonly at: string; readonly label: string }) {
  const { draft, change } = useDraft();
  return (
    <div className="item__remove">
      <Button look="danger" small onClick={() => change(writeAt(draft, at, undefined))}>
        {label}
      </Button>
    </div>
  );
}
