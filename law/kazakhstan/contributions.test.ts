import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day, LOCALES } from '@urtuu/kernel';
import fc from 'fast-check';
import type { ContributionsInput } from '../contribution.ts';
import { contributions } from '../contributions.ts';
import { explain } from '../finding/explain.ts';

const born1980 = day('1980-05-01');

function owed(income: string, more: Partial<ContributionsInput> = {}, on = '2026-03-01') {
  const input = {
    on: day(on),
    as: 'employee',
    income,
    birthDate: born1980,
    explain: 'full',
    ...more,
  } as const;
  return contributions('kz', input);
}

const shareOf = (found: ReturnType<typeof owed>, branch: string): string | undefined =>
  found.lines.find((line) => line.branch === branch)?.amount;

describe('Pension contributions in Kazakhstan', () => {
  test('are 10 % of the income of the insured and, in 2026, 3.5 % by the employer', () => {
    const found = owed('400000');
    assert.equal(shareOf(found, 'kz.opv'), '40000');
    assert.equal(shareOf(found, 'kz.opvr'), '14000');
    assert.deepEqual(found.totals, { employer: '14000', insured: '40000' });
    assert.equal(found.outcome, 'due');
  });

  const years = [
    ['2023-06-01', undefined],
    ['2024-06-01', '6000'],
    ['2025-06-01', '10000'],
    ['2026-06-01', '14000'],
    ['2027-06-01', '18000'],
    ['2028-06-01', '20000'],
  ] as const;
  for (const [on, amount] of years) {
    test(`of the employer's notional part on 400,000 in ${on.slice(0, 4)}: ${amount ?? 'none'}`, () => {
      assert.equal(shareOf(owed('400000', {}, on), 'kz.opvr'), amount);
    });
  }

  test('count income up to fifty minimum wages for the own part: 50 × 85,000 = 4,250,000', () => {
    const found = owed('5000000');
    assert.equal(shareOf(found, 'kz.opv'), '425000');
    assert.equal(found.lines[0]?.base, '4250000');
    assert.deepEqual(found.limitedBy, ['ceiling']);
    assert.deepEqual(owed('4250000').limitedBy, []);
  });

  test('spare the employer of those born before 1975, and ask for the birth date', () => {
    assert.equal(shareOf(owed('400000', { birthDate: day('1974-12-31') }), 'kz.opvr'), undefined);
    const { birthDate: _unknown, ...input } = {
      on: day('2026-03-01'),
      as: 'employee',
      income: '400000',
      birthDate: born1980,
      explain: 'none',
    } as const;
    const found = contributions('kz', input);
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(found.missing, [{ fact: 'input.birthDate', why: 'why.input.birthDate' }]);
  });

  test('of hazardous work are 5 % more by the employer', () => {
    assert.equal(shareOf(owed('400000', { hazardousWork: true }), 'kz.oppv'), '20000');
    assert.equal(shareOf(owed('400000'), 'kz.oppv'), undefined);
  });

  test('of the self-employed are their own part alone; herders and carers are not insured as such', () => {
    assert.deepEqual(owed('400000', { as: 'selfEmployed' }).totals, { insured: '40000' });
    assert.equal(owed('400000', { as: 'herder' }).outcome, 'notInsured');
  });

  test('follow the answers to open questions', () => {
    const found = owed('5000000', { assume: { 'kz.opvRate': '11', 'kz.opvCap': '10' } });
    // 10 × 85,000 × 11 %
    assert.equal(shareOf(found, 'kz.opv'), '93500');
  });

  test('never fall when the income rises, and are truncated to 0.01 tenge', () => {
    fc.assert(
      fc.property(fc.nat(9_000_000), fc.nat(1_000_000), (income, more) => {
        const less = Number(shareOf(owed(String(income)), 'kz.opv'));
        assert.ok(less <= Number(shareOf(owed(String(income + more)), 'kz.opv')));
      }),
      { numRuns: 60 },
    );
    assert.equal(shareOf(owed('33.33'), 'kz.opv'), '3.33');
  });

  test('are explained in every language', () => {
    const { findings } = owed('5000000', { explain: 'full' });
    assert.ok(findings);
    for (const locale of LOCALES) assert.match(explain(findings, locale), /425[,\u00a0]000/, locale);
  });
});
