import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Row } from '../register-port.ts';
import { foldShep, shepDeaths, shepSubject, type ShepRows } from './shep-fold.ts';

const person: Row = {
  iin: '610412399003',
  surname: 'Ахметов',
  name: 'Нұрлан',
  patronymic: 'Ахметұлы',
  surnameLatin: 'Akhmetov',
  nameLatin: 'Nurlan',
  birthDate: '1961-04-12',
  genderCode: '1',
  citizenshipCode: 'KZ',
  lifeStatusCode: '0',
};

function fold(rows: Partial<ShepRows>) {
  return foldShep({
    person: [person],
    labourRecord: [],
    equivalent: [],
    contributions: [],
    savings: [],
    benefits: [],
    ...rows,
  });
}

const work = (parts: Partial<Record<string, string>> = {}): Row => ({
  employer: 'Үлгі зауыты',
  startDate: '1985-03-01',
  endDate: '1999-06-30',
  documentCode: 'LABOUR_BOOK',
  documentRef: 'ЕК-99-000001',
  ...parts,
});

const paid = (year: number, month: number, kindCode = 'OPV'): Row => ({
  year: String(year),
  month: String(month),
  employer: 'Үлгі зауыты',
  employerBin: '990140990001',
  kindCode,
  income: '25000',
  contribution: '2500',
  paid: 'true',
});

const study = (kindCode: string): Row => ({
  kindCode,
  institution: 'Үлгі училищесі',
  startDate: '1979-09-01',
  endDate: '1982-06-30',
  documentCode: 'DIPLOMA',
});

describe('the Kazakh register', () => {
  test('counts work before 1998 by its document and later work only where contributions were paid', () => {
    const contributions = [1, 2, 3, 4, 5, 6].map((month) => paid(1998, month));
    const spans = fold({ labourRecord: [work()], contributions }).periods.map(
      (period) => `${period.from}/${period.to} ${period.scheme} ${period.insured ?? 'by kind'}`,
    );
    assert.deepEqual(spans, [
      '1985-03-01/1997-12-31 01 by kind',
      '1998-07-01/1999-06-30 01 false',
      '1998-01-01/1998-06-30 kz.opv true',
    ]);
  });

  test("keeps the employer's contributions apart from the insured's own", () => {
    const folded = fold({ contributions: [paid(2024, 1), paid(2024, 1, 'OPVR')] });
    assert.deepEqual(
      folded.periods.map((period) => period.scheme),
      ['kz.opv', 'kz.opvr'],
    );
    assert.deepEqual(folded.doubts, []);
  });

  test('carries service and study as equivalent periods, and an unknown code as it is', () => {
    const folded = fold({ equivalent: [study('43'), study('44'), study('77')] });
    assert.deepEqual(
      folded.periods.map((period) => [period.type, period.kind]),
      [
        ['43', 'equivalent'],
        ['44', 'equivalent'],
        ['77', 'equivalent'],
      ],
    );
    assert.deepEqual(
      folded.trace.map((step) => step.code),
      ['unknownCodeCarried'],
    );
  });

  test('waits for a clerk where only an archive speaks', () => {
    const folded = fold({ labourRecord: [work({ documentCode: 'ARCHIVE', endDate: '1990-01-01' })] });
    assert.deepEqual(
      folded.doubts.map((doubt) => doubt.code),
      ['archiveOnly'],
    );
    assert.equal(folded.periods[0]?.certainty, 'reconstructed');
  });

  test('states savings exactly', () => {
    const savings = [{ accountKind: 'uapf', balance: '4.5123456E6', currency: 'KZT', asOf: '2026-01-01' }];
    assert.deepEqual(fold({ savings }).accounts, [
      { country: 'KZ', kind: 'uapf', balance: '4512345.60', currency: 'KZT', asOf: '2026-01-01' },
    ]);
  });

  test('knows the person in both spellings, and doubts a Latin name that is another one', () => {
    assert.deepEqual(shepSubject(person)?.names, [
      { script: 'kk-Cyrl', family: 'Ахметов', given: 'Нұрлан', patronymic: 'Ахметұлы' },
      { script: 'Latn', family: 'Akhmetov', given: 'Nurlan' },
    ]);
    const other = { ...person, surnameLatin: 'Seitov', nameLatin: 'Bolat' };
    assert.deepEqual(
      fold({ person: [other] }).doubts.map((doubt) => doubt.code),
      ['nameDiffers'],
    );
    assert.equal(shepSubject({ name: 'Нұрлан' }), undefined);
  });

  test('says when the person died', () => {
    assert.equal(fold({ person: [{ ...person, deathDate: '2026-02-03' }] }).deathDate, '2026-02-03');
    assert.deepEqual(shepDeaths([{ iin: '610412399003', deathDate: '2026-02-03' }]).deaths, [
      { scheme: 'kz.iin', key: '610412399003', deathDate: '2026-02-03' },
    ]);
  });
});
