import { ageInYears, multiply, ratio, round } from '@urtuu/kernel';
import {
  missingFact,
  missingParameter,
  notEligible,
  undetermined,
  type Entitlement,
} from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { mnt } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import { parameter } from '../../parameters/register.ts';
import { rounding } from '../rounding.ts';
import { benefitStatute, type BenefitCase } from '../single-benefit.ts';

const BANDS = [
  { from: 90, series: parameter('mn.seniorGift.from90') },
  { from: 80, series: parameter('mn.seniorGift.from80') },
  { from: 70, series: parameter('mn.seniorGift.from70') },
  { from: 65, series: parameter('mn.seniorGift.from65') },
] as const;
const TIMES = parameter('mn.seniorGift.timesAYear');
const PER = flag('mn.seniorGift');

/** Gift to seniors of Mongolia, twice a year from 65 on, by age. Whether the amount is for a payment or a year is open. */
export const mongoliaSeniorGift = benefitStatute((facts, ground, reasoning) => [
  seniorGift(facts, ground, reasoning),
]);

function seniorGift(
  { record, payOn }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const youngest = ageInYears(record.bornTo, payOn);
  const band = bandOf(youngest);
  if (band !== bandOf(ageInYears(record.bornFrom, payOn))) {
    reasoning?.note('mn.seniorGift.ageUnknown', 'unknown');
    return undetermined('mn.seniorGift', [missingFact('person.birthDate')]);
  }
  if (band === undefined) {
    reasoning?.note('mn.seniorGift.young', 'fails', { args: { years: youngest } });
    return notEligible('mn.seniorGift');
  }
  const version = ground.take(band.series, payOn);
  const times = ground.take(TIMES, payOn);
  if (version.amount === undefined || times.amount === undefined) {
    const unknown = [version, times].filter(({ amount }) => amount === undefined);
    reasoning?.unknown(unknown);
    return undetermined('mn.seniorGift', unknown.map(missingParameter));
  }
  const perYear = ground.option(PER) === 'perYear';
  const amount = round(version.amount, rounding(ground));
  const inAYear = perYear ? amount : multiply(amount, ratio(times.whole));
  reasoning?.note('mn.seniorGift', 'holds', {
    args: {
      from: band.from,
      amount: mnt(amount),
      per: { term: perYear ? 'option.perYear' : 'option.perPayment' },
      times: times.whole,
      year: mnt(inAYear),
    },
    from: [version, times],
    flags: [ground.used(PER)],
  });
  const per = perYear ? 'year' : 'payment';
  return { component: 'mn.seniorGift', outcome: 'eligible', amount, per, missing: [] };
}

function bandOf(years: number): (typeof BANDS)[number] | undefined {
  return BANDS.find(({ from }) => years >= from);
}
