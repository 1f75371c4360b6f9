import { skipToken, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RegisterPerson } from '@urtuu/registers/contract';
import { useState } from 'react';
import { registers } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import { Notice, Tag } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { RegisterPersonView } from './register-person.tsx';

const route = getRouteApi('/register');

/** The simulated national register as the node's own gateway sees it. */
export function RegisterPage() {
  const { t } = useLanguage();
  const { q, person } = route.useSearch();
  return (
    <div className="stack">
      <PageHead title={t('register.title')} lede={t('register.lede')} />
      <Notice meaning="care" title={t('register.simulator')}>
        <p>{t('register.simulatorText')}</p>
      </Notice>
      <Search key={q ?? ''} />
      {person === undefined ? <Results q={q} /> : <RegisterPersonView registerKey={person} />}
    </div>
  );
}

function Search() {
  const { t } = useLanguage();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(q ?? '');
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ search: words.trim() === '' ? {} : { q: words.trim() } });
        }}
      >
        <TextField
          type="search"
          label={t('register.search')}
          hint={t('register.searchHint')}
          maxLength={100}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit">{t('app.search')}</Button>
      </form>
    </search>
  );
}

function Results({ q }: { readonly q: string | undefined }) {
  const { t } = useLanguage();
  const query = useQuery({
    queryKey: ['register', q ?? ''],
    queryFn: q === undefined ? skipToken : ({ signal }) => registers.searchRegister({ query: { q } }, signal),
  });
  if (q === undefined) return <Empty>{t('register.start')}</Empty>;
  return (
    <Loaded query={query}>
      {({ items, system }) =>
        items.length === 0 ? (
          <Empty>{t('register.noMatch')}</Empty>
        ) : (
          <Persons items={items} caption={t('register.found', { system, count: items.length })} />
        )
      }
    </Loaded>
  );
}

function Persons({
  items,
  caption,
}: {
  readonly items: readonly RegisterPerson[];
  readonly caption: string;
}) {
  const { t, term, date } = useLanguage();
  const { q } = route.useSearch();
  return (
    <Table
      caption={caption}
      rows={items}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'name',
          title: t('register.name'),
          names: true,
          renderCell: ({ name, key }) => (
            <Link to="/register" search={{ ...(q === undefined ? {} : { q }), person: key }}>
              {name}
            </Link>
          ),
        },
        {
          key: 'key',
          title: t('register.key'),
          renderCell: ({ key, scheme }) => (
            <>
              <code>{key}</code> <span className="soft small">{term('scheme', scheme)}</span>
            </>
          ),
        },
        { key: 'birth', title: t('person.birthDate'), renderCell: ({ birthDate }) => date(birthDate) },
        { key: 'sex', title: t('person.sex'), renderCell: ({ sex }) => term('sex', sex) },
        {
          key: 'alive',
          title: t('register.alive'),
          renderCell: ({ alive }) => (
            <Tag meaning={alive ? 'plain' : 'care'}>
              {alive ? t('register.isAlive') : t('register.isDead')}
            </Tag>
          ),
        },
      ]}
    />
  );
}
