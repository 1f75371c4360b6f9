import { civilDate, day } from '@urtuu/kernel';
import type { Account, RecordPeriod } from '@urtuu/law';

/** From that year on, the monthly income in the state's currency. */
export type WageStep = readonly [year: number, amount: number];

/** A spell of a constructed life, as it happened; what the registers know of it follows. */
export interface Spell {
  readonly country: 'MN' | 'KZ';
  readonly activity: 'work' | 'herding' | 'military' | 'study' | 'other';
  readonly employer: string;
  /** ISO day, first */
  readonly from: string;
  /** ISO day, last */
  readonly to: string;
  /** what proves it; register only where nothing is said */
  readonly document?: 'labourBook' | 'archive';
  readonly wages?: readonly WageStep[];
  /** months without contributions, `YYYY-MM` */
  readonly unpaid?: readonly string[];
  /** period type where it is none of the known activities */
  readonly code?: string;
}

/** A whole constructed life. */
export interface Career {
  readonly spells: readonly Spell[];
  readonly accounts?: readonly Account[];
  readonly death?: { readonly on: string; readonly registeredOn: string };
}

/** First year of contributions in each state's register. */
export const CONTRIBUTIONS_FROM: Readonly<Record<Spell['country'], number>> = { MN: 1995, KZ: 1998 };

export interface PaidMonth {
  readonly year: number;
  readonly month: number;
  readonly amount: number;
  readonly paid: boolean;
}

/** The contribution months of a spell: every month it touches since contributions exist. */
export function contributionMonths(spell: Spell): PaidMonth[] {
  if (spell.activity !== 'work' && spell.activity !== 'herding') return [];
  const first = civilDate(day(spell.from));
  const last = civilDate(day(spell.to));
  const start = Math.max(first.year * 12 + first.month - 1, CONTRIBUTIONS_FROM[spell.country] * 12);
  const months: PaidMonth[] = [];
  for (let index = start; index <= last.year * 12 + last.month - 1; index += 1) {
    const year = Math.floor(index / 12);
    const month = (index % 12) + 1;
    const key = `${year}-${String(month).padStart(2, '0')}`;
    months.push({ year, month, amount: wageIn(spell, year), paid: spell.unpaid?.includes(key) !== true });
  }
  return months;
}

/** Before the first step the first amount holds; without steps a token income. */
function wageIn(spell: Spell, year: number): number {
  const steps = spell.wages ?? [];
  const reached = steps.filter(([from]) => from <= year).at(-1) ?? steps[0];
  return reached?.[1] ?? 1000;
}

/** The spells as the claimant states them, with the evidence brought. */
export function claimedPeriods(career: Career): RecordPeriod[] {
  return career.spells.map((spell, i) => ({
    id: `c${i + 1}`,
    country: spell.country,
    from: spell.from,
    to: spell.to,
    type: typeOf(spell),
    ...(spell.activity === 'herding' ? { scheme: 'mn.herder' } : {}),
    employer: spell.employer,
    evidence: [
      spell.document === undefined
        ? { kind: 'statement' }
        : { kind: spell.document, ref: documentRef(spell, i) },
    ],
    certainty: 'claimed',
    precision: 'day',
    kind: kindOf(spell),
  }));
}

export function documentRef(spell: Spell, index: number): string {
  return `${spell.country}-${spell.document === 'archive' ? 'A' : 'L'}-99-${String(index + 1).padStart(4, '0')}`;
}

export function typeOf(spell: Spell): string {
  switch (spell.activity) {
    case 'work':
      return '11';
    case 'herding':
      return '22';
    case 'military':
      return '43';
    case 'study':
      return '44';
    case 'other':
      return spell.code ?? '40';
  }
}

function kindOf(spell: Spell): RecordPeriod['kind'] {
  if (spell.activity === 'work') return 'compulsory';
  return spell.activity === 'herding' ? 'voluntary' : 'equivalent';
}
