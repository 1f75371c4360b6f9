import { useQuery } from '@tanstack/react-query';
import type { personsContract } from '@urtuu/persons/contract';
import type { ReplyOf } from '@urtuu/platform/contract';
import { persons } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Facts } from '../design/facts.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useEvidenceWords } from './evidence-words.ts';
import { ReviewTabs } from './review-tabs.tsx';

type Report = ReplyOf<typeof personsContract.clerkAgreement>;

/** How far officers who looked at the same pairs agree, over the last year. */
export function AgreementPage() {
  const { t } = useLanguage();
  const query = useQuery({
    queryKey: ['agreement'],
    queryFn: ({ signal }) => persons.clerkAgreement({ query: {} }, signal),
  });
  return (
    <div className="stack">
      <PageHead title={t('agreement.title')} lede={t('agreement.lede')} />
      <ReviewTabs />
      <Loaded query={query}>{(report) => <Figures report={report} />}</Loaded>
    </div>
  );
}

function Figures({ report }: { readonly report: Report }) {
  const { t, number, date } = useLanguage();
  const words = useEvidenceWords();
  const { observed, byChance, kappa, pairs, reviews, drawn, share, waiting, withdrawn, third } = report;
  const percent = (value: number): string =>
    value === 1 ? t('persons.percent', { value: number(100) }) : words.percent(value);
  const known = (value: number | null): string => (value === null ? t('agreement.unknown') : percent(value));
  return (
    <div className="stack">
      <div className="columns">
        <Panel title={t('agreement.figures')}>
          {pairs === 0 ? (
            <Empty>{t('agreement.none')}</Empty>
          ) : (
            <div className="stack--tight">
              <Facts
                facts={[
                  [t('agreement.observed'), <strong key="observed">{known(observed)}</strong>],
                  [t('agreement.byChance'), known(byChance)],
                  [
                    t('agreement.kappa'),
                    <strong key="kappa">
                      {kappa === null ? t('agreement.unknown') : signed(kappa, number)}
                    </strong>,
                  ],
                  [t('agreement.pairs'), number(pairs)],
                  [t('agreement.reviews'), number(reviews)],
                ]}
              />
              <p className="soft small">{t('agreement.kappaText')}</p>
            </div>
          )}
        </Panel>
        <Panel title={t('agreement.sample')}>
          <Facts
            facts={[
              [
                t('agreement.span'),
                t('agreement.fromTo', { from: date(report.from), to: date(report.until) }),
              ],
              [t('agreement.share'), percent(share)],
              [t('agreement.drawn'), number(drawn)],
              [t('agreement.waitingSecond'), number(waiting.second)],
              [t('agreement.waitingThird'), number(waiting.third)],
              [t('agreement.withdrawn'), number(withdrawn)],
              [t('agreement.upheldFirst'), number(third.upheldFirst)],
              [t('agreement.upheldSecond'), number(third.upheldSecond)],
              [t('agreement.neither'), number(third.neither)],
            ]}
          />
        </Panel>
      </div>
      {pairs === 0 ? null : (
        <>
          <Crossed table={report.table} />
          <Officers officers={report.officers} />
        </>
      )}
    </div>
  );
}

function signed(value: number, number: (value: string) => string): string {
  return `${value < 0 ? '−' : ''}${number(Math.abs(value).toFixed(2))}`;
}

/** Pairs by what the first officer said against what the second said. */
function Crossed({ table }: { readonly table: Report['table'] }) {
  const { t, term, number } = useLanguage();
  const rows = [
    { first: 'same', same: table.bothSame, notSame: table.firstAlone },
    { first: 'notSame', same: table.secondAlone, notSame: table.bothNotSame },
  ];
  return (
    <Table
      caption={t('agreement.crossed')}
      rows={rows}
      rowKey={({ first }) => first}
      columns={[
        {
          key: 'first',
          title: t('agreement.firstSays'),
          names: true,
          renderCell: ({ first }) => term('linkOutcome', first),
        },
        {
          key: 'same',
          title: t('agreement.secondSame'),
          numeric: true,
          renderCell: ({ same }) => number(same),
        },
        {
          key: 'notSame',
          title: t('agreement.secondNotSame'),
          numeric: true,
          renderCell: ({ notSame }) => number(notSame),
        },
      ]}
    />
  );
}

function Officers({ officers }: { readonly officers: Report['officers'] }) {
  const { t, number } = useLanguage();
  return (
    <Table
      caption={t('agreement.officers')}
      rows={officers}
      rowKey={({ by }, i) => `${by} ${String(i)}`}
      columns={[
        { key: 'who', title: t('decisions.who'), names: true, renderCell: ({ by }) => by },
        {
          key: 'looks',
          title: t('agreement.looks'),
          numeric: true,
          renderCell: ({ looks }) => number(looks),
        },
        {
          key: 'agreed',
          title: t('agreement.agreed'),
          numeric: true,
          renderCell: ({ agreed }) => number(agreed),
        },
      ]}
    />
  );
}
