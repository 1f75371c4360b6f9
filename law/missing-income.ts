import { ratio, type Rational } from '@urtuu/kernel';
import type { MissingFact } from './assessment.ts';
import { missingFact } from './component.ts';
import type { UsedFlag } from './finding/finding.ts';
import type { Ground } from './finding/ground.ts';
import type { Reasoning } from './finding/reasoning.ts';
import type { RuleId } from './finding/rules.ts';
import { formatAmount } from './money.ts';
import { flag, type Flag } from './parameters/flag.ts';
import type { CompiledRecord } from './record/compile.ts';
import { averageFromAbroad, suppliedAverage, type SuppliedAverage } from './record/supplied-average.ts';

export type AverageIncome =
  | { readonly known: true; readonly average: Rational }
  | { readonly known: false; readonly missing: MissingFact };

/** How one state speaks of an average income that does not come from the months in the record. */
export interface IncomeLaw {
  readonly country: string;
  readonly currency: string;
  /** income from before contributions existed needs coefficients, which are an open question */
  readonly oldIncome: Flag;
  /** the fact that is missing where nothing is recorded */
  readonly noIncome: string;
  readonly rules: Readonly<Record<'supplied' | 'ownStateOnly' | 'unknown', RuleId>>;
}

const INCOME_BASE = flag('kzmn.incomeBase');

/** An average established by the state's own institution; it goes before the months in the record. */
export function establishedAverage(
  record: CompiledRecord,
  law: IncomeLaw,
  reasoning: Reasoning | undefined,
): AverageIncome | undefined {
  const supplied = suppliedAverage(record.averages, law.country, law.currency);
  return supplied === undefined ? undefined : taken(supplied, law, [], reasoning);
}

/**
 * The average where no month in the record can be used: unknown, with the fact that is missing. Who worked only
 * abroad has no income here, and from which income the average is then taken is an open question of the agreement.
 * @param unadjusted income from before contributions existed is recorded, but its coefficients are not known
 */
export function averageWithoutMonths(
  record: CompiledRecord,
  law: IncomeLaw,
  unadjusted: boolean,
  ground: Ground,
  reasoning: Reasoning | undefined,
): AverageIncome {
  const lacking = (fact: string, flags: readonly UsedFlag[]): AverageIncome => {
    reasoning?.note(law.rules.unknown, 'unknown', { args: { why: { term: `why.${fact}` } }, flags });
    return { known: false, missing: missingFact(fact) };
  };
  if (unadjusted) {
    ground.option(law.oldIncome);
    return lacking(law.oldIncome.flag, [ground.used(law.oldIncome)]);
  }
  if (!workedOnlyAbroad(record, law.country)) return lacking(law.noIncome, []);
  const base = ground.option(INCOME_BASE);
  const flags = [ground.used(INCOME_BASE)];
  if (base === 'ownState') {
    reasoning?.note(law.rules.ownStateOnly, 'holds', { flags });
    return { known: true, average: ratio(0) };
  }
  const abroad =
    base === 'foreign' ? averageFromAbroad(record.averages, law.country, law.currency) : undefined;
  return abroad === undefined ? lacking(INCOME_BASE.flag, flags) : taken(abroad, law, flags, reasoning);
}

function taken(
  { amount, source }: SuppliedAverage,
  law: IncomeLaw,
  flags: readonly UsedFlag[],
  reasoning: Reasoning | undefined,
): AverageIncome {
  reasoning?.note(law.rules.supplied, 'holds', {
    args: { average: { amount: formatAmount(amount), currency: law.currency }, source },
    ...(flags.length === 0 ? {} : { flags }),
  });
  return { known: true, average: amount };
}

function workedOnlyAbroad(record: CompiledRecord, country: string): boolean {
  const work = record.periods.filter(({ activity }) => activity === 'work');
  return work.length > 0 && work.every((period) => period.country !== country);
}
