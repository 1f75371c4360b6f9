import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Row } from '../register-port.ts';
import { foldKhur, khurDeaths, khurSubject, type KhurRows } from './khur-fold.ts';

const idCard: Row = {
  regnum: 'ТТ61041211',
  civilId: '990000000001',
  lastname: 'Ахмет',
  firstname: 'Нурлан',
  birthDate: '1961-04-12',
  gender: 'Эрэгтэй',
};

function month(year: number, value: number, parts: Partial<Record<string, string>> = {}): Row {
  return {
    year: String(year),
    month: String(value),
    orgName: 'Жишээ ХХК',
    orgSiID: '9900001',
    salaryAmount: '300000.0',
    paid: 'true',
    ...parts,
  };
}

function months(year: number, from: number, to: number, parts: Partial<Record<string, string>> = {}): Row[] {
  return Array.from({ length: to - from + 1 }, (_, i) => month(year, from + i, parts));
}

function fold(rows: Partial<KhurRows>) {
  return foldKhur({ idCard: [idCard], salary: [], workHistory: [], pension: [], ...rows });
}

const spans = (rows: Partial<KhurRows>): string[] =>
  fold(rows).periods.map(
    (period) =>
      `${period.from}/${period.to} ${period.certainty}${period.insured === false ? ' not insured' : ''}`,
  );
const doubts = (rows: Partial<KhurRows>): string[] => fold(rows).doubts.map((doubt) => doubt.code);
const trace = (rows: Partial<KhurRows>): string[] => fold(rows).trace.map((step) => step.code);

describe('contribution months of Mongolia', () => {
  test('of one employer without a gap are one period', () => {
    assert.deepEqual(spans({ salary: [...months(2001, 1, 12), ...months(2002, 1, 2)] }), [
      '2001-01-01/2002-02-28 certified',
    ]);
  });

  test('are split by a gap, and by an unpaid month', () => {
    const salary = [
      ...months(2001, 1, 3),
      ...months(2001, 5, 6),
      month(2001, 7, { paid: 'false' }),
      month(2001, 8),
    ];
    assert.deepEqual(spans({ salary }), [
      '2001-01-01/2001-03-31 certified',
      '2001-05-01/2001-06-30 certified',
      '2001-08-01/2001-08-31 certified',
    ]);
    assert.deepEqual(trace({ salary }), ['unpaidMonth']);
    assert.equal(fold({ salary }).earnings.filter((earning) => !earning.paid).length, 1);
  });

  test('of two employers stay two periods over the same days', () => {
    const salary = [
      ...months(2001, 1, 6),
      ...months(2001, 4, 9, { orgName: 'Бусад ХК', orgSiID: '9900002' }),
    ];
    assert.deepEqual(spans({ salary }), [
      '2001-01-01/2001-06-30 certified',
      '2001-04-01/2001-09-30 certified',
    ]);
  });

  test('delivered twice count once; told differently they make a doubt', () => {
    assert.deepEqual(trace({ salary: [month(2001, 1), month(2001, 1)] }), ['duplicateRow']);
    assert.equal(fold({ salary: [month(2001, 1), month(2001, 1)] }).earnings.length, 1);
    assert.deepEqual(doubts({ salary: [month(2001, 1), month(2001, 1, { salaryAmount: '1' })] }), [
      'monthReportedTwice',
    ]);
  });

  test('fold to the same whatever their order', () => {
    const salary = [
      ...months(2001, 1, 5),
      ...months(2001, 8, 12),
      ...months(2001, 3, 9, { orgSiID: '9900002' }),
    ];
    const whole = fold({ salary });
    fc.assert(
      fc.property(fc.shuffledSubarray(salary, { minLength: salary.length }), (shuffled) => {
        assert.deepEqual(fold({ salary: shuffled }), whole);
      }),
    );
  });

  test('without employer, of no month or of no sum are doubted', () => {
    assert.deepEqual(doubts({ salary: [month(2001, 1, { orgName: '', orgSiID: '' })] }), [
      'contributionWithoutEmployer',
    ]);
    assert.deepEqual(doubts({ salary: [month(2001, 13)] }), ['dateUnreadable']);
    assert.deepEqual(doubts({ salary: [month(2001, 1, { salaryAmount: 'много' })] }), ['amountUnreadable']);
  });

  test('keep a large sum exactly', () => {
    assert.equal(
      fold({ salary: [month(2025, 1, { salaryAmount: '1.2345678E7' })] }).earnings[0]?.amount,
      '12345678',
    );
  });

  test("of a voluntarily insured herder carry the herder's scheme", () => {
    const [period] = fold({
      salary: [month(2010, 1, { orgName: 'Сайн дурын даатгал – малчин', orgSiID: '' })],
    }).periods;
    assert.deepEqual([period?.scheme, period?.kind, period?.type], ['mn.herder', 'voluntary', '22']);
  });
});

const spell = (parts: Partial<Record<string, string>>): Row => ({
  firstname: 'Нурлан',
  lastname: 'Ахмет',
  orgName: 'Баян-Өлгий аймгийн ноос угаах үйлдвэр',
  startDate: '1984-08-01',
  endDate: '1994-03-31',
  evidence: 'хөдөлмөрийн дэвтэр',
  evidenceRef: 'ХД-99-000001',
  ...parts,
});

describe('work history of Mongolia', () => {
  test('before 1995 is certified by the labour book', () => {
    const folded = fold({ workHistory: [spell({})] });
    assert.deepEqual(folded.doubts, []);
    assert.deepEqual(folded.periods[0]?.evidence, [{ kind: 'labourBook', ref: 'ХД-99-000001' }]);
    assert.equal(folded.periods[0].certainty, 'certified');
  });

  test('entered without a document is reconstructed', () => {
    assert.deepEqual(spans({ workHistory: [spell({ evidence: '', evidenceRef: '' })] }), [
      '1984-08-01/1994-03-31 reconstructed',
    ]);
  });

  test('from an archive alone waits for a clerk', () => {
    assert.deepEqual(doubts({ workHistory: [spell({ evidence: 'Архивын лавлагаа' })] }), ['archiveOnly']);
    const overlapping = [
      spell({ evidence: 'архивын лавлагаа' }),
      spell({ startDate: '1990-01-01', orgName: 'Бусад' }),
    ];
    assert.deepEqual(doubts({ workHistory: overlapping }), ['archiveOnly', 'archiveOverlapsOther']);
  });

  test('across 1995 is cut there, and after it only paid months are insured', () => {
    const workHistory = [spell({ startDate: '1990-01-01', endDate: '1996-12-31' })];
    assert.deepEqual(spans({ workHistory, salary: months(1995, 1, 12) }), [
      '1990-01-01/1994-12-31 certified',
      '1996-01-01/1996-12-31 certified not insured',
      '1995-01-01/1995-12-31 certified',
    ]);
  });

  test('with a document proves the contribution months it holds, and no others', () => {
    const workHistory = [spell({ startDate: '1994-08-20', endDate: '1996-03-10' })];
    const evidence = (salary: Row[]): unknown =>
      fold({ workHistory, salary })
        .periods.at(-1)
        ?.evidence.map(({ kind }) => kind);
    assert.deepEqual(evidence([...months(1995, 1, 12), ...months(1996, 1, 3)]), ['register', 'labourBook']);
    assert.deepEqual(evidence([...months(1995, 1, 12), ...months(1996, 1, 4)]), ['register']);
  });

  test('with a date nobody can read is doubted and not counted', () => {
    assert.deepEqual(spans({ workHistory: [spell({ startDate: '1984 оны намар' })] }), []);
    assert.deepEqual(doubts({ workHistory: [spell({ endDate: '1983-01-01' })] }), ['dateUnreadable']);
    assert.deepEqual(doubts({ workHistory: [spell({ endDate: '' })] }), ['spellWithoutEnd']);
  });

  test('known only to the year has that precision', () => {
    const [period] = fold({ workHistory: [spell({ startDate: '1984', endDate: '1986' })] }).periods;
    assert.deepEqual([period?.from, period?.to, period?.precision], ['1984-01-01', '1986-12-31', 'year']);
  });

  test('under another name than the citizen register makes a doubt', () => {
    assert.deepEqual(doubts({ workHistory: [spell({ firstname: 'Болат' })] }), ['nameDiffers']);
  });
});

describe('the person and the death feed', () => {
  test('are read from the citizen register', () => {
    const subject = khurSubject(idCard);
    assert.equal(subject?.key, 'ТТ61041211');
    assert.equal(subject.sex, 'male');
    assert.deepEqual(subject.names, [{ script: 'mn-Cyrl', given: 'Нурлан', patronymic: 'Ахмет' }]);
    assert.equal(khurSubject({ firstname: 'Нурлан' }), undefined);
  });

  test('a death without a readable day is doubted', () => {
    const feed = khurDeaths([
      { regnum: 'тт61041211', deceaseDate: '2026.02.03', regDate: '2026-02-05' },
      { regnum: 'ТТ61041211', deceaseDate: 'өвөл' },
    ]);
    assert.deepEqual(feed.deaths, [
      { scheme: 'mn.register', key: 'ТТ61041211', deathDate: '2026-02-03', registeredOn: '2026-02-05' },
    ]);
    assert.equal(feed.doubts.length, 1);
  });

  for (const [words, kind] of [
    ['Өндөр насны тэтгэвэр', '10'],
    ['тэжээгчээ алдсаны', '20'],
    ['тахир дутуугийн', '30'],
    ['цэргийн', 'цэргийн'],
  ] as const) {
    test(`a pension held as «${words}» is a benefit of kind ${kind}`, () => {
      const pension = [{ pensionType: words, pensionStartDate: '2020-05-01', pensionEndDate: '' }];
      assert.deepEqual(fold({ pension }).benefits, [
        { country: 'MN', kind, from: '2020-05-01', status: 'granted' },
      ]);
    });
  }
});
