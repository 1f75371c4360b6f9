import { formatExact, multiply, round, type Rational, type Rounding } from '@urtuu/kernel';
import type { CurrencyCode, MissingFact } from './assessment.ts';
import { missingParameter } from './component.ts';
import type { BranchCode, Payer, Share } from './contribution.ts';
import type { Arg, UsedFlag } from './finding/finding.ts';
import type { Ground } from './finding/ground.ts';
import type { Reasoning } from './finding/reasoning.ts';
import { formatAmount, percent } from './money.ts';
import type { Version } from './parameters/parameter.ts';

/** How the shares of one law are written: its currency, and its rounding with the open question behind it. */
export interface ShareTerms {
  readonly currency: CurrencyCode;
  readonly rounding: (ground: Ground) => Rounding;
  readonly roundingFlag: (ground: Ground) => UsedFlag;
}

/** A rate of a base, rounded once; undetermined where the rate is not known. */
export function shareOf(
  branch: BranchCode,
  payer: Payer,
  base: Rational,
  rate: { readonly version: Version; readonly value?: Rational | undefined },
  terms: ShareTerms,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Share {
  const hundredths = rate.value ?? rate.version.amount;
  if (hundredths === undefined)
    return unknownShare(branch, payer, base, missingParameter(rate.version), reasoning);
  const amount = round(multiply(base, percent(hundredths)), terms.rounding(ground));
  reasoning?.note('contribution.share', 'holds', {
    args: {
      branch: { term: `branch.${branch}` },
      payer: { term: `payer.${payer}` },
      rate: { percent: formatExact(hundredths) },
      base: money(base, terms),
      amount: money(amount, terms),
    },
    from: [rate.version],
    flags: [
      ...(rate.version.flag === undefined
        ? []
        : ground.flags.filter(({ flag }) => flag === rate.version.flag)),
      terms.roundingFlag(ground),
    ],
  });
  return { branch, payer, base, rate: hundredths, amount, missing: [] };
}

/** A share that cannot be computed, with the fact without which it cannot. */
export function unknownShare(
  branch: BranchCode,
  payer: Payer,
  base: Rational,
  missing: MissingFact,
  reasoning: Reasoning | undefined,
): Share {
  reasoning?.note('contribution.unknown', 'unknown', {
    args: {
      branch: { term: `branch.${branch}` },
      payer: { term: `payer.${payer}` },
      fact: missing.why === 'why.parameter' ? { term: `parameter.${missing.fact}` } : { term: missing.why },
    },
  });
  return { branch, payer, base, rate: undefined, amount: undefined, missing: [missing] };
}

function money(amount: Rational, { currency }: ShareTerms): Arg {
  return { amount: formatAmount(amount), currency };
}
