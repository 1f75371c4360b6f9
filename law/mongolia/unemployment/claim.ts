import { addDays, addMonths, day, formatDay, type Day } from '@urtuu/kernel';
import { missingFact, missingParameter } from '../../component.ts';
import { findingOf, met, unknownFor, type Condition } from '../../condition.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { parameter } from '../../parameters/register.ts';
import type { Circumstances } from '../../record/insurance-record.ts';

type Loss = NonNullable<Circumstances['unemployment']>;

const DISMISSAL_FROM = parameter('mn.ui.dismissalFrom');
const REGISTER_DAYS = parameter('mn.ui.registerDays');
const REGISTER_MONTHS = parameter('mn.ui.registerMonthsGoodReason');
const REFUSALS = parameter('mn.ui.refusals');

/** Only dismissal from the main full-time job opens the benefit, since 2021. */
export function causeOfLoss(
  { cause, mainJob, endedOn }: Loss,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Condition {
  const since = ground.take(DISMISSAL_FROM, on);
  if (since.day === undefined || day(endedOn) < since.day) return met(true);
  const condition =
    cause !== undefined && cause !== 'dismissal'
      ? met(false)
      : mainJob === false
        ? met(false)
        : cause === undefined
          ? unknownFor(missingFact('circumstances.unemployment.cause'))
          : mainJob === undefined
            ? unknownFor(missingFact('circumstances.unemployment.mainJob'))
            : met(true);
  reasoning?.note('mn.ui.cause', findingOf(condition), {
    args: { ended: { day: endedOn } },
    from: [since],
  });
  return condition;
}

/** Registered within fourteen days of the settlement, with a good reason within three months, and before the award. */
export function registration(
  { endedOn, registeredOn, goodReasonForDelay }: Loss,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Condition {
  const excused = goodReasonForDelay === true;
  const allowed = ground.take(excused ? REGISTER_MONTHS : REGISTER_DAYS, on);
  if (Number.isNaN(allowed.whole)) {
    reasoning?.unknown([allowed]);
    return unknownFor(missingParameter(allowed));
  }
  const ended = day(endedOn);
  const latest = excused ? addMonths(ended, allowed.whole) : addDays(ended, allowed.whole);
  const registered = registeredOn === undefined ? undefined : day(registeredOn);
  const condition =
    registered === undefined
      ? unknownFor(missingFact('circumstances.unemployment.registeredOn'))
      : met(registered <= latest && registered <= on);
  reasoning?.note('mn.ui.registered', findingOf(condition), {
    args: {
      registered: registeredOn === undefined ? '—' : { day: registeredOn },
      latest: { day: formatDay(latest) },
    },
    from: [allowed],
  });
  return condition;
}

/** Suspended after two refusals of reasonable offers, a skipped programme, or in prison. What is not recorded did not happen. */
export function notSuspended(
  { refusedOffers = 0, skippedProgramme = false, imprisoned = false }: Loss,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Condition {
  const most = ground.take(REFUSALS, on);
  const suspended = refusedOffers >= most.whole || skippedProgramme || imprisoned;
  if (suspended)
    reasoning?.note('mn.ui.suspended', 'fails', {
      args: { refusals: refusedOffers, most: most.whole },
      from: [most],
    });
  return met(!suspended);
}
