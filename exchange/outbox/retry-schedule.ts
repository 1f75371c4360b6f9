/** When to try again: at once, then after 30 s, 2 min, 10 min, 30 min, then hourly with jitter, for 30 days. */
export interface RetrySchedule {
  /** waits before the second, third, … attempt, in milliseconds; the last one repeats */
  readonly waits: readonly number[];
  /** share of the last wait by which an attempt may come earlier, so that many nodes do not knock at once */
  readonly jitter: number;
  /** how long to go on before a transmission is a missing receipt, in milliseconds */
  readonly horizon: number;
  /** how long one attempt may take, in milliseconds */
  readonly timeout: number;
  /** how long a row claimed by a process stays its own; longer than an attempt, in milliseconds */
  readonly lease: number;
  /** how often left-over work is looked for, in milliseconds */
  readonly sweepEvery: number;
  /** how often a checkpoint of the log is made where it has grown, and witnesses are asked, in milliseconds; at a sweep */
  readonly checkpointEvery: number;
  /** after which silence the receipts of a delivered transmission are asked for, in milliseconds */
  readonly pollAfter: number;
  /** how long a document waits for the one it answers, in milliseconds */
  readonly parentWait: number;
  /** waits before a failed message is processed again, in milliseconds; as many attempts as waits, then quarantine */
  readonly processWaits: readonly number[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const PROFILE_SCHEDULE: RetrySchedule = {
  waits: [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR],
  jitter: 0.2,
  horizon: 30 * DAY,
  timeout: 20 * SECOND,
  lease: 40 * SECOND,
  sweepEvery: 30 * SECOND,
  checkpointEvery: 30 * SECOND,
  pollAfter: HOUR,
  parentWait: 30 * DAY,
  processWaits: [0, SECOND, 10 * SECOND],
};

/**
 * When to try again after `tries` failed attempts (1 = the first has failed).
 * @param chance a number from 0 up to 1 that spreads the hourly attempts
 * @param retryAfter what the partner asked for, in milliseconds; never earlier than that
 */
export function nextAttempt(
  schedule: RetrySchedule,
  after: { readonly tries: number; readonly at: Date; readonly chance: number; readonly retryAfter?: number },
): Date {
  const last = schedule.waits.length - 1;
  const wait = schedule.waits[Math.min(after.tries - 1, last)] ?? HOUR;
  const spread = after.tries > last ? wait * schedule.jitter * after.chance : 0;
  return new Date(after.at.getTime() + Math.max(wait - spread, after.retryAfter ?? 0));
}

/** Milliseconds that a `Retry-After` field asks for (RFC 9110 section 10.2.3), at most a day. */
export function retryAfterMillis(field: string | null, at: Date): number | undefined {
  if (field === null) return undefined;
  const millis = /^\d{1,9}$/.test(field) ? Number(field) * SECOND : Date.parse(field) - at.getTime();
  return Number.isNaN(millis) ? undefined : Math.min(Math.max(millis, 0), DAY);
}
