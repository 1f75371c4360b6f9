import { skipToken, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { personsContract } from '@urtuu/persons/contract';
import type { ReplyOf } from '@urtuu/platform/contract';
import { useState } from 'react';
import { persons } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import { Notice, Tag } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { nameOf, OtherNames } from '../persons/person-name.tsx';
import { RegisterPersonView } from './register-person.tsx';

const route = getRouteApi('/register');

/** Everybody of the national register and of the cases, found by what somebody knows, typed in any script. */
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
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit">{t('app.search')}</Button>
      </form>
    </search>
  );
}

type Reply = ReplyOf<typeof personsContract.searchPersons>;

function Results({ q }: { readonly q: string | undefined }) {
  const { t, instant } = useLanguage();
  const query = useQuery({
    queryKey: ['persons', q ?? ''],
    queryFn: q === undefined ? skipToken : ({ signal }) => persons.searchPersons({ query: { q } }, signal),
  });
  if (q === undefined) return <Empty>{t('register.start')}</Empty>;
  return (
    <Loaded query={query}>
      {({ items, more, readAt }) => (
        <div className="stack--tight">
          {items.length === 0 ? <Empty>{t('register.noMatch')}</Empty> : <Found items={items} />}
          {more ? <p>{t('register.more')}</p> : null}
          <p className="soft small">
            {readAt === null ? t('register.noDirectory') : t('register.readAt', { at: instant(readAt) })}
          </p>
        </div>
      )}
    </Loaded>
  );
}

function Found({ items }: { readonly items: Reply['items'] }) {
  const { t, term, date } = useLanguage();
  return (
    <Table
      caption={t('register.found', { count: items.length })}
      rows={items}
      rowKey={({ recordId }) => recordId}
      columns={[
        { key: 'name', title: t('register.name'), names: true, renderCell: (item) => <Names item={item} /> },
        {
          key: 'key',
          title: t('register.key'),
          renderCell: ({ identifiers }) =>
            identifiers.map(({ scheme, value }) => (
              <div key={`${scheme} ${value}`}>
                <code>{value}</code> <span className="soft small">{term('scheme', scheme)}</span>
              </div>
            )),
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
        {
          key: 'where',
          title: t('register.where'),
          renderCell: ({ source }) => term('personSource', source),
        },
        {
          key: 'how',
          title: t('register.how'),
          renderCell: ({ why }) => <Why why={why} />,
        },
      ]}
    />
  );
}

/** The first form of the name leads to what is known of the person; the other forms stand below. */
function Names({ item }: { readonly item: Reply['items'][number] }) {
  return (
    <>
      <Link to="/persons/$recordId" params={{ recordId: item.recordId }}>
        {nameOf(item)}
      </Link>
      <OtherNames record={item} />
    </>
  );
}

/** Each part of what was typed, what of the record answers it, and how sure that is. */
function Why({ why }: { readonly why: Reply['items'][number]['why'] }) {
  const { t, term } = useLanguage();
  return (
    <ul className="list-plain">
      {why.map(({ typed, held, how }) => (
        <li key={`${typed} ${held}`}>
          {typed === held ? typed : t('register.foundAs', { typed, held })}{' '}
          <span className="soft small">{term('wordMatch', how)}</span>
        </li>
      ))}
    </ul>
  );
}
