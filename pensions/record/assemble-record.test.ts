import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, day, formatDay, union, interval, totalDays } from '@urtuu/kernel';
import { parseInsuranceRecord, type InsuranceRecord, type RecordPeriod } from '@urtuu/law';
import { assembleRecord } from './assemble-record.ts';

function claimedRecord(
  periods: readonly RecordPeriod[],
  more: Partial<InsuranceRecord> = {},
): InsuranceRecord {
  return {
    version: 1,
    person: {
      identifiers: [],
      names: [{ script: 'Latn', family: 'Example', given: 'Person' }],
      sex: 'female',
      birthDate: '1960-05-01',
      citizenships: ['MN'],
      residence: 'KZ',
    },
    periods,
    earnings: [],
    accounts: [],
    benefits: [],
    counting: { bounds: 'inclusive', method: 'calendar' },
    ...more,
  };
}

function work(id: string, from: string, to: string | null, more: Partial<RecordPeriod> = {}): RecordPeriod {
  return {
    id,
    country: 'MN',
    from,
    to,
    type: '11',
    evidence: [],
    certainty: 'claimed',
    precision: 'day',
    kind: 'compulsory',
    ...more,
  };
}

const certified = { certainty: 'certified' } as const;

const row = (month: number, amount: string) => ({
  country: 'MN',
  year: 1996,
  month,
  amount,
  currency: 'MNT',
  paid: true,
});

const daysIn = (periods: readonly RecordPeriod[], country: string): number =>
  totalDays(
    union(
      periods
        .filter((period) => period.country === country)
        .map((period) => interval(day(period.from), addDays(day(period.to ?? '2999-12-31'), 1)))
        .filter((span) => span !== undefined),
    ),
  );

describe('assembling one record', () => {
  test('keeps a claim as it is where no register has answered', () => {
    const claimed = claimedRecord([work('a', '1980-01-01', '1989-12-31')]);
    const assembly = assembleRecord({ claimed });
    assert.deepEqual(
      assembly.record.periods.map((period) => [period.id, period.from, period.to]),
      [['claimed.a', '1980-01-01', '1989-12-31']],
    );
    assert.deepEqual(assembly.yielded, []);
  });

  test('lets certified days replace claimed days of the same state and keeps the rest of the claim', () => {
    const claimed = claimedRecord([work('a', '1980-01-01', '1989-12-31')]);
    const partner = {
      country: 'MN',
      periods: [work('r1', '1982-01-01', '1983-12-31', certified)],
      earnings: [],
    };
    const { record, yielded, origins } = assembleRecord({ claimed, partner });
    assert.deepEqual(
      record.periods.map((period) => [period.id, period.certainty, period.from, period.to]),
      [
        ['r1', 'certified', '1982-01-01', '1983-12-31'],
        ['claimed.a', 'claimed', '1980-01-01', '1981-12-31'],
        ['claimed.a.2', 'claimed', '1984-01-01', '1989-12-31'],
      ],
    );
    assert.deepEqual(yielded, [{ periodId: 'a', from: '1982-01-01', to: '1983-12-31' }]);
    assert.deepEqual(origins.get('claimed.a.2'), { source: 'claimant', periodId: 'a' });
    assert.deepEqual(origins.get('r1'), { source: 'partner', periodId: 'r1' });
  });

  test('does not let a register of one state replace claimed days of another', () => {
    const claimed = claimedRecord([work('a', '1980-01-01', '1989-12-31')]);
    const own = {
      country: 'KZ',
      periods: [work('k1', '1980-01-01', '1989-12-31', { ...certified, country: 'KZ' })],
      earnings: [],
    };
    const { record, yielded } = assembleRecord({ claimed, own });
    assert.equal(record.periods.length, 2);
    assert.deepEqual(yielded, []);
  });

  test('keeps both periods where two registers use the same id', () => {
    const own = { country: 'KZ', periods: [work('1', '1990-01-01', '1991-01-01', certified)], earnings: [] };
    const partner = {
      country: 'MN',
      periods: [work('1', '1985-01-01', '1986-01-01', certified)],
      earnings: [],
    };
    const { record, origins } = assembleRecord({ claimed: claimedRecord([]), own, partner });
    assert.deepEqual(
      record.periods.map((period) => period.id),
      ['1', '1.2'],
    );
    assert.deepEqual(origins.get('1.2'), { source: 'partner', periodId: '1' });
  });

  test('leaves a claimed period that lasts open after the last certified day', () => {
    const claimed = claimedRecord([work('a', '2000-01-01', null)]);
    const own = { country: 'MN', periods: [work('r', '2000-01-01', '2020-12-31', certified)], earnings: [] };
    const { record } = assembleRecord({ claimed, own });
    assert.deepEqual(
      record.periods.map((period) => [period.from, period.to]),
      [
        ['2000-01-01', '2020-12-31'],
        ['2021-01-01', null],
      ],
    );
  });

  test('takes income of a month from the register, and from the claim where the register is silent', () => {
    const claimed = claimedRecord([], { earnings: [row(1, '100'), row(2, '100')] });
    const partner = { country: 'MN', periods: [], earnings: [row(1, '90')] };
    assert.deepEqual(
      assembleRecord({ claimed, partner }).record.earnings.map((earning) => [earning.month, earning.amount]),
      [
        [1, '90'],
        [2, '100'],
      ],
    );
  });

  test('takes a death from the own register before the other state and the claim', () => {
    const own = { country: 'KZ', periods: [], earnings: [], deathDate: '2026-05-02' };
    const partner = { country: 'MN', periods: [], earnings: [], deathDate: '2026-05-03' };
    const claimed = claimedRecord([]);
    assert.equal(assembleRecord({ claimed, own, partner }).record.person.deathDate, '2026-05-02');
    assert.equal(assembleRecord({ claimed, partner }).record.person.deathDate, '2026-05-03');
    assert.equal(assembleRecord({ claimed }).record.person.deathDate, undefined);
  });

  test('loses no day and leaves every record parseable, whatever is brought', () => {
    const spans = fc.array(
      fc.record({ start: fc.nat(12_000), length: fc.nat(3_000), country: fc.constantFrom('MN', 'KZ') }),
      { maxLength: 8 },
    );
    const first = day('1976-01-01');
    const periodsOf = (
      drawn: readonly { start: number; length: number; country: string }[],
      certainty: object,
    ) =>
      drawn.map((span, i) =>
        work(
          `p${i}`,
          formatDay(addDays(first, span.start)),
          formatDay(addDays(first, span.start + span.length)),
          { country: span.country, ...certainty },
        ),
      );
    fc.assert(
      fc.property(spans, spans, spans, (claims, owns, partners) => {
        const claimed = periodsOf(claims, {});
        const own = periodsOf(owns, certified).filter((period) => period.country === 'KZ');
        const partner = periodsOf(partners, certified).filter((period) => period.country === 'MN');
        const { record } = assembleRecord({
          claimed: claimedRecord(claimed),
          own: { country: 'KZ', periods: own, earnings: [] },
          partner: { country: 'MN', periods: partner, earnings: [] },
        });
        assert.ok(parseInsuranceRecord(record).ok);
        for (const country of ['MN', 'KZ']) {
          assert.equal(daysIn(record.periods, country), daysIn([...claimed, ...own, ...partner], country));
        }
      }),
    );
  });
});
