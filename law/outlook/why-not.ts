import {
  addDays,
  addMonths,
  compare,
  day,
  decimal,
  formatDay,
  ZERO,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import { assess } from '../assess.ts';
import type { Assessment, AssessOptions, ComponentCode, MissingFact } from '../assessment.ts';
import { openFlags } from '../parameters/flag.ts';
import { compileRecord } from '../record/compile.ts';
import type { InsuranceRecord, RecordPeriod } from '../record/insurance-record.ts';
import { STATE_OF } from '../states.ts';
import { birthdayOf, insuredPeriod } from './continued-record.ts';
import { retire } from './retire.ts';

/** A component that a change would open, with its amount where that can be computed. */
interface Opened {
  readonly component: ComponentCode;
  readonly amount?: string;
}

/** One change after which the person is entitled to something that is refused now. Each was tried on the law itself. */
export type SmallestChange =
  /** proof of periods that do not count for want of it */
  | ({ readonly kind: 'document'; readonly periods: readonly string[] } & Opened)
  /** so many more insured months before the award date; one less does not suffice */
  | ({ readonly kind: 'months'; readonly months: number; readonly before?: string } & Opened)
  /** a later award date, nothing else changed */
  | ({ readonly kind: 'later'; readonly on: string } & Opened)
  /** work that goes on as before up to a later award date */
  | ({ readonly kind: 'continue'; readonly on: string } & Opened)
  /** another answer to an open question of law */
  | ({ readonly kind: 'answer'; readonly flag: string; readonly option: string } & Opened);

type LaterDay = Extract<SmallestChange, { readonly on: string }>;
type Months = Extract<SmallestChange, { readonly kind: 'months' }>;

export interface WhyNot {
  readonly assessment: Assessment;
  /** without these facts there is no answer at all */
  readonly missing: readonly MissingFact[];
  /** smallest first: a document, months, a date, work that goes on, an answer of law */
  readonly changes: readonly SmallestChange[];
}

/** More months than a working life holds are no small change. */
const MOST_MONTHS = 480;
const SCHOOL_LEAVING = 16;

/**
 * Why an old-age pension is refused, and the smallest changes that would open it. A search over the one entitlement
 * function; there is no second reading of the law here.
 */
export function whyNot(record: InsuranceRecord, options: Omit<AssessOptions, 'explain' | 'benefit'>): WhyNot {
  const assessment = assess(record, { ...options, explain: 'full' });
  const { missing } = assessment;
  if (assessment.outcome === 'eligible' && refused(assessment).length === 0)
    return { assessment, missing, changes: [] };
  const search = new Search(record, options, assessment);
  const changes = [search.document(), search.months(), ...search.later(), ...search.answers()].filter(
    (change) => change !== undefined,
  );
  return { assessment, missing, changes };
}

function refused({ components }: Assessment): ComponentCode[] {
  return components.filter(({ outcome }) => outcome !== 'eligible').map(({ component }) => component);
}

class Search {
  readonly #record: InsuranceRecord;
  readonly #options: Omit<AssessOptions, 'explain' | 'benefit'>;
  readonly #closed: readonly ComponentCode[];
  readonly #eligible: boolean;
  readonly #now: Assessment;

  constructor(
    record: InsuranceRecord,
    options: Omit<AssessOptions, 'explain' | 'benefit'>,
    assessment: Assessment,
  ) {
    this.#record = record;
    this.#options = options;
    this.#closed = refused(assessment);
    this.#eligible = assessment.outcome === 'eligible';
    this.#now = assessment;
  }

  /** Periods without proof, proved by an archive certificate. */
  document(): SmallestChange | undefined {
    const unproved = new Set(
      this.#now.record.timeline.filter(({ rule }) => UNPROVED.has(rule)).map(({ periodId }) => periodId),
    );
    if (unproved.size === 0) return undefined;
    const periods = this.#record.periods.map((period) => (unproved.has(period.id) ? proved(period) : period));
    const opened = this.#try({ ...this.#record, periods });
    return opened && { kind: 'document', periods: [...unproved].sort(), ...opened };
  }

  /**
   * Insured months in the own state, on the latest months that no period holds: before the award, or before 1998, where
   * the record of some laws closes. The fewer of the two.
   */
  months(): SmallestChange | undefined {
    const before = this.#fewestMonths(CUT, formatDay(CUT));
    const recent = this.#fewestMonths(this.#options.on, undefined);
    if (before === undefined || recent === undefined) return before ?? recent;
    return before.months < recent.months ? before : recent;
  }

  /** A later day on the present record; and with work that goes on, if that opens sooner or opens something else. */
  later(): SmallestChange[] {
    const [stops, continues] = [this.#first('stops'), this.#first('continues')];
    if (stops === undefined) return continues === undefined ? [] : [continues];
    if (continues === undefined) return [stops];
    const sooner = continues.on < stops.on || continues.component !== stops.component;
    return sooner ? [stops, continues] : [stops];
  }

  #first(work: 'stops' | 'continues'): LaterDay | undefined {
    const { on, payOn: _paid, ...more } = this.#options;
    const outlook = retire(this.#record, { ...more, from: addDays(on, 1), work });
    const open = outlook.routes.filter(({ component }) => this.#closed.includes(component));
    // Far ahead the law of the day is not known, so the pension may be open and its amount not computable.
    const first = open.find(({ outcome }) => outcome === 'eligible') ?? open[0];
    if (first === undefined) return undefined;
    const opened = {
      component: first.component,
      ...(first.amount === undefined ? {} : { amount: first.amount }),
    };
    return { kind: work === 'stops' ? 'later' : 'continue', on: first.on, ...opened };
  }

  /** Open questions that this assessment asked, answered otherwise. */
  answers(): SmallestChange[] {
    const asked = new Set(this.#now.flags.map(({ flag }) => flag));
    const { assume = {} } = this.#options;
    return openFlags().flatMap(({ flag, options }) => {
      if (!asked.has(flag) || typeof options === 'string') return [];
      const taken = this.#now.flags.find((used) => used.flag === flag)?.option;
      return options.flatMap((option): SmallestChange[] => {
        if (option === taken) return [];
        const opened = this.#try(this.#record, { ...assume, [flag]: option });
        return opened === undefined ? [] : [{ kind: 'answer', flag, option, ...opened }];
      });
    });
  }

  /** Bisects, then holds the result against one month less: the law may not be monotone. */
  #fewestMonths(end: Day, before: string | undefined): Months | undefined {
    if (end > this.#options.on) return undefined;
    const most = Math.min(MOST_MONTHS, this.#free(end).length);
    if (this.#withMonths(most, end) === undefined) return undefined;
    let low = 0;
    let high = most;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#withMonths(middle, end) === undefined) low = middle;
      else high = middle;
    }
    const opened = this.#withMonths(high, end);
    if (opened === undefined) return undefined;
    return { kind: 'months', months: high, ...(before === undefined ? {} : { before }), ...opened };
  }

  #withMonths(months: number, end: Day): Opened | undefined {
    const country = STATE_OF[this.#options.law];
    const added = this.#free(end)
      .slice(0, months)
      .map(([from, to], i) => insuredPeriod(country, `assumed-${i}`, from, to));
    return this.#try({ ...this.#record, periods: [...this.#record.periods, ...added] });
  }

  readonly #freeMonths = new Map<Day, readonly (readonly [Day, Day])[]>();

  /** Calendar months before a day on which no period holds a day, latest first, from the age of sixteen. */
  #free(end: Day): readonly (readonly [Day, Day])[] {
    const known = this.#freeMonths.get(end);
    if (known !== undefined) return known;
    const { periods } = compileRecord(this.#record);
    const earliest = birthdayOf(this.#record, SCHOOL_LEAVING);
    const found: [Day, Day][] = [];
    for (let to = end, from = addMonths(end, -1); from >= earliest; to = from, from = addMonths(from, -1)) {
      if (!periods.some((period) => period.from < to && period.to > from)) found.push([from, to]);
    }
    this.#freeMonths.set(end, found);
    return found;
  }

  #try(record: InsuranceRecord, assume = this.#options.assume): Opened | undefined {
    const changed = assess(record, {
      ...this.#options,
      ...(assume === undefined ? {} : { assume }),
      explain: 'none',
    });
    const opened = changed.components.find(
      ({ component, outcome }) => outcome === 'eligible' && this.#closed.includes(component),
    );
    // What only changes the kind of a pension that is paid anyway opens nothing, unless it is worth more.
    if (opened === undefined || (this.#eligible && !worthMore(changed, this.#now))) return undefined;
    return {
      component: opened.component,
      ...(opened.amount === undefined ? {} : { amount: opened.amount }),
    };
  }
}

function worthMore(a: Assessment, b: Assessment): boolean {
  return compare(totalOf(a), totalOf(b)) > 0;
}

function totalOf({ total }: Assessment): Rational {
  return total === undefined ? ZERO : decimal(total.amount);
}

const CUT = day('1998-01-01');

/** Rules that drop days for want of proof. */
const UNPROVED: ReadonlySet<string> = new Set([
  'record.noEvidence',
  'kz.record.kandasUnproved',
  'mn.record.beforeInsuranceUnproved',
  'kzmn.beforeInsuranceUnproved',
]);

function proved(period: RecordPeriod): RecordPeriod {
  return { ...period, certainty: 'certified', evidence: [...period.evidence, { kind: 'archive' }] };
}
