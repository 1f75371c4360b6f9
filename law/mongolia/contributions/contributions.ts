import type { ContributionMonth, InsuredAs, NationalContributions } from '../../contribution.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { compulsoryContributions } from './compulsory.ts';
import { voluntaryContributions } from './voluntary.ts';

type Statute = (
  month: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
) => NationalContributions;

/** Employees are insured compulsorily; herders, the self-employed and carers insure themselves. */
const BY_CAPACITY = {
  employee: compulsoryContributions,
  selfEmployed: voluntaryContributions,
  herder: voluntaryContributions,
  carer: voluntaryContributions,
} as const satisfies Record<InsuredAs, Statute>;

/** Contributions of one month in Mongolia. */
export const mongoliaContributions: Statute = (month, ground, reasoning) =>
  BY_CAPACITY[month.as](month, ground, reasoning);
