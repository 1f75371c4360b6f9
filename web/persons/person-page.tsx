import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComparedView, personsContract, PersonRecordView } from '@urtuu/persons/contract';
import type { ReplyOf } from '@urtuu/platform/contract';
import { persons } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Facts, type Fact } from '../design/facts.tsx';
import { Tag } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { ClusterPanel } from './cluster-panel.tsx';
import { ComparedTable } from './compared-table.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { useEvidenceWords } from './evidence-words.ts';
import { nameOf } from './person-name.tsx';
import { Waterfall } from './waterfall.tsx';

const route = getRouteApi('/persons/$recordId');

/** One record of a person, what it is linked with, what was decided of it, and whom it is like. */
export function PersonPage() {
  const { t } = useLanguage();
  const { recordId } = route.useParams();
  const query = useQuery({
    queryKey: ['person', recordId],
    queryFn: ({ signal }) => persons.readPerson({ params: { recordId } }, signal),
  });
  return (
    <div className="stack">
      <p>
        <Link to="/register">{t('persons.toSearch')}</Link>
      </p>
      {query.data === undefined && query.isError ? <PageHead title={t('register.title')} /> : null}
      <Loaded query={query}>{(person) => <Person person={person} />}</Loaded>
    </div>
  );
}

function Person({ person }: { readonly person: ReplyOf<typeof personsContract.readPerson> }) {
  const { t, term } = useLanguage();
  const { record, cluster, decisions, alike } = person;
  const known = [...cluster.members, ...alike.map((each) => each.record)];
  return (
    <div className="stack">
      <PageHead
        title={nameOf(record)}
        tags={
          <>
            <Tag>{term('personSource', record.source)}</Tag>
            {record.alive ? null : <Tag meaning="care">{t('register.isDead')}</Tag>}
          </>
        }
        actions={record.source === 'register' ? <RowsLink record={record} /> : <CasesLink record={record} />}
      />
      <Panel title={t('persons.record')}>
        <RecordFacts record={record} />
      </Panel>
      <ClusterPanel cluster={cluster} of={record} />
      <DecisionHistory decisions={decisions} of={record.recordId} records={known} />
      <Panel title={t('persons.alike')}>
        {alike.length === 0 ? (
          <Empty>{t('persons.nobodyAlike')}</Empty>
        ) : (
          <div className="stack">
            <ComparedTable asked={record} compared={alike} askedTitle={t('persons.thisRecord')} />
            {alike.map((each, i) => (
              <Alike key={each.record.recordId} compared={each} number={i + 1} />
            ))}
          </div>
        )}
      </Panel>
    </div>
  );
}

function RowsLink({ record }: { readonly record: PersonRecordView }) {
  const { t } = useLanguage();
  return (
    <Link to="/register" search={{ person: record.sourceKey }} className="button button--quiet">
      {t('persons.registerRows')}
    </Link>
  );
}

/** The cases of a person are found by a number, or by the name where there is none. */
function CasesLink({ record }: { readonly record: PersonRecordView }) {
  const { t } = useLanguage();
  return (
    <Link
      to="/"
      search={{ q: record.identifiers[0]?.value ?? nameOf(record) }}
      className="button button--quiet"
    >
      {t('persons.cases')}
    </Link>
  );
}

function RecordFacts({ record }: { readonly record: PersonRecordView }) {
  const { t, term, date } = useLanguage();
  const facts: Fact[] = [
    ...record.names.map(({ script, text }): Fact => [
      t('person.name', { script: term('script', script) }),
      text,
    ]),
    [t('person.birthDate'), record.birthDate === '' ? t('persons.notStated') : date(record.birthDate)],
    [t('person.sex'), term('sex', record.sex)],
    ...record.identifiers.map(({ scheme, value }): Fact => [
      term('scheme', scheme),
      <code key={scheme}>{value}</code>,
    ]),
    [t('reviews.from'), term('country', record.country)],
  ];
  return <Facts facts={facts} />;
}

function Alike({ compared, number }: { readonly compared: ComparedView; readonly number: number }) {
  const { t } = useLanguage();
  const words = useEvidenceWords();
  const { record, evidence } = compared;
  return (
    <details>
      <summary>
        {t('persons.candidate', { number, name: nameOf(record) })}: {words.percent(evidence.probability)}
      </summary>
      <div className="stack--tight">
        <Waterfall evidence={evidence} />
        <p>
          <Link to="/persons/$recordId" params={{ recordId: record.recordId }}>
            {t('persons.openRecord')}
          </Link>
        </p>
      </div>
    </details>
  );
}
