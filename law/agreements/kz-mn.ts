import { day, formatDay, parseDay, type Day } from '@urtuu/kernel';
import type { AssessOptions, BenefitCode, LawCode, MissingFact, TreatyUse } from '../assessment.ts';
import { missingFact } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import type { Benefit } from '../record/insurance-record.ts';
import { STATE_OF } from '../states.ts';

/**
 * The agreement between Kazakhstan and Mongolia on cooperation in the pension sphere, signed 2024-10-29, as far as
 * it is publicly known. Its text has not been read: every reading is an open question with its own flag.
 */
export interface AppliedTreaty {
  /** periods completed from this day on are not combined; far future where the window is read without cut-off */
  readonly cut: Day;
  /** foreign periods enter the record of the awarding state */
  readonly combinesForeign: boolean;
  /** Mongolia also combines Kazakh periods completed after the cut-off */
  readonly combinesKzAfterCut: boolean;
  /** the state that awards and pays: that of residence, unless a moved person is held to stay with the former one */
  readonly payer: string;
  /** combined periods also lengthen the record of Kazakhstan's base pension */
  readonly countsForBase: boolean;
}

export interface TreatyStanding {
  readonly use: TreatyUse;
  /** undefined while the agreement is not applied */
  readonly treaty: AppliedTreaty | undefined;
  /** without it no component of this law can be decided */
  readonly missing?: MissingFact;
}

const IN_FORCE = parameter('kzmn.inForceFrom');
const CUT_OFF = parameter('kzmn.cutOff');
const IN_FORCE_FLAG = flag('kzmn.inForceFrom');
const PERSONS = flag('kzmn.persons');
const WINDOW = flag('kzmn.window');
const AFTER_1998 = flag('kzmn.mnCountsKzAfter1998');
const BASE = flag('kzmn.basePension');
const OVERLAP = flag('kzmn.overlap');
const RESIDENCE_CHANGE = flag('kzmn.residenceChange');

const MN_BENEFITS = flag('kzmn.mnBenefits');

const NO_CUT = day('2999-12-31');
/** What the agreement is known to cover. */
const COVERED: Readonly<Record<LawCode, readonly BenefitCode[]>> = {
  kz: ['oldAge', 'savings'],
  mn: ['oldAge'],
  cn: [],
};
/** Whether the agreement covers anything under a law: of China nothing, it is no party. */
export function isPartyLaw(law: LawCode): boolean {
  return COVERED[law].length > 0;
}

/** Paid by the state that holds them, wherever the person lives. */
const EXPORTED: readonly BenefitCode[] = ['savings'];
/** Pension kinds of the exchange profile: old-age and partial old-age. */
const OLD_AGE: readonly string[] = ['10', '11'];
const NOT_ASKED: TreatyStanding = {
  use: { asked: false, applied: false, reason: 'notAsked' },
  treaty: undefined,
};

/** Whether the agreement applies to this person and award, and how it is read. */
export function standingOfTreaty(
  record: CompiledRecord,
  options: AssessOptions,
  ground: Ground,
  reasoning: Reasoning | undefined,
): TreatyStanding {
  if (options.treaty === undefined) {
    if (isPartyLaw(options.law)) reasoning?.note('treaty.notAsked', 'info');
    return NOT_ASKED;
  }
  const { benefit = 'oldAge' } = options;
  if (!COVERED[options.law].includes(benefit)) return notCovered(benefit, ground, reasoning);
  const refused = (
    reason: TreatyUse['reason'],
    inForceFrom?: string,
    missing?: MissingFact,
  ): TreatyStanding => {
    reasoning?.note(`treaty.${reason}`, 'fails', {
      from: [IN_FORCE.at(options.on)],
      flags: [ground.used(reason === 'personNotCovered' ? PERSONS : IN_FORCE_FLAG)],
      args: {
        on: { day: formatDay(options.on) },
        ...(inForceFrom === undefined ? {} : { inForceFrom: { day: inForceFrom } }),
      },
    });
    return {
      use: { asked: true, applied: false, reason, ...(inForceFrom === undefined ? {} : { inForceFrom }) },
      treaty: undefined,
      ...(missing === undefined ? {} : { missing }),
    };
  };

  const actual = ground.take(IN_FORCE, options.on).day;
  const assumed = ground.option(IN_FORCE_FLAG);
  const inForce = actual ?? (assumed === null ? undefined : assumedDay(assumed));
  if (inForce === undefined) return refused('inForceUnknown');
  const inForceFrom = formatDay(inForce);
  if (inForce > options.on) return refused('notYetInForce', inForceFrom);
  const { payer, missing } = EXPORTED.includes(benefit)
    ? { payer: STATE_OF[options.law], missing: undefined }
    : payerOf(record, ground, reasoning);
  if (payer !== STATE_OF[options.law]) return refused('notStateOfResidence', inForceFrom, missing);
  const { citizenships } = record.wire.person;
  const covered = citizenships.includes('KZ') || citizenships.includes('MN');
  if (!covered && ground.option(PERSONS) === 'citizensOnly') return refused('personNotCovered', inForceFrom);

  const reason = actual === undefined ? 'hypothetical' : 'inForce';
  reasoning?.note(`treaty.${reason}`, 'holds', {
    from: [IN_FORCE.at(options.on)],
    flags: [ground.used(IN_FORCE_FLAG)],
    args: { inForceFrom: { day: inForceFrom } },
  });
  return {
    use: { asked: true, applied: true, reason, inForceFrom },
    treaty: { ...reading(options, ground), payer },
    ...(missing === undefined ? {} : { missing }),
  };
}

/** Whether pensions after injury are covered has not been read; nothing else of the law beside old age is. */
function notCovered(benefit: BenefitCode, ground: Ground, reasoning: Reasoning | undefined): TreatyStanding {
  const asked = benefit === 'employmentInjury' ? [ground.used(MN_BENEFITS)] : [];
  reasoning?.note('treaty.benefitNotCovered', 'fails', {
    args: { benefit: { term: `benefit.${benefit}` } },
    ...(asked.length === 0 ? {} : { flags: asked }),
  });
  return { use: { asked: true, applied: false, reason: 'benefitNotCovered' }, treaty: undefined };
}

/**
 * The state of residence awards and pays. Who moved with a pension of the other state in payment may be paid by
 * either: nobody has read who, so without an answer the payer is missing.
 */
function payerOf(
  record: CompiledRecord,
  ground: Ground,
  reasoning: Reasoning | undefined,
): { readonly payer: string; readonly missing?: MissingFact } {
  const { residence } = record;
  const former = residence === 'KZ' ? 'MN' : residence === 'MN' ? 'KZ' : undefined;
  const kept = former === undefined ? undefined : oldAgeBenefit(record, former);
  if (former === undefined || kept === undefined) return { payer: residence };
  const answer = ground.option(RESIDENCE_CHANGE);
  reasoning?.note('treaty.residenceChange', answer === null ? 'unknown' : 'info', {
    args: { from: { day: kept.from } },
    flags: [ground.used(RESIDENCE_CHANGE)],
  });
  if (answer === null) return { payer: residence, missing: missingFact('kzmn.residenceChange') };
  return { payer: answer === 'oldState' ? former : residence };
}

/** An old-age pension of a state that the record shows in payment. */
export function oldAgeBenefit(record: CompiledRecord, state: string): Benefit | undefined {
  return record.wire.benefits.find(
    ({ country, kind, status }) => country === state && OLD_AGE.includes(kind) && status !== 'ended',
  );
}

function reading(options: AssessOptions, ground: Ground): Omit<AppliedTreaty, 'payer'> {
  const window = ground.option(WINDOW);
  ground.option(OVERLAP);
  const cutOff = ground.take(CUT_OFF, options.on).day;
  return {
    cut: window === 'noCutOff' || cutOff === undefined ? NO_CUT : cutOff,
    combinesForeign: options.law === 'kz' || window !== 'mnPeriodsForKzOnly',
    combinesKzAfterCut: options.law === 'mn' && ground.option(AFTER_1998) === 'yes',
    countsForBase: options.law === 'kz' && ground.option(BASE) === 'yes',
  };
}

function assumedDay(text: string): Day | undefined {
  const parsed = parseDay(text);
  return parsed.ok ? parsed.value : undefined;
}
