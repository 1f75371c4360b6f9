import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { assess } from '../assess.ts';
import type { Assessment, AssessOptions } from '../assessment.ts';
import type { InsuranceRecord, RecordPerson } from '../record/insurance-record.ts';
import { monthlyEarnings, period, person, record } from '../testing.ts';

const IN_FORCE = { 'kzmn.inForceFrom': '2026-01-01' };

type Choices = Partial<Omit<AssessOptions, 'treaty'>>;

function award(wire: InsuranceRecord, choices: Choices = {}): Assessment {
  const options = {
    law: 'kz',
    treaty: 'kz-mn',
    on: day('2026-02-01'),
    assume: IN_FORCE,
    explain: 'full',
  } as const;
  return assess(wire, { ...options, ...choices });
}

/** `from..to country period: rule` with an asterisk for counted days */
function trace(assessment: Assessment): string[] {
  return assessment.record.timeline.map(
    ({ from, to, periodId, counted, rule, overlapsWith }) =>
      `${from}..${to} ${periodId}${counted ? '*' : ''} ${rule}${overlapsWith === undefined ? '' : ` ${overlapsWith}`}`,
  );
}

const bothStates = record({
  person: person({ birthDate: '1955-01-01', citizenships: ['MN'] }),
  periods: [
    period({ id: 'mn', country: 'MN', from: '1978-01-01', to: '1992-06-30' }),
    period({ id: 'kz', country: 'KZ', from: '1992-01-01', to: '2005-12-31', insured: true }),
  ],
  earnings: monthlyEarnings('KZ', 2000, 60, '100000'),
});

describe('Whether the agreement is applied', () => {
  const cases: readonly (readonly [string, Choices, Partial<RecordPerson>, string])[] = [
    ['no date of entry into force is known', { assume: {} }, {}, 'inForceUnknown'],
    [
      'it enters into force after the award',
      { assume: { 'kzmn.inForceFrom': '2026-02-02' } },
      {},
      'notYetInForce',
    ],
    ['the person lives in the other state', {}, { residence: 'MN' }, 'notStateOfResidence'],
    ['the person is a citizen of neither state', {}, { citizenships: ['RU'] }, 'personNotCovered'],
    ['a date of entry into force is assumed', {}, {}, 'hypothetical'],
  ];
  for (const [when, options, who, reason] of cases) {
    test(`is ${reason} where ${when}`, () => {
      const wire = { ...bothStates, person: { ...bothStates.person, ...who } };
      const found = award(wire, options);
      assert.equal(found.treaty.reason, reason);
      assert.equal(found.treaty.applied, reason === 'hypothetical');
      assert.equal(found.simulation, reason === 'hypothetical');
      const countsAbroad = found.record.totals.byCountry.some(({ country }) => country === 'MN');
      assert.equal(countsAbroad, reason === 'hypothetical');
    });
  }

  test('is not asked where nobody asks for it', () => {
    const found = assess(bothStates, { law: 'kz', on: day('2026-02-01'), explain: 'full' });
    assert.deepEqual(found.treaty, { asked: false, applied: false, reason: 'notAsked' });
  });

  test('may be widened to any resident by assumption', () => {
    const wire = { ...bothStates, person: { ...bothStates.person, citizenships: ['RU'] } };
    const assume = { ...IN_FORCE, 'kzmn.persons': 'anyResident' };
    assert.equal(award(wire, { assume }).treaty.applied, true);
  });
});

describe('The trace of days', () => {
  test('shows the cut-off of 1998, the overlap of both states and each rule', () => {
    const wire = {
      ...bothStates,
      periods: [
        ...bothStates.periods,
        period({ id: 'late', country: 'MN', from: '1997-12-01', to: '1998-02-28' }),
        period({ id: 'odd', type: '77', from: '1990-01-01', to: '1990-12-31' }),
        period({ id: 'bare', country: 'MN', from: '1977-01-01', to: '1977-12-31', evidence: [] }),
      ],
    };
    assert.deepEqual(trace(award(wire)), [
      '1977-01-01..1977-12-31 bare kzmn.beforeInsuranceUnproved',
      '1978-01-01..1991-12-31 mn* kzmn.recognised',
      '1990-01-01..1990-12-31 odd record.unknownType',
      '1992-01-01..1997-12-31 kz* kz.record.before1998',
      '1992-01-01..1992-06-30 mn overlap.ownState kz',
      '1997-12-01..1997-12-31 late overlap.ownState kz',
      '1998-01-01..2005-12-31 kz* kz.record.contributions',
      '1998-01-01..1998-02-28 late kzmn.afterCut',
    ]);
  });

  test('prefers work to study of the same days, and study fills what is left', () => {
    const periods = [
      period({ id: 'study', type: '44', kind: 'equivalent', from: '1974-09-01', to: '1979-06-30' }),
      period({ id: 'work', from: '1977-07-01', to: '1985-12-31' }),
      period({ id: 'army', type: '43', kind: 'equivalent', from: '1985-06-01', to: '1987-05-31' }),
    ];
    assert.deepEqual(trace(award(record({ person: person({ birthDate: '1957-01-01' }), periods }))), [
      '1974-09-01..1977-06-30 study* kz.record.before1998',
      '1977-07-01..1979-06-30 study overlap.realOverEquivalent work',
      '1977-07-01..1985-12-31 work* kz.record.before1998',
      '1985-06-01..1985-12-31 army overlap.realOverEquivalent work',
      '1986-01-01..1987-05-31 army* kz.record.before1998',
    ]);
  });

  test('stops at the award date and leaves the future of a lasting period out', () => {
    const periods = [period({ id: 'now', from: '2020-01-01', to: null, insured: true })];
    assert.deepEqual(trace(award(record({ periods }))), [
      '2020-01-01..2026-01-31 now* kz.record.contributions',
    ]);
    const planned = [period({ id: 'plan', from: '2026-01-01', to: '2026-12-31', insured: true })];
    assert.deepEqual(trace(award(record({ periods: planned }))), [
      '2026-01-01..2026-01-31 plan* kz.record.contributions',
      '2026-02-01..2026-12-31 plan record.afterAward',
    ]);
  });
});

describe('An award of Kazakhstan under the agreement', () => {
  test('counts Mongolian days before 1998 for the solidarity pension, not for the basic pension', () => {
    const found = award(bothStates);
    // W = 14 years in Mongolia + 6 in Kazakhstan = 240 of 300 months; n = 6 + 8 years
    const [base, solidarity] = found.components;
    assert.equal(solidarity?.amount, '48000');
    assert.equal(base?.amount, '39664');
    assert.equal(award(bothStates, { assume: {} }).components[1]?.amount, '14400');
  });

  test('counts them for the basic pension too if assumed', () => {
    const assume = { ...IN_FORCE, 'kzmn.basePension': 'yes' };
    assert.equal(award(bothStates, { assume }).components[0]?.amount, '53903');
  });

  test('leaves the kandas record where it stands: on its own ground, for both components', () => {
    const kandas = person({ birthDate: '1955-01-01', citizenships: ['MN'], kandas: { since: '1992-01-01' } });
    const applied = award({ ...bothStates, person: kandas });
    const unapplied = award({ ...bothStates, person: kandas }, { assume: {} });
    assert.deepEqual(applied.components, unapplied.components);
    assert.deepEqual(
      applied.record.totals.byBasis.map(({ basis }) => basis),
      ['kandas', 'national'],
    );
  });

  test('counts days after the cut-off if the window is read without one', () => {
    const periods = [period({ id: 'mn', country: 'MN', from: '1978-01-01', to: '2001-12-31' })];
    const wire = { ...bothStates, periods };
    const assume = { ...IN_FORCE, 'kzmn.window': 'noCutOff' };
    assert.equal(award(wire, { assume }).record.totals.counted.months, 288);
    assert.equal(award(wire).record.totals.counted.months, 240);
  });
});

describe('An award of Mongolia under the agreement', () => {
  const home = { ...bothStates, person: { ...bothStates.person, residence: 'MN' } };
  const mn = (assume: Readonly<Record<string, string>> = IN_FORCE): Assessment =>
    award(home, { law: 'mn', assume });

  test('combines Kazakh days before 1998 only, unless assumed otherwise', () => {
    assert.equal(mn().record.totals.counted.months, 240);
    assert.equal(mn({ ...IN_FORCE, 'kzmn.mnCountsKzAfter1998': 'yes' }).record.totals.counted.months, 336);
    assert.equal(mn({ ...IN_FORCE, 'kzmn.window': 'mnPeriodsForKzOnly' }).record.totals.counted.months, 174);
    assert.equal(mn({}).record.totals.counted.months, 174);
  });

  test('counts military service and study before 1998 in both states', () => {
    const periods = [
      period({
        id: 'study',
        country: 'MN',
        type: '44',
        kind: 'equivalent',
        from: '1973-09-01',
        to: '1977-08-31',
      }),
      period({
        id: 'army',
        country: 'KZ',
        type: '43',
        kind: 'equivalent',
        from: '1977-09-01',
        to: '1979-08-31',
      }),
      period({
        id: 'care',
        country: 'KZ',
        type: '45',
        kind: 'equivalent',
        from: '1979-09-01',
        to: '1980-08-31',
      }),
    ];
    assert.deepEqual(trace(award({ ...home, periods }, { law: 'mn' })), [
      '1973-09-01..1977-08-31 study* kzmn.equivalent',
      '1977-09-01..1979-08-31 army* kzmn.recognised',
      '1979-09-01..1980-08-31 care kzmn.kindNotCovered',
    ]);
  });

  test('never combines funded periods', () => {
    const periods = [period({ id: 'fund', kind: 'funded', from: '1997-01-01', to: '1997-12-31' })];
    assert.deepEqual(trace(award({ ...home, periods }, { law: 'mn' })), [
      '1997-01-01..1997-12-31 fund kzmn.funded',
    ]);
  });
});
