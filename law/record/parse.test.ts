import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { insuranceRecordJsonSchema, publishedJsonSchema } from '../schema/generate.ts';
import { countryCodes } from './countries.ts';
import { currencyCodes } from './currencies.ts';
import type { Earning } from './insurance-record.ts';
import { parseInsuranceRecord } from './parse.ts';
import { monthlyEarnings, period, record } from '../testing.ts';
import { warningsOf } from './warnings.ts';

function faultsOf(value: unknown, check?: Parameters<typeof parseInsuranceRecord>[1]): string[] {
  const parsed = parseInsuranceRecord(value, check);
  return parsed.ok ? [] : parsed.error.map((found) => `${found.pointer} ${found.code}`);
}

function paid(year: number, month: number, currency: string, adjusted?: boolean): Earning {
  const row = { country: 'KZ', year, month, amount: '320', currency, paid: true };
  return adjusted === undefined ? row : { ...row, adjusted };
}

describe('an insurance record from a file', () => {
  test('is read when it is whole', () => {
    const whole = record({ periods: [period({})] });
    const parsed = parseInsuranceRecord(JSON.parse(JSON.stringify(whole)));
    assert.deepEqual(parsed, { ok: true, value: whole });
  });

  test('is described by the published JSON Schema as it stands', () => {
    assert.deepEqual(publishedJsonSchema(), insuranceRecordJsonSchema());
  });

  test('names one fault for each wrong place', () => {
    const broken = {
      ...record({}),
      version: 2,
      earning: [],
      periods: [{ ...period({}), from: '01.02.1980', kind: 'optional', certainty: undefined, type: 11 }],
    };
    assert.deepEqual(faultsOf(broken).sort(), [
      '/earning unknown-member',
      '/periods/0/certainty missing',
      '/periods/0/from format',
      '/periods/0/kind value',
      '/periods/0/type type',
      '/version value',
    ]);
  });

  test('refuses what is not a record at all', () => {
    for (const value of [null, 7, 'x', []]) assert.deepEqual(faultsOf(value), [' type']);
  });

  test('refuses dates the calendar does not have, everywhere', () => {
    const bad = record({
      person: { ...record({}).person, birthDate: '1958-02-29', children: [{ birthDate: '1980-13-01' }] },
      periods: [period({ from: '1980-04-31' })],
    });
    assert.deepEqual(faultsOf(bad), [
      '/person/birthDate impossible-date',
      '/person/children/0/birthDate impossible-date',
      '/periods/0/from impossible-date',
    ]);
  });

  test('refuses a period that ends before it starts, starts before birth, or repeats an id', () => {
    const bad = record({
      periods: [
        period({ id: 'a', from: '1990-01-02', to: '1990-01-01' }),
        period({ id: 'b', from: '1950-01-01', to: '1960-01-01' }),
        period({ id: 'a' }),
      ],
    });
    assert.deepEqual(faultsOf(bad), [
      '/periods/0 from-after-to',
      '/periods/1/from before-birth',
      '/periods/2/id duplicate-id',
    ]);
  });

  test('refuses an income no month can hold', () => {
    const row = { country: 'KZ', year: 2001, month: 1, amount: '600000000', currency: 'KZT', paid: true };
    assert.deepEqual(faultsOf(record({ earnings: [row, row, row] })), [
      '/earnings/1/amount income-implausible',
    ]);
  });

  test('refuses codes that no country and no currency has', () => {
    const [row] = monthlyEarnings('KZ', 2001, 1, '100');
    assert.ok(row !== undefined);
    const bad = record({
      person: { ...record({}).person, residence: 'XX', citizenships: ['KZ', 'QQ'] },
      periods: [period({ country: 'ZZ' }), period({ id: 'p2', country: 'SU' })],
      earnings: [row, { ...row, currency: 'KZY' }, { ...row, country: 'UK', currency: 'XXX' }],
    });
    assert.deepEqual(faultsOf(bad), [
      '/person/citizenships/1 unknown-country',
      '/person/residence unknown-country',
      '/periods/0/country unknown-country',
      '/earnings/1/currency unknown-currency',
      '/earnings/2/country unknown-country',
      '/earnings/2/currency unknown-currency',
    ]);
  });

  test('refuses income from before its currency existed, unless the official coefficient carried it over', () => {
    const mixed = record({
      earnings: [
        paid(1993, 10, 'KZT'),
        paid(1993, 10, 'KZT', true),
        paid(1993, 11, 'KZT'),
        paid(1975, 1, 'MNT'),
        paid(1990, 1, 'SUR'),
        paid(2016, 6, 'BYN'),
        paid(2016, 7, 'BYN'),
      ],
    });
    assert.deepEqual(faultsOf(mixed), [
      '/earnings/0/currency currency-not-yet',
      '/earnings/5/currency currency-not-yet',
    ]);
  });

  test('warns of an amount in a currency that a redenomination had ended', () => {
    const row = { country: 'BY', year: 2017, month: 1, amount: '500', currency: 'BYR', paid: true };
    const before = { ...row, year: 2016, month: 12 };
    assert.deepEqual(
      warningsOf(record({ earnings: [before, row] })).map(({ pointer, code }) => `${pointer} ${code}`),
      ['/earnings/1/currency currency-withdrawn'],
    );
  });

  test('refuses two numbers of one scheme, and takes one that is only written twice', () => {
    const one = { scheme: 'mn.register', value: 'ТТ58010199', country: 'MN' };
    const other = { ...one, value: 'ТТ58010190' };
    const civil = { ...one, scheme: 'mn.civil', value: '995801010199' };
    const of = (...identifiers: (typeof one)[]) =>
      faultsOf(record({ person: { ...record({}).person, identifiers } }));
    assert.deepEqual(of(one, civil, one), []);
    assert.deepEqual(of(one, civil, other), ['/person/identifiers/2/value contradicting-identifier']);
  });

  test('refuses circumstances on impossible days, out of order or before birth', () => {
    const bad = record({
      circumstances: {
        unemployment: { endedOn: '2025-02-30', registeredOn: '2025-03-10' },
        injury: { on: '2025-03-05', kind: 'accident', unableFrom: '2025-03-04', unableTo: '2025-03-01' },
        disability: { lossOfCapacityPercent: 60, from: '1957-12-31' },
        guardianOf: [{ birthDate: '2015-00-01' }],
        maternity: { from: '2025-04-31' },
      },
    });
    assert.deepEqual(
      faultsOf(bad).sort(),
      [
        '/circumstances/unemployment/endedOn impossible-date',
        '/circumstances/injury/unableFrom from-after-to',
        '/circumstances/injury/unableTo from-after-to',
        '/circumstances/disability/from before-birth',
        '/circumstances/guardianOf/0/birthDate impossible-date',
        '/circumstances/maternity/from impossible-date',
      ].sort(),
    );
  });

  test('refuses circumstances of a wrong form at their place', () => {
    const bad = {
      ...record({}),
      circumstances: {
        unemployment: { endedOn: '31.05.2025', cause: 'fired' },
        injury: { on: '2025-03-05', kind: 'accident', lossOfCapacityPercent: 101 },
        lottery: true,
      },
    };
    assert.deepEqual(faultsOf(bad).sort(), [
      '/circumstances/injury/lossOfCapacityPercent value',
      '/circumstances/lottery unknown-member',
      '/circumstances/unemployment/cause value',
      '/circumstances/unemployment/endedOn format',
    ]);
  });

  test('asks the identifier check it is given and points at the identifier', () => {
    const found = { pointer: '/value', code: 'check-digit', detail: 'wrong check digit' };
    assert.deepEqual(
      faultsOf(record({}), () => [found]),
      ['/person/identifiers/0/value check-digit'],
    );
  });

  test('carries an unknown code and warns of it', () => {
    const odd = record({ periods: [period({ type: '77', scheme: 'xx.unheard' })] });
    assert.deepEqual(faultsOf(odd), []);
    assert.deepEqual(
      warningsOf(odd).map((found) => `${found.pointer} ${found.code}`),
      ['/periods/0/type unknown-code', '/periods/0/scheme unknown-code'],
    );
  });

  test('warns of dates known to the year, of time after death, of foreign currency and repeated rows', () => {
    const row = { country: 'KZ', year: 2001, month: 1, amount: '6', currency: 'USD', paid: true };
    const odd = record({
      person: { ...record({}).person, deathDate: '1979-12-31' },
      periods: [period({ precision: 'year' })],
      earnings: [row, row],
    });
    assert.deepEqual(
      warningsOf(odd).map((found) => `${found.pointer} ${found.code}`),
      [
        '/periods/0 imprecise-dates',
        '/periods/0/from after-death',
        '/earnings/0/currency currency-mismatch',
        '/earnings/1 duplicate-earning',
        '/earnings/1/currency currency-mismatch',
      ],
    );
  });
});

describe('the code lists of a record', () => {
  test('know every country that Node knows by that name, once', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const codes = countryCodes();
    assert.equal(new Set(codes).size, codes.length);
    assert.equal(codes.length, 249 + 11);
    // Of the neutral zone, which is no more, Node knows no name.
    for (const code of codes) if (code !== 'NT') assert.notEqual(names.of(code), undefined, code);
  });

  test('know every currency in use that Node knows, but for units of account', () => {
    const known = new Set(currencyCodes());
    assert.equal(known.size, currencyCodes().length);
    const others = Intl.supportedValuesOf('currency').filter((code) => !known.has(code));
    // Units of account: special drawing rights, sucre.
    assert.deepEqual(others, ['XDR', 'XSU']);
  });
});
