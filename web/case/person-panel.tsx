import type { CaseView, PersonView } from '@urtuu/pensions/contract';
import { Facts, type Fact } from '../design/facts.tsx';
import { Panel } from '../design/panel.tsx';
import { useLanguage, type Language } from '../language/language.tsx';

/** The person and the claim, as registered. */
export function PersonPanel({ view }: { readonly view: CaseView }) {
  const language = useLanguage();
  const { t, term, date, instant } = language;
  const { claim, participants } = view;
  return (
    <Panel title={t('case.person')}>
      <div className="stack">
        <Facts facts={personFacts(view.person, language)} />
        <h3>{t('case.claim')}</h3>
        <Facts
          facts={[
            [t('case.filedOn'), date(claim.filedOn)],
            [t('case.filedIn'), term('country', claim.filedIn)],
            [t('case.requestedFrom'), claim.requestedFrom === null ? null : date(claim.requestedFrom)],
            [t('case.registeredAt'), instant(claim.registeredAt)],
            [t('case.agreement'), view.agreement],
            [t('case.remarks'), claim.remarks === '' ? null : claim.remarks],
          ]}
        />
        <h3>{t('case.participants')}</h3>
        <ul className="list-plain stack--tight">
          {participants.map(({ institutionId, country, role, fileNumber }) => (
            <li key={institutionId}>
              {term('country', country)}, {term('caseRole', role)}
              {fileNumber === null ? null : <span className="soft">, {fileNumber}</span>}
              <br />
              <code className="small">{institutionId}</code>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

/** A person's data as facts, for case page and citizen's page. */
export function personFacts(person: PersonView, { t, term, date }: Language): Fact[] {
  return [
    ...person.names.map(({ script, text }): Fact => [
      t('person.name', { script: term('script', script) }),
      text,
    ]),
    [t('person.birthDate'), date(person.birthDate)],
    [t('person.sex'), term('sex', person.sex)],
    ...person.identifiers.map(({ scheme, value }): Fact => [
      term('scheme', scheme),
      <code key={scheme}>{value}</code>,
    ]),
    [t('person.residence'), term('country', person.residence)],
    [t('person.deathDate'), person.deathDate === undefined ? null : date(person.deathDate)],
  ];
}
