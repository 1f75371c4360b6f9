import { useQuery } from '@tanstack/react-query';
import { pensions } from '../app/client.ts';
import { useInstitutionName } from '../app/institution-name.ts';
import { Loaded } from '../app/loaded.tsx';
import { personFacts } from '../case/person-panel.tsx';
import { Facts } from '../design/facts.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { CitizenCase } from './citizen-case.tsx';

export type MyView = Awaited<ReturnType<typeof pensions.myView>>;

/** What a person sees of the own matter: where it stands, on what it rests, what it comes to, who has looked. */
export function CitizenPage() {
  const language = useLanguage();
  const { t } = language;
  const query = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => pensions.myView({}, signal) });
  return (
    <div className="stack">
      <PageHead title={t('citizen.title')} lede={t('citizen.lede')} />
      <Loaded query={query}>
        {({ person, cases, accesses }) => (
          <div className="stack--wide">
            {cases.length === 0 ? <Empty>{t('citizen.noCases')}</Empty> : null}
            {cases.map((each) => (
              <CitizenCase key={each.caseId} view={each} />
            ))}
            {person === null ? null : (
              <Panel title={t('citizen.data')}>
                <Facts facts={personFacts(person, language)} />
              </Panel>
            )}
            <Readers accesses={accesses} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Readers({ accesses }: { readonly accesses: MyView['accesses'] }) {
  const { t, term, instant } = useLanguage();
  const institutionName = useInstitutionName();
  return (
    <section className="stack--tight" aria-labelledby="readers-title">
      <h2 id="readers-title">{t('citizen.readers')}</h2>
      <p className="soft">{t('citizen.readersText')}</p>
      {accesses.length === 0 ? (
        <Empty>{t('citizen.noReaders')}</Empty>
      ) : (
        <Table
          caption={t('accessLog.reads')}
          captionHidden
          rows={accesses}
          rowKey={({ at, reader, what }, index) => `${at} ${reader} ${what} ${String(index)}`}
          columns={[
            {
              key: 'at',
              title: t('message.at'),
              renderCell: ({ at }) => <span className="nowrap">{instant(at)}</span>,
            },
            {
              key: 'reader',
              title: t('accessLog.reader'),
              names: true,
              renderCell: ({ reader, role }) => (
                <>
                  {reader} <span className="soft small">{term('role', role)}</span>
                </>
              ),
            },
            {
              key: 'institution',
              title: t('accessLog.institution'),
              renderCell: ({ institution }) => institutionName(institution),
            },
            { key: 'what', title: t('accessLog.what'), renderCell: ({ what }) => term('accessWhat', what) },
            {
              key: 'purpose',
              title: t('accessLog.purpose'),
              renderCell: ({ purpose, article }) => (
                <>
                  {term('purpose', purpose)}
                  {article === null ? null : <div className="soft small">{article}</div>}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
