import { explainOption, openFlags, type Flag } from '@urtuu/law';
import { Tag } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLawTexts } from '../decision/law-texts.ts';
import { useLanguage } from '../language/language.tsx';
import { LawFrame } from './law-frame.tsx';

/** Every open question of law, grouped by the text that would settle it. */
export function OpenPage() {
  const { t } = useLanguage();
  const law = useLawTexts();
  const texts = Map.groupBy(openFlags(), ({ settledBy }) => settledBy);
  return (
    <LawFrame title={t('law.openTitle')} lede={t('law.openLede')}>
      {[...texts].map(([text, flags]) => (
        <Panel key={text} title={law.word(`settles.${text}`)}>
          <Questions flags={flags} caption={law.word(`settles.${text}`)} />
        </Panel>
      ))}
    </LawFrame>
  );
}

const ANY = { day: 'law.any.day', decimal: 'law.any.decimal' } as const;

function Questions({ flags, caption }: { readonly flags: readonly Flag[]; readonly caption: string }) {
  const { t, locale } = useLanguage();
  const law = useLawTexts();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={flags}
      rowKey={({ flag }) => flag}
      columns={[
        {
          key: 'question',
          title: t('law.question'),
          names: true,
          renderCell: ({ flag }) => (
            <>
              {law.flagText(flag)}
              <br />
              <code className="small">{flag}</code>
            </>
          ),
        },
        {
          key: 'options',
          title: t('law.answers'),
          renderCell: ({ options }) =>
            options === 'day' || options === 'decimal' ? (
              t(ANY[options])
            ) : (
              <ul className="list-plain">
                {options.map((option) => (
                  <li key={option}>{explainOption(option, locale)}</li>
                ))}
              </ul>
            ),
        },
        {
          key: 'taken',
          title: t('law.taken'),
          renderCell: ({ default: taken }) =>
            taken === null ? <Tag meaning="care">{t('law.undetermined')}</Tag> : explainOption(taken, locale),
        },
      ]}
    />
  );
}
