/** How single values are written in SEDs and in our documents. */
import { isJsonObject, type Json, ok, parseDay, refuse, type Result } from '@urtuu/kernel';
import type { Converter, LossReason } from './rule.ts';

type Read = Result<Json, LossReason | 'wrong-type'>;
type Written = Result<Json, LossReason>;

/** A text that both sides write alike. An empty one says nothing; it is what a failed mapping leaves behind. */
export const text: Converter = {
  wanted: 'a text',
  read: ifText(unlessEmpty),
  write: unlessEmpty,
};

/** A text that must have a form on our side; any other is named as a loss. */
function textLike(wanted: string, fits: (text: string) => boolean): Converter {
  return { wanted, read: ifText((value) => (fits(value) ? ok(value) : refuse('unreadable'))), write: asItIs };
}

export const day = textLike('a date as YYYY-MM-DD', (value) => parseDay(value).ok);
export const country = textLike('a country of two letters', (value) => /^[A-Z]{2}$/.test(value));
export const currency = textLike('a currency of three letters', (value) => /^[A-Z]{3}$/.test(value));
export const amount = textLike('an amount', (value) => /^-?[0-9]{1,18}(\.[0-9]{1,6})?$/.test(value));
/** What a period counts for, a digit each: old-age, survivor, invalidity. */
export const branches = textLike('three digits 0 or 1', (value) => /^[01]{3}$/.test(value));

/** A whole number, which SEDs write as a text. */
export const whole: Converter = {
  wanted: 'a whole number',
  read: (value) => {
    const digits = typeof value === 'number' ? String(value) : value;
    if (typeof digits !== 'string') return refuse('wrong-type');
    return /^\d{1,5}$/.test(digits) ? ok(Number(digits)) : refuse('unreadable');
  },
  write: (value) => ok(JSON.stringify(value)),
};

/** Days of a week that a sum counts. */
export const dayBasis: Converter = {
  ...whole,
  wanted: '5 or 7',
  read: (value) => {
    const read = whole.read(value);
    return !read.ok || read.value === 5 || read.value === 7 ? read : refuse('unreadable');
  },
};

/** `1` and `0`. */
export const yesNo: Converter = {
  wanted: '1 or 0',
  read: ifText((value) => (value === '1' ? ok(true) : value === '0' ? ok(false) : refuse('unreadable'))),
  write: (value) => ok(value === true ? '1' : '0'),
};

/** `01` and `02` of a yes-or-no list. */
export const firstOrSecond: Converter = {
  wanted: '01 or 02',
  read: ifText((value) => (value === '01' ? ok(true) : value === '02' ? ok(false) : refuse('unreadable'))),
  write: (value) => ok(value === true ? '01' : '02'),
};

/** Sexes are written M, K and U in one place, m, f and u in another. */
export const sex = words(
  { male: 'M', female: 'K', unknown: 'U' },
  { m: 'male', k: 'female', f: 'female', F: 'female', u: 'unknown' },
);

/** One of our words; the first table says how a SED writes it, the second how else it is seen written. */
function words(written: Readonly<Record<string, string>>, seen: Readonly<Record<string, string>>): Converter {
  const read = new Map([
    ...Object.entries(seen),
    ...Object.entries(written).map(([ours, theirs]) => [theirs, ours] as const),
  ]);
  return {
    wanted: `one of ${[...read.keys()].join(', ')}`,
    read: ifText((value) => {
      const ours = read.get(value);
      return ours === undefined ? refuse('unreadable') : ok(ours);
    }),
    write: (value) => {
      const theirs = typeof value === 'string' && Object.hasOwn(written, value) ? written[value] : undefined;
      return theirs === undefined ? refuse('no-place') : ok(theirs);
    },
  };
}

/**
 * A code of one list. `seen` gives the code of each word that stands for it in published SEDs. A code that nobody
 * knows is carried with its list; one of another list has no place in the SED.
 */
export function code(system: string, seen: Readonly<Record<string, string>> = {}): Converter {
  return {
    wanted: `a code of ${system}`,
    members: ['system', 'code'],
    read: ifText((value) =>
      value === ''
        ? refuse('unreadable')
        : ok({ system, code: Object.hasOwn(seen, value) ? (seen[value] ?? value) : value }),
    ),
    write: (value) =>
      isJsonObject(value) && value['system'] === system && typeof value['code'] === 'string'
        ? ok(value['code'])
        : refuse('other-code-list'),
  };
}

/** As `code`, where the SED numbers the same things otherwise than our list does. */
export function renumbered(
  system: string,
  otherwise: string,
  theirs: Readonly<Record<string, string>>,
): Converter {
  const back = new Map(Object.entries(theirs).map(([sed, ours]) => [ours, sed]));
  return {
    wanted: `a code of ${otherwise}`,
    members: ['system', 'code'],
    read: ifText((value) =>
      Object.hasOwn(theirs, value)
        ? ok({ system, code: theirs[value] ?? value })
        : value === ''
          ? refuse('unreadable')
          : ok({ system: otherwise, code: value }),
    ),
    write: (value) => {
      if (!isJsonObject(value) || typeof value['code'] !== 'string') return refuse('other-code-list');
      if (value['system'] === otherwise && !Object.hasOwn(theirs, value['code'])) return ok(value['code']);
      const sed = value['system'] === system ? back.get(value['code']) : undefined;
      return sed === undefined ? refuse('other-code-list') : ok(sed);
    },
  };
}

/** A number for each thing; a thing without one is written by its name, unless that would be read as a number. */
export function named(numbers: Readonly<Record<string, string>>): Converter {
  const names = new Map(Object.entries(numbers));
  const back = new Map(Object.entries(numbers).map(([theirs, ours]) => [ours, theirs]));
  const lower = new Map(Object.values(numbers).map((ours) => [ours.toLowerCase(), ours]));
  return {
    wanted: 'a text',
    read: ifText((value) => unlessEmpty(names.get(value) ?? lower.get(value.toLowerCase()) ?? value)),
    write: (value) =>
      typeof value !== 'string' || names.has(value) ? refuse('no-place') : ok(back.get(value) ?? value),
  };
}

/** Whatever stands here, whole. */
export const anything: Converter = {
  wanted: 'any value',
  anyJson: true,
  keepsNull: true,
  read: ok,
  write: ok,
};

/** One value, of a type that the document's schema checks. */
export const scalar: Converter = {
  wanted: 'a text, a number or true or false',
  keepsNull: true,
  read: ok,
  write: ok,
};

function ifText(read: (text: string) => Read): (value: Json) => Read {
  return (value) => (typeof value === 'string' ? read(value) : refuse('wrong-type'));
}

function unlessEmpty(value: Json): Written {
  return value === '' ? refuse('unreadable') : ok(value);
}

function asItIs(value: Json): Written {
  return ok(value);
}
