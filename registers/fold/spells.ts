import { addDays, formatDay, interval, subtract, union, type Day, type Interval } from '@urtuu/kernel';
import type { Evidence, RecordPeriod } from '@urtuu/law';
import type { Doubt, FoldingStep } from '../register-port.ts';
import { readDate } from './dates.ts';

/** A spell of work, study or service as a register row states it; dates still as delivered. */
export interface Spell {
  readonly start: string;
  /** empty while it lasts */
  readonly end: string;
  readonly country: string;
  readonly type: string;
  readonly kind: RecordPeriod['kind'];
  readonly scheme?: string;
  readonly employer: string;
  readonly evidence: readonly Evidence[];
  readonly certainty: RecordPeriod['certainty'];
}

export interface SpellFolding {
  readonly idPrefix: string;
  /** name of the service, for doubts */
  readonly service: string;
  /**
   * First day of contributions in the register. Work before it is evidence of insurance by itself; work after it is
   * insured only in the months that were paid, so the rest is shown as not insured.
   */
  readonly contributionsFrom: Day;
  /** spans the contribution months already vouch for */
  readonly contributed: readonly Interval[];
}

export interface FoldedSpells {
  readonly periods: readonly RecordPeriod[];
  readonly doubts: readonly Doubt[];
  readonly trace: readonly FoldingStep[];
}

/** Reads spells into periods, cut where contributions begin. A spell whose dates cannot be read is doubted, not guessed. */
export function foldSpells(spells: readonly Spell[], how: SpellFolding): FoldedSpells {
  const doubts: Doubt[] = [];
  const trace: FoldingStep[] = [];
  const periods: RecordPeriod[] = [];
  const dated = spells
    .flatMap((spell) => {
      const span = readSpan(spell, how.service, doubts);
      return span === undefined ? [] : [{ spell, ...span }];
    })
    .sort((a, b) => a.from - b.from || (a.spell.employer < b.spell.employer ? -1 : 1));

  for (const { spell, from, last, precision } of dated) {
    const end = last === undefined ? undefined : addDays(last, 1);
    const base = periodOf(spell, precision);
    const push = (piece: { from: Day; end: Day | undefined }, insured?: false): void => {
      periods.push({
        ...base,
        id: `${how.idPrefix}.${periods.length + 1}`,
        from: formatDay(piece.from),
        to: piece.end === undefined ? null : formatDay(addDays(piece.end, -1)),
        ...(insured === undefined ? {} : { insured }),
      });
    };
    const isWork = spell.kind !== 'equivalent';
    const cut = how.contributionsFrom;
    if (!isWork || (end !== undefined && end <= cut)) {
      push({ from, end });
      continue;
    }
    if (from < cut) {
      push({ from, end: cut });
      trace.push({ code: 'spellCut', values: { employer: spell.employer, on: formatDay(cut) } });
    }
    if (end === undefined) {
      if (from < cut && how.contributed.length === 0) {
        doubts.push({ code: 'spellWithoutEnd', values: { employer: spell.employer, from: formatDay(from) } });
      }
      continue;
    }
    const rest = interval(from < cut ? cut : from, end);
    for (const free of rest === undefined ? [] : subtract(rest, how.contributed)) {
      push({ from: free.from, end: free.to }, false);
      trace.push({
        code: 'workWithoutContributions',
        values: { employer: spell.employer, from: formatDay(free.from), to: formatDay(addDays(free.to, -1)) },
      });
    }
  }
  doubts.push(...archiveDoubts(dated));
  return { periods, doubts, trace };
}

interface Span {
  readonly from: Day;
  readonly last: Day | undefined;
  readonly precision: RecordPeriod['precision'];
}

function readSpan(spell: Spell, service: string, doubts: Doubt[]): Span | undefined {
  const start = readDate(spell.start);
  if (start === undefined) {
    doubts.push({ code: 'dateUnreadable', values: { service, field: 'start', employer: spell.employer } });
    return undefined;
  }
  if (spell.end.trim() === '') {
    return { from: start.first, last: undefined, precision: start.precision };
  }
  const end = readDate(spell.end);
  if (end === undefined || end.last < start.first) {
    doubts.push({ code: 'dateUnreadable', values: { service, field: 'end', employer: spell.employer } });
    return undefined;
  }
  return { from: start.first, last: end.last, precision: coarser(start.precision, end.precision) };
}

function periodOf(spell: Spell, precision: RecordPeriod['precision']): RecordPeriod {
  return {
    id: '',
    country: spell.country,
    from: '',
    to: null,
    type: spell.type,
    ...(spell.scheme === undefined ? {} : { scheme: spell.scheme }),
    ...(spell.employer === '' ? {} : { employer: spell.employer }),
    evidence: spell.evidence,
    certainty: spell.certainty,
    precision,
    kind: spell.kind,
  };
}

/** An archive certificate alone is weaker than a labour book: its spells wait for a clerk. */
function archiveDoubts(dated: readonly ({ readonly spell: Spell } & Span)[]): Doubt[] {
  const doubts: Doubt[] = [];
  for (const entry of dated) {
    if (!archiveAlone(entry.spell)) continue;
    const span = spanOf(entry);
    const values = {
      employer: entry.spell.employer,
      from: formatDay(entry.from),
      to: entry.last === undefined ? '' : formatDay(entry.last),
    };
    doubts.push({ code: 'archiveOnly', values });
    const others = union(dated.filter((other) => other !== entry).map(spanOf));
    const free = subtract(span, others);
    const untouched = free.length === 1 && free[0]?.from === span.from && free[0].to === span.to;
    if (!untouched) doubts.push({ code: 'archiveOverlapsOther', values });
  }
  return doubts;
}

function archiveAlone(spell: Spell): boolean {
  return spell.evidence.length > 0 && spell.evidence.every((evidence) => evidence.kind === 'archive');
}

/** A spell that lasts is closed one day after its start for this comparison only; archives hold ended spells. */
function spanOf(span: Span): Interval {
  return { from: span.from, to: addDays(span.last ?? span.from, 1) };
}

function coarser(a: Span['precision'], b: Span['precision']): Span['precision'] {
  if (a === 'year' || b === 'year') return 'year';
  return a === 'month' || b === 'month' ? 'month' : 'day';
}
