import { formatExact, round, type Day } from '@urtuu/kernel';
import type { Reasoning } from '../../finding/reasoning.ts';
import { formatAmount } from '../../money.ts';
import type { RecordPeriod } from '../../record/insurance-record.ts';
import { writeState, type CoordinatedState } from './coordinated.ts';
import { closedOn } from './overlaps.ts';
import { CLOSED, FINDING, type Scheme, type SchemeAward } from './scheme.ts';

/**
 * Method `direct`: the right is open by the periods of all states together, and each state pays its own formula on its
 * own periods. No theoretical amount, no share.
 */
export function coordinateDirect(
  schemes: readonly Scheme[],
  periods: readonly RecordPeriod[],
  on: Day,
  reasoning: Reasoning | undefined,
): CoordinatedState[] {
  const parties = new Set(schemes.map(({ state }) => state));
  const all = closedOn(
    periods.filter(({ country }) => parties.has(country)),
    on,
  );
  return schemes.map((scheme) => {
    const length = { own: scheme.ownLength(all), total: scheme.length(all) };
    const step = reasoning?.open('direct.state');
    const award = awardOf(scheme, all, step);
    step?.conclude(FINDING[award.outcome], {
      args: { state: scheme.state, own: formatExact(length.own), total: formatExact(length.total) },
    });
    return writeState({ scheme, basis: 'ownPeriods', award, length });
  });
}

function awardOf(scheme: Scheme, all: readonly RecordPeriod[], step: Reasoning | undefined): SchemeAward {
  if (!all.some(({ country }) => country === scheme.state)) {
    step?.note('direct.noPeriods', 'fails');
    return CLOSED;
  }
  const together = scheme.award(all);
  if (together.outcome !== 'open') {
    step?.note('direct.closed', FINDING[together.outcome]);
    return together;
  }
  step?.note('direct.open', 'holds');
  const found = scheme.formula(all);
  if (found.outcome !== 'open') return found;
  const amount = round(found.amount, scheme.rounding);
  step?.note('direct.amount', 'holds', {
    args: { amount: { amount: formatAmount(amount), currency: scheme.currency } },
  });
  return { outcome: 'open', amount };
}
