import type { CasePeriod } from '@urtuu/pensions/contract';
import { useMemo } from 'react';
import { useLanguage } from '../language/language.tsx';

export interface PeriodWords {
  readonly dates: (period: Pick<CasePeriod, 'from' | 'to'>) => string;
  /** employer, else the type */
  readonly short: (period: CasePeriod) => string;
  readonly long: (period: CasePeriod) => string;
  /** type in words; an unknown code is shown and marked unknown */
  readonly type: (code: string) => string;
}

/** How a period is spoken of. */
export function usePeriodWords(): PeriodWords {
  const { t, term, date, knows } = useLanguage();
  return useMemo(() => {
    const type = (code: string): string =>
      knows('periodType', code) ? term('periodType', code) : t('periods.unknownType', { code });
    const dates = ({ from, to }: Pick<CasePeriod, 'from' | 'to'>): string =>
      `${date(from)} – ${to === null ? t('periods.ongoing') : date(to)}`;
    return {
      dates,
      type,
      short: (period) => period.employer ?? type(period.type),
      long: (period) =>
        [
          term('country', period.country),
          dates(period),
          type(period.type),
          ...(period.employer === undefined ? [] : [period.employer]),
          term('certainty', period.certainty),
        ].join(', '),
    };
  }, [t, term, date, knows]);
}
