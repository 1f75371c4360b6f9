import type { Assessment } from '@urtuu/law';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';

type Totals = Assessment['record']['totals'];
type Sum = Totals['counted'];

interface Line {
  readonly state: string;
  readonly before: Sum;
  readonly from: Sum;
}

/** What the record comes to under one state’s law, before and from the cut. */
export function RecordTotals({ country, totals }: { readonly country: string; readonly totals: Totals }) {
  const { t, term } = useLanguage();
  const lines: Line[] = totals.byCountry.map(({ country: state, beforeCut, fromCut }) => ({
    state: term('country', state),
    before: beforeCut,
    from: fromCut,
  }));
  const length = ({ days, months }: Sum) =>
    t('periods.length', { years: Math.floor(months / 12), months: months % 12, days });
  return (
    <Table
      caption={t('periods.totals', { state: term('country', country), length: length(totals.counted) })}
      rows={lines}
      rowKey={({ state }) => state}
      columns={[
        { key: 'state', title: t('periods.state'), names: true, renderCell: ({ state }) => state },
        {
          key: 'before',
          title: t('periods.before1998'),
          numeric: true,
          renderCell: ({ before }) => length(before),
        },
        { key: 'from', title: t('periods.from1998'), numeric: true, renderCell: ({ from }) => length(from) },
      ]}
    />
  );
}
