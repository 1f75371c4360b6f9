import { day, formatDay, parseDay, type Day } from '@urtuu/kernel';
import type { AssessOptions, LawCode, TreatyUse } from '../assessment.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';

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
  /** combined periods also lengthen the record of Kazakhstan's base pension */
  readonly countsForBase: boolean;
}

export interface TreatyStanding {
  readonly use: TreatyUse;
  /** undefined while the agreement is not applied */
  readonly treaty: AppliedTreaty | undefined;
}

const IN_FORCE = parameter('kzmn.inForceFrom');
const CUT_OFF = parameter('kzmn.cutOff');
const IN_FORCE_FLAG = flag('kzmn.inForceFrom');
const PERSONS = flag('kzmn.persons');
const WINDOW = flag('kzmn.window');
const AFTER_1998 = flag('kzmn.mnCountsKzAfter1998');
const BASE = flag('kzmn.basePension');
const OVERLAP = flag('kzmn.overlap');

const NO_CUT = day('2999-12-31');
const STATES: Readonly<Record<LawCode, string>> = { kz: 'KZ', mn: 'MN' };
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
    reasoning?.note('treaty.notAsked', 'info');
    return NOT_ASKED;
  }
  const refused = (reason: TreatyUse['reason'], inForceFrom?: string): TreatyStanding => {
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
    };
  };

  const actual = ground.take(IN_FORCE, options.on).day;
  const assumed = ground.option(IN_FORCE_FLAG);
  const inForce = actual ?? (assumed === null ? undefined : assumedDay(assumed));
  if (inForce === undefined) return refused('inForceUnknown');
  const inForceFrom = formatDay(inForce);
  if (inForce > options.on) return refused('notYetInForce', inForceFrom);
  const { residence, citizenships } = record.wire.person;
  if (residence !== STATES[options.law]) return refused('notStateOfResidence', inForceFrom);
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
    treaty: reading(options, ground),
  };
}

function reading(options: AssessOptions, ground: Ground): AppliedTreaty {
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
