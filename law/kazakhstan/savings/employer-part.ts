import { formatDay, type Day } from '@urtuu/kernel';
import type { AppliedTreaty } from '../../agreements/kz-mn.ts';
import {
  missingFact,
  missingParameter,
  notEligible,
  undetermined,
  type Entitlement,
} from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { flag } from '../../parameters/flag.ts';
import { parameter } from '../../parameters/register.ts';
import type { CompiledRecord } from '../../record/compile.ts';

const BORN_FROM = parameter('kz.opvr.bornFrom');
const FORMULA = parameter('kz.opvr.payoutDivisor');
const EXPORT = flag('kzmn.opvr');

/**
 * The notional part that employers pay for the cohorts from 1975 on: a payment for life that is not inherited. Its
 * formula is not known, so it is never computed; abroad it is an open question whether it is paid at all.
 */
export function employerPart(
  record: CompiledRecord,
  on: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  if (!record.kzAccounts.some(({ kind }) => kind === 'opvr') && !record.periods.some(({ opvr }) => opvr))
    return notEligible('kz.employer');
  const cohort = ground.take(BORN_FROM, on);
  if (cohort.day === undefined) {
    reasoning?.unknown([cohort]);
    return undetermined('kz.employer', [missingParameter(cohort)]);
  }
  const within = record.bornFrom >= cohort.day;
  if (!within && record.bornTo >= cohort.day)
    return undetermined('kz.employer', [missingFact('person.birthDate')]);
  reasoning?.note('kz.savings.employer.cohort', within ? 'holds' : 'fails', {
    args: { from: { day: formatDay(cohort.day) } },
    from: [cohort],
  });
  if (!within) return notEligible('kz.employer');
  if (record.residence !== 'KZ') {
    const exported = treaty !== undefined && ground.option(EXPORT) === 'yes';
    reasoning?.note('kz.savings.employer.abroad', exported ? 'holds' : 'fails', {
      flags: [ground.used(EXPORT)],
    });
    if (!exported) return notEligible('kz.employer');
  }
  const formula = ground.take(FORMULA, on);
  reasoning?.note('kz.savings.employer.formula', 'unknown', { from: [formula] });
  return undetermined('kz.employer', [missingParameter(formula)]);
}
