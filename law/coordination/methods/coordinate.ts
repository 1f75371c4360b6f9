import { formatDay, type Day } from '@urtuu/kernel';
import { isPartyLaw } from '../../agreements/kz-mn.ts';
import { assess } from '../../assess.ts';
import type { Assessment, AssessOptions, LawCode } from '../../assessment.ts';
import type { Finding, UsedFlag } from '../../finding/finding.ts';
import { Ground } from '../../finding/ground.ts';
import { Reasoning } from '../../finding/reasoning.ts';
import { STATE_OF } from '../../states.ts';
import type { CoordinatedState, MethodName } from './coordinated.ts';
import type { CoordinationCase } from './coordination-case.ts';
import { coordinateDirect } from './direct.ts';
import { coordinateEu } from './eu.ts';
import { lawScheme } from './law-scheme.ts';
import type { Scheme } from './scheme.ts';
import { statedScheme } from './stated-scheme.ts';
import { coordinateUs } from './us.ts';

export interface CoordinateOptions {
  readonly method: MethodName;
  /** award date */
  readonly on: Day;
  /** answers to open questions of law, by flag */
  readonly assume?: AssessOptions['assume'];
  readonly explain: 'none' | 'full';
}

/** What every state pays under one method. */
export interface Coordination {
  readonly method: MethodName;
  /** award date, ISO */
  readonly on: string;
  /** false where the case has nothing that the method works on */
  readonly applicable: boolean;
  readonly states: readonly CoordinatedState[];
  /** present with explain 'full' */
  readonly findings?: Finding;
  readonly flags: readonly UsedFlag[];
}

/**
 * Shares the old-age pension of one person among states by a method. The methods are strategies over one algebra of
 * periods and formulas, so that the same life can be compared under each. Only `recognised-service` is the agreement
 * between Kazakhstan and Mongolia; the others show what another kind of agreement would give.
 */
export function coordinate(of: CoordinationCase, options: CoordinateOptions): Coordination {
  const { method, on, assume, explain } = options;
  const ground = new Ground(assume);
  const reasoning = explain === 'full' ? new Reasoning(`coordination.${method}`) : undefined;
  const states = shared(of, options, ground, reasoning);
  reasoning?.conclude(
    states.some(({ outcome }) => outcome === 'undetermined')
      ? 'unknown'
      : states.some(({ outcome }) => outcome === 'eligible')
        ? 'holds'
        : 'fails',
    { args: { on: { day: formatDay(on) } } },
  );
  return {
    method,
    on: formatDay(on),
    applicable: states.length > 0,
    states,
    ...(reasoning === undefined ? {} : { findings: reasoning.finding() }),
    flags: ground.flags,
  };
}

function shared(
  of: CoordinationCase,
  { method, on, assume }: CoordinateOptions,
  ground: Ground,
  reasoning: Reasoning | undefined,
): readonly CoordinatedState[] {
  const { periods } = of.record;
  switch (method) {
    case 'recognised-service':
      return recognisedService(of, on, assume, reasoning);
    case 'eu':
      return coordinateEu(schemesOf(of, on, assume), periods, on, ground, reasoning);
    case 'direct':
      return coordinateDirect(schemesOf(of, on, assume), periods, on, reasoning);
    case 'us':
      return of.us === undefined ? [] : [coordinateUs(of.us, periods, on, reasoning)];
  }
}

function schemesOf(of: CoordinationCase, on: Day, assume: AssessOptions['assume']): Scheme[] {
  return of.schemes.map((scheme) =>
    'law' in scheme ? lawScheme(of.record, scheme.law, on, assume) : statedScheme(scheme, formatDay(on)),
  );
}

/** The agreement between Kazakhstan and Mongolia, asked of the laws of both. */
function recognisedService(
  { record, schemes }: CoordinationCase,
  on: Day,
  assume: AssessOptions['assume'],
  reasoning: Reasoning | undefined,
): CoordinatedState[] {
  const laws = schemes.flatMap((scheme): LawCode[] =>
    'law' in scheme && isPartyLaw(scheme.law) ? [scheme.law] : [],
  );
  return laws.map((law) => {
    const options = { law, on, ...(assume === undefined ? {} : { assume }) };
    const explain = reasoning === undefined ? 'none' : 'full';
    const found = assess(record, { ...options, treaty: 'kz-mn', explain });
    if (found.findings !== undefined) reasoning?.adopt(found.findings);
    return stateOf(law, found, assess(record, { ...options, explain: 'none' }));
  });
}

function stateOf(law: LawCode, found: Assessment, alone: Assessment): CoordinatedState {
  const { outcome, total, missing, treaty } = found;
  return {
    state: STATE_OF[law],
    currency: found.components[0]?.currency ?? '',
    outcome,
    basis: outcome !== 'eligible' ? 'none' : treaty.applied ? 'recognised' : 'independent',
    ...(total === undefined ? {} : { amount: total.amount }),
    ...(alone.total === undefined ? {} : { independent: alone.total.amount }),
    length: {
      own: String(alone.record.totals.counted.months),
      total: String(found.record.totals.counted.months),
    },
    missing,
  };
}
