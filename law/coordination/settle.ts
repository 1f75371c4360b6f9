import { addDays, type Day } from '@urtuu/kernel';
import type { RecordBasis } from '../assessment.ts';
import type { RuleId } from '../finding/rules.ts';
import type { CompiledPeriod } from '../record/compile.ts';
import { days360 } from '../record/length.ts';
import { decidedBy, rankOf, type Candidate, type Ranked } from './precedence.ts';

/**
 * One rule of an ordered list that decides the days of a period: the first that applies counts them (it has a basis)
 * or drops them (it has none). Lists close with a rule that always applies.
 */
export interface RecordRule<Facts> {
  readonly rule: RuleId;
  readonly basis?: RecordBasis;
  /** asked for a span of `period` that starts on `from` and crosses no date on which any rule turns */
  readonly applies: (period: CompiledPeriod, from: Day, facts: Facts) => boolean;
}

/** How one law makes a record out of periods. */
export interface RecordLaw<Facts> {
  /** whose law it is; its own periods go before foreign ones of the same day */
  readonly state: string;
  readonly rules: readonly RecordRule<Facts>[];
  readonly facts: Facts;
  /** the days on which rules turn, ascending: every period is split there */
  readonly turns: readonly Day[];
  /** further turns of one period, e.g. third birthdays in child care */
  readonly turnsOf?: (period: CompiledPeriod) => readonly Day[];
  /** most child care that counts in all, as a 30/360 length */
  readonly careLimit: number | undefined;
}

/** Days of one period that count, each day of the calendar at most once over all runs. */
export interface CountedRun {
  readonly period: CompiledPeriod;
  readonly from: Day;
  readonly to: Day;
  readonly rule: RuleId;
  readonly basis: RecordBasis;
  /** 30/360 length */
  readonly length: number;
}

interface DroppedRun {
  readonly period: CompiledPeriod;
  readonly from: Day;
  readonly to: Day;
  readonly rule: RuleId;
  readonly overlapsWith?: CompiledPeriod;
}

export interface SettledRecord {
  /** ascending, disjoint */
  readonly counted: readonly CountedRun[];
  readonly dropped: readonly DroppedRun[];
}

/** Decides every day of every period under one law. `dropped` is filled only if `trace` is wanted. */
export function settle<Facts>(
  periods: readonly CompiledPeriod[],
  law: RecordLaw<Facts>,
  trace: 'none' | 'full',
): SettledRecord {
  const dropped: DroppedRun[] | undefined = trace === 'full' ? [] : undefined;
  const candidates: Run[] = [];
  for (const period of periods) admit(period, law, candidates, dropped);
  const counted =
    law.careLimit === undefined && disjoint(candidates)
      ? measured(candidates)
      : sweep(candidates, law.state, law.careLimit, dropped);
  return { counted, dropped: dropped === undefined ? NOTHING : joinDropped(dropped) };
}

const NOTHING: readonly DroppedRun[] = [];

/** 30/360 length of the counted runs that satisfy a condition. */
export function lengthOf(runs: readonly CountedRun[], where: (run: CountedRun) => boolean): number {
  let length = 0;
  for (const run of runs) if (where(run)) length += run.length;
  return length;
}

/** A counted run in the making: where no periods overlap, the days a rule admits are already what counts. */
interface Run extends CountedRun {
  to: Day;
  length: number;
}

function admit<Facts>(
  period: CompiledPeriod,
  law: RecordLaw<Facts>,
  candidates: Run[],
  dropped: DroppedRun[] | undefined,
): void {
  const turns = law.turnsOf === undefined ? law.turns : mergeTurns(law.turns, law.turnsOf(period));
  let { from } = period;
  for (const turn of turns) {
    if (turn <= from) continue;
    // An unknown turn, NaN, ends the search like one that comes after the period.
    if (!(turn < period.to)) break;
    decide(period, from, turn, law, candidates, dropped);
    from = turn;
  }
  if (from < period.to) decide(period, from, period.to, law, candidates, dropped);
}

function decide<Facts>(
  period: CompiledPeriod,
  from: Day,
  to: Day,
  law: RecordLaw<Facts>,
  candidates: Run[],
  dropped: DroppedRun[] | undefined,
): void {
  const { facts } = law;
  for (const { rule, basis, applies } of law.rules) {
    if (!applies(period, from, facts)) continue;
    if (basis === undefined) dropped?.push({ period, from, to, rule });
    else put(candidates, period, from, to, rule, basis);
    return;
  }
  throw new Error(`No rule of the list decides period ${period.id}`);
}

/** Appends days to the runs; days that go on from the last run on the same ground lengthen it. */
function put(
  runs: Run[],
  period: CompiledPeriod,
  from: Day,
  to: Day,
  rule: RuleId,
  basis: RecordBasis,
): void {
  const last = runs.at(-1);
  if (
    last !== undefined &&
    last.to === from &&
    last.period === period &&
    last.rule === rule &&
    last.basis === basis
  )
    last.to = to;
  else runs.push({ period, from, to, rule, basis, length: 0 });
}

/** Periods come sorted by start, so do their candidates unless periods overlap. */
function disjoint(candidates: readonly Run[]): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of candidates) {
    if (from < end) return false;
    end = to;
  }
  return true;
}

function measured(runs: Run[]): CountedRun[] {
  for (const run of runs) run.length = days360(run.to) - days360(run.from);
  return runs;
}

function sweep(
  candidates: readonly Candidate[],
  state: string,
  careLimit: number | undefined,
  dropped: DroppedRun[] | undefined,
): CountedRun[] {
  const ranked = candidates.map(({ period, from, to, rule, basis }): Ranked => {
    const candidate = { period, from, to, rule, basis };
    return { ...candidate, rank: rankOf(candidate, state) };
  });
  // The sort is stable, so candidates of equal rank keep the order of their periods: start, end, id.
  ranked.sort((a, b) => a.rank - b.rank);
  const borders = candidates.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b);
  const settled = new Days(careLimit, dropped);
  for (let i = 0; i + 1 < borders.length; i += 1) {
    const from = borders[i];
    const to = borders[i + 1];
    if (from === undefined || to === undefined || from === to) continue;
    settled.give(
      ranked.filter((candidate) => candidate.from <= from && candidate.to >= to),
      from,
      to,
    );
  }
  return settled.runs();
}

/** Collects days in calendar order and gives each span to the first candidate that may still take it. */
class Days {
  readonly #runs: Run[] = [];
  readonly #dropped: DroppedRun[] | undefined;
  #careLeft: number;

  constructor(careLimit: number | undefined, dropped: DroppedRun[] | undefined) {
    this.#careLeft = careLimit ?? Number.POSITIVE_INFINITY;
    this.#dropped = dropped;
  }

  /** @param present candidates that hold every day of the span, best first */
  give(present: readonly Ranked[], from: Day, to: Day): void {
    const [winner, ...others] = present;
    if (winner === undefined) return;
    if (winner.period.activity === 'childCare') {
      const end = this.#careEnd(from, to);
      if (end < to) {
        if (end > from) this.give(present, from, end);
        this.#dropped?.push({ period: winner.period, from: end, to, rule: 'record.careLimit' });
        this.give(others, end, to);
        return;
      }
      this.#careLeft -= days360(to) - days360(from);
    }
    put(this.#runs, winner.period, from, to, winner.rule, winner.basis);
    if (this.#dropped === undefined) return;
    const overlapsWith = winner.period;
    for (const loser of others)
      this.#dropped.push({ period: loser.period, from, to, rule: decidedBy(winner, loser), overlapsWith });
  }

  runs(): CountedRun[] {
    return measured(this.#runs);
  }

  /** The day on which the allowance for child care is used up, at most `to`. */
  #careEnd(from: Day, to: Day): Day {
    const start = days360(from);
    if (days360(to) - start <= this.#careLeft) return to;
    let low = from;
    let high = to;
    while (high - low > 1) {
      const middle = midday(low, high);
      if (days360(middle) - start <= this.#careLeft) low = middle;
      else high = middle;
    }
    return low;
  }
}

function midday(low: Day, high: Day): Day {
  return addDays(low, (high - low) >> 1);
}

/** Days in ascending order: by insertion, because a law has three or four turns and a sort by callback is slow. */
export function ascending(...days: Day[]): readonly Day[] {
  for (let i = 1; i < days.length; i += 1)
    for (let j = i; j > 0; j -= 1) {
      const earlier = days[j - 1];
      const later = days[j];
      if (earlier === undefined || later === undefined || earlier <= later) break;
      days[j - 1] = later;
      days[j] = earlier;
    }
  return days;
}

function mergeTurns(a: readonly Day[], b: readonly Day[]): readonly Day[] {
  return b.length === 0 ? a : [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** Joins neighbouring days of one period that met the same fate. */
function joinDropped(dropped: readonly DroppedRun[]): DroppedRun[] {
  const joined: DroppedRun[] = [];
  const last = new Map<CompiledPeriod, number>();
  for (const run of dropped) {
    const at = last.get(run.period);
    const before = at === undefined ? undefined : joined[at];
    const same =
      before !== undefined &&
      before.to === run.from &&
      before.rule === run.rule &&
      before.overlapsWith === run.overlapsWith;
    if (same && at !== undefined) joined[at] = { ...before, to: run.to };
    else {
      last.set(run.period, joined.length);
      joined.push(run);
    }
  }
  return joined;
}
