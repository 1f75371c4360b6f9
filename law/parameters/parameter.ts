import { day, formatDay, isWhole, parseDecimal, toNumber, type Day, type Rational } from '@urtuu/kernel';

/** How well a fact of law is known. `open` values are provisional and always say "needs citation". */
export const PARAMETER_STATUSES = ['confirmed', 'press', 'derived', 'open'] as const;
export type ParameterStatus = (typeof PARAMETER_STATUSES)[number];

/** One dated version of one legal value. Valid in `[from, to)`. */
export interface ParameterVersion {
  readonly key: string;
  /** decimal text, or an ISO day where the unit is `day`; null means unknown, never zero */
  readonly value: string | null;
  readonly unit: string;
  /** ISO day */
  readonly from: string;
  /** ISO day, or null while no later version is known */
  readonly to: string | null;
  /** how exactly the source gives `from`; a date given only as a year stands as 1 January */
  readonly datePrecision: 'day' | 'month' | 'year';
  /** false: the source gives no start, and `from` is only the day from which the value is taken here */
  readonly startStated: boolean;
  /** a year in which the source says that the value is in force, where it gives no start */
  readonly knownIn?: string;
  readonly source: string;
  readonly status: ParameterStatus;
  readonly note?: string;
}

/** A parameter version as results cite it. Members of a start that is known to the day are left out. */
export interface UsedParameter {
  readonly key: string;
  /** ISO day from which this version is taken */
  readonly from: string;
  readonly datePrecision?: 'month' | 'year';
  readonly startStated?: false;
  readonly knownIn?: string;
  /** null: unknown */
  readonly value: string | null;
  readonly status: ParameterStatus;
  readonly source: string;
}

/** A version as the statutes read it: dates as days, the value parsed once. */
export interface Version {
  readonly published: ParameterVersion;
  /** made once, because every assessment cites some dozen */
  readonly used: UsedParameter;
  readonly from: Day;
  /** first day of the next version; infinity while none is known */
  readonly until: number;
  /** the value as an exact number; undefined where unknown or where it is a day */
  readonly amount: Rational | undefined;
  /** the value as a whole number of months, years or children; NaN where it is none */
  readonly whole: number;
  /** the value as a day */
  readonly day: Day | undefined;
  /** the open question that a value of this kind answers for now */
  readonly flag: string | undefined;
}

/** All versions of one legal value, oldest first. */
export interface Series {
  readonly key: string;
  readonly versions: readonly Version[];
  /** first day for which a value is known; infinity where there is none */
  readonly knownFrom: number;
  /** The version in force on a day. Before the first known one it is a version that says "unknown". */
  at(on: Day): Version;
}

/** How a country pack writes a series; see the files beside this one. */
export interface WrittenSeries {
  readonly key: string;
  readonly unit: string;
  readonly note?: string;
  /** what the dates select by, where it is not the award or payment date */
  readonly selectedBy?: string;
  readonly versions: readonly WrittenVersion[];
}

interface WrittenVersion {
  readonly from: string;
  readonly value: string | null;
  readonly status: string;
  readonly source: string;
  readonly datePrecision?: string;
  readonly startStated?: boolean;
  readonly knownIn?: string;
  readonly note?: string;
  /** the flag that must be named whenever this value is used */
  readonly flag?: string;
}

/** Earlier than any statute; the unknown version before the first known one starts here. */
const BEGINNING = day('1800-01-01');

/** Builds a series from its written form. Throws on a malformed one: a country pack is our own text. */
export function series(written: WrittenSeries): Series {
  const { key } = written;
  const starts = written.versions.map((version) => day(version.from));
  const known = written.versions.map((version, i) => parseVersion(written, version, starts[i + 1]));
  const before = parseVersion(
    written,
    { from: formatDay(BEGINNING), value: null, status: 'open', source: 'no value known for this time' },
    starts[0],
  );
  const versions = [before, ...known];
  versions.forEach((version, i) => {
    const next = versions[i + 1];
    if (next !== undefined && next.from <= version.from) throw new Error(`${key}: versions out of order`);
  });
  const knownFrom = versions.find(({ amount }) => amount !== undefined)?.from ?? Number.POSITIVE_INFINITY;
  // Mostly one day is asked for again and again: the award date of everybody in a batch.
  let last = before;
  const at = (on: Day): Version => {
    if (on < last.from || on >= last.until) last = latestUpTo(versions, before, on);
    return last;
  };
  return { key, versions, knownFrom, at };
}

function latestUpTo(versions: readonly Version[], first: Version, on: Day): Version {
  let low = 0;
  let high = versions.length - 1;
  let found = first;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const version = versions[middle];
    if (version !== undefined && version.from <= on) {
      found = version;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

function parseVersion(written: WrittenSeries, version: WrittenVersion, next: Day | undefined): Version {
  const { key, unit } = written;
  const isDay = unit === 'day';
  const amount = version.value === null || isDay ? undefined : parseDecimal(version.value);
  if (version.value !== null && !isDay && amount === undefined)
    throw new Error(`${key} ${version.from}: "${version.value}" is not a decimal`);
  const note = version.note ?? written.note;
  const published: ParameterVersion = {
    key,
    value: version.value,
    unit,
    from: version.from,
    to: next === undefined ? null : formatDay(next),
    datePrecision: precision(version.datePrecision ?? 'day', key),
    startStated: version.startStated ?? true,
    ...(version.knownIn === undefined ? {} : { knownIn: version.knownIn }),
    source: version.source,
    status: status(version.status, key),
    ...(note === undefined ? {} : { note }),
  };
  return {
    published,
    used: cited(published),
    from: day(version.from),
    until: next ?? Number.POSITIVE_INFINITY,
    amount,
    whole: amount !== undefined && isWhole(amount) ? toNumber(amount) : Number.NaN,
    day: version.value !== null && isDay ? day(version.value) : undefined,
    flag: version.flag,
  };
}

/** Versions as earlier results cite them, by key and oldest first, for computing those results again. */
export function storedVersions(cited: readonly UsedParameter[]): ReadonlyMap<string, readonly Version[]> {
  const byKey = new Map<string, Version[]>();
  for (const used of cited.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const { key, from, value, status, source, datePrecision, startStated, knownIn } = used;
    const unit = value !== null && DAY.test(value) ? 'day' : 'as stored';
    const version = parseVersion(
      { key, unit, versions: [] },
      {
        from,
        value,
        status,
        source,
        ...(datePrecision === undefined ? {} : { datePrecision }),
        ...(startStated === undefined ? {} : { startStated }),
        ...(knownIn === undefined ? {} : { knownIn }),
      },
      undefined,
    );
    byKey.set(key, [...(byKey.get(key) ?? []), version]);
  }
  return byKey;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function cited(version: ParameterVersion): UsedParameter {
  const { key, from, datePrecision, startStated, knownIn, value, status, source } = version;
  return {
    key,
    from,
    ...(datePrecision === 'day' ? {} : { datePrecision }),
    ...(startStated ? {} : { startStated }),
    ...(knownIn === undefined ? {} : { knownIn }),
    value,
    status,
    source,
  };
}

function status(text: string, key: string): ParameterStatus {
  const known = PARAMETER_STATUSES.find((name) => name === text);
  if (known === undefined) throw new Error(`${key}: unknown status "${text}"`);
  return known;
}

function precision(text: string, key: string): ParameterVersion['datePrecision'] {
  if (text === 'day' || text === 'month' || text === 'year') return text;
  throw new Error(`${key}: unknown date precision "${text}"`);
}
