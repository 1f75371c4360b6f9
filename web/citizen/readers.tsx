import { useState } from 'react';
import { useInstitutionName } from '../app/institution-name.ts';
import { Button } from '../design/button.tsx';
import { Empty } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useWhatWasRead } from '../access/what-was-read.ts';
import type { MyView } from './citizen-page.tsx';

const FIRST_SHOWN = 15;

/** Who has read the person's data, the latest first; all of them on demand. */
export function Readers({ accesses }: { readonly accesses: MyView['accesses'] }) {
  const { t, term, instant } = useLanguage();
  const institution = useInstitutionName();
  const whatWasRead = useWhatWasRead();
  const [all, setAll] = useState(false);
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
          rows={all ? accesses : accesses.slice(0, FIRST_SHOWN)}
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
              renderCell: ({ reader, role, institution: of }) => (
                <>
                  {institution(reader)} <span className="soft small">{term('role', role)}</span>
                  {of === reader || of === '' ? null : <div className="soft small">{institution(of)}</div>}
                </>
              ),
            },
            { key: 'what', title: t('accessLog.what'), renderCell: ({ what }) => whatWasRead(what) },
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
      {all || accesses.length <= FIRST_SHOWN ? null : (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('app.more')}
        </Button>
      )}
    </section>
  );
}
