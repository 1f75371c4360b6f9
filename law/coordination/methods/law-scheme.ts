import { decimal, ratio, type Day, type Rational } from '@urtuu/kernel';
import { assess } from '../../assess.ts';
import type { Assessment, AssessOptions, LawCode } from '../../assessment.ts';
import { missingFact } from '../../component.ts';
import { CEIL_TO_ONE, CURRENCIES, HALF_UP_TO_HUNDREDTH, HALF_UP_TO_ONE } from '../../money.ts';
import type { InsuranceRecord, RecordPeriod } from '../../record/insurance-record.ts';
import { STATE_OF } from '../../states.ts';
import { CLOSED, type Scheme, type SchemeAward } from './scheme.ts';

const ROUNDING = { kz: CEIL_TO_ONE, mn: HALF_UP_TO_ONE, cn: HALF_UP_TO_HUNDREDTH } as const;
const MONTHS_OF_YEAR = ratio(12);

/**
 * The old-age pension of a law of this library as a scheme in months. Periods of other states are put to the same
 * entitlement function as periods of its own, for a person who lives there: equal treatment of facts and waiving of
 * residence (883/2004 Art 5 and 7). Amounts are those that the law would pay, so they are rounded as it rounds them.
 */
export function lawScheme(
  record: InsuranceRecord,
  law: LawCode,
  on: Day,
  assume: AssessOptions['assume'],
): Scheme {
  const state = STATE_OF[law];
  const answers = assume === undefined ? {} : { assume };
  const person = { ...record.person, residence: state };
  const assessed = (periods: readonly RecordPeriod[]): Assessment =>
    assess({ ...record, person, periods: [...periods] }, { law, on, explain: 'none', ...answers });
  const asOwn = (periods: readonly RecordPeriod[]): Assessment =>
    assessed(periods.map((period) => ({ ...period, country: state })));
  const own = (periods: readonly RecordPeriod[]): SchemeAward => awardOf(assessed(periods));
  return {
    state,
    currency: CURRENCIES[law],
    rounding: ROUNDING[law],
    proRata: 'compared',
    full: undefined,
    year: MONTHS_OF_YEAR,
    own,
    ownLength: (periods) => lengthOf(assessed(periods)),
    award: (periods) => awardOf(asOwn(periods)),
    length: (periods) => lengthOf(asOwn(periods)),
    formula: (periods) => {
      const alone = own(periods);
      if (alone.outcome !== 'closed') return alone;
      return { outcome: 'unknown', missing: [missingFact('coordination.shortRecord')] };
    },
  };
}

function lengthOf({ record }: Assessment): Rational {
  return ratio(record.totals.counted.months);
}

function awardOf({ outcome, total, missing }: Assessment): SchemeAward {
  switch (outcome) {
    case 'eligible':
      return total === undefined ? CLOSED : { outcome: 'open', amount: decimal(total.amount) };
    case 'notEligible':
      return CLOSED;
    case 'undetermined':
      return { outcome: 'unknown', missing };
  }
}
