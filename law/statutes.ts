import type { Day } from '@urtuu/kernel';
import type { AppliedTreaty } from './agreements/kz-mn.ts';
import { BENEFIT_CODES, type BenefitCode, type LawCode } from './assessment.ts';
import type { Ground } from './finding/ground.ts';
import type { Reasoning } from './finding/reasoning.ts';
import { chinaOldAge } from './china/old-age.ts';
import { kazakhstanOldAge } from './kazakhstan/old-age.ts';
import { kazakhstanSavings } from './kazakhstan/savings/savings.ts';
import { mongoliaEmploymentInjury } from './mongolia/injury/employment-injury.ts';
import { mongoliaMaternity } from './mongolia/maternity.ts';
import { mongoliaNotional } from './mongolia/notional/notional.ts';
import { mongoliaOldAge } from './mongolia/old-age.ts';
import { mongoliaUnemployment } from './mongolia/unemployment/unemployment.ts';
import { mongoliaChildMoney } from './mongolia/welfare/child-money.ts';
import { mongoliaSeniorGift } from './mongolia/welfare/senior-gift.ts';
import { mongoliaWelfare } from './mongolia/welfare/welfare-pension.ts';
import type { NationalResult } from './national-result.ts';
import type { CompiledRecord } from './record/compile.ts';

/**
 * One benefit of one law as a function: what the person is entitled to on an award date, paid on a payment date.
 * It reads law only through the ground and explains itself to the reasoning, if there is one.
 */
export type Statute = (
  record: CompiledRecord,
  on: Day,
  payOn: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
) => NationalResult;

/** Every benefit this library can award, by law. A new one adds its line here and its files beside the others. */
const STATUTES: Readonly<Record<LawCode, Readonly<Partial<Record<BenefitCode, Statute>>>>> = {
  cn: { oldAge: chinaOldAge },
  kz: { oldAge: kazakhstanOldAge, savings: kazakhstanSavings },
  mn: {
    oldAge: mongoliaOldAge,
    notional: mongoliaNotional,
    welfare: mongoliaWelfare,
    unemployment: mongoliaUnemployment,
    employmentInjury: mongoliaEmploymentInjury,
    maternity: mongoliaMaternity,
    childMoney: mongoliaChildMoney,
    seniorGift: mongoliaSeniorGift,
  },
};

/** The statute of a benefit. Throws RangeError where the law has none; `benefitsOf` says which there are. */
export function statute(law: LawCode, benefit: BenefitCode): Statute {
  const found = STATUTES[law][benefit];
  if (found === undefined) throw new RangeError(`the law of ${law} has no benefit ${benefit} here`);
  return found;
}

/** The benefits that a law awards. */
export function benefitsOf(law: LawCode): BenefitCode[] {
  return BENEFIT_CODES.filter((benefit) => STATUTES[law][benefit] !== undefined);
}
