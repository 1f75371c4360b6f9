import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RegisterRows } from '@urtuu/registers/contract';
import { registers } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Facts } from '../design/facts.tsx';
import { Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';

const route = getRouteApi('/register');

/** Everything the register holds of one person, service by service, untouched: the evidence behind the periods. */
export function RegisterPersonView({ registerKey }: { readonly registerKey: string }) {
  const { t, term, date } = useLanguage();
  const { q } = route.useSearch();
  const query = useQuery({
    queryKey: ['register-person', registerKey],
    queryFn: ({ signal }) => registers.registerPerson({ params: { key: registerKey }, query: {} }, signal),
  });
  return (
    <div className="stack">
      <p>
        <Link to="/register" search={q === undefined ? {} : { q }}>
          {t('register.back')}
        </Link>
      </p>
      <Loaded query={query}>
        {({ person, services }) => (
          <div className="stack">
            <Panel title={person.name}>
              <Facts
                facts={[
                  [term('scheme', person.scheme), <code key="key">{person.key}</code>],
                  [t('person.birthDate'), date(person.birthDate)],
                  [t('person.sex'), term('sex', person.sex)],
                  [t('register.alive'), person.alive ? t('register.isAlive') : t('register.isDead')],
                ]}
              />
            </Panel>
            {services.map((service) => (
              <Service key={service.service} rows={service} />
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Service({ rows }: { readonly rows: RegisterRows }) {
  const { t, instant } = useLanguage();
  return (
    <Panel title={rows.service}>
      <div className="stack">
        <Facts
          facts={[
            [t('register.system'), rows.system],
            [t('register.retrievedAt'), instant(rows.retrievedAt)],
            [t('register.digest'), <code key="digest">{rows.rawDigest}</code>],
          ]}
        />
        {rows.rows.length === 0 ? (
          <p className="soft">{t('register.noRows')}</p>
        ) : (
          <Table
            caption={t('register.rows', { count: rows.rows.length })}
            keepGrid
            rows={rows.rows}
            rowKey={(_, index) => String(index)}
            columns={rows.columns.map((column) => ({
              key: column,
              title: column,
              renderCell: (row: Readonly<Record<string, string>>) => row[column] ?? '',
            }))}
          />
        )}
      </div>
    </Panel>
  );
}
