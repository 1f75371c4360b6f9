import { useQuery } from '@tanstack/react-query';
import { pensions } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { personFacts } from '../case/person-panel.tsx';
import { Facts } from '../design/facts.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { CitizenCase } from './citizen-case.tsx';
import { Readers } from './readers.tsx';

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
