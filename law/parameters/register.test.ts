import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { faultsOfAssumptions, openFlags, permits } from './flag.ts';
import { changesBetween, inForce, parameterKeys, versionsOf } from './register.ts';
import { PARAMETER_STATUSES, series } from './parameter.ts';

const all = parameterKeys().flatMap(versionsOf);

describe('legal parameters', () => {
  test('are unique by key', () => {
    assert.equal(new Set(parameterKeys()).size, parameterKeys().length);
  });

  test('have no overlap and no silent gap: each version ends where the next begins', () => {
    for (const key of parameterKeys()) {
      const versions = versionsOf(key);
      assert.ok(versions.length > 0, key);
      versions.forEach((version, i) => {
        assert.equal(version.to, versions[i + 1]?.from ?? null, `${key} ${version.from}`);
        if (version.to !== null) assert.ok(version.from < version.to, key);
      });
    }
  });

  test('name a source and a known status; what is unknown is open', () => {
    for (const version of all) {
      assert.ok(version.source.length > 3, `${version.key} ${version.from}`);
      assert.ok(PARAMETER_STATUSES.includes(version.status), version.key);
      if (version.value === null && !version.source.startsWith('not used'))
        assert.equal(version.status, 'open', version.key);
    }
  });

  test('are days or decimals, never empty texts', () => {
    for (const { key, value, unit } of all) {
      if (value === null) continue;
      assert.match(value, unit === 'day' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d+(\.\d+)?$/, key);
    }
  });

  test('do not pretend a start their source does not give', () => {
    for (const key of ['kz.age.men', 'kz.solidarity.rate', 'kz.record.cutOff', 'mn.mother.age'])
      assert.equal(versionsOf(key)[0]?.startStated, false, key);
    for (const { key, startStated, datePrecision, knownIn, note } of all) {
      if (!startStated) assert.equal(datePrecision, 'day', `${key}: no start, so no precision of it`);
      if (knownIn !== undefined) assert.ok(!startStated && /^\d{4}$/.test(knownIn), key);
      assert.doesNotMatch(note ?? '', /not stated|or earlier/, `${key}: say it by startStated`);
    }
  });

  test('are found by day, at the borders too', () => {
    assert.equal(inForce('kz.mci', day('2025-12-31'))?.value, '3932');
    assert.equal(inForce('kz.mci', day('2026-01-01'))?.value, '4325');
    assert.equal(inForce('kz.mci', day('2013-12-31')), undefined);
    assert.equal(inForce('mn.minPension.full', day('2025-06-01'))?.value, null);
    assert.equal(inForce('no.such', day('2025-06-01')), undefined);
  });

  test('tell what changed between two days', () => {
    const changes = changesBetween(day('2025-12-31'), day('2026-01-01')).map(({ key }) => key);
    for (const key of [
      'kz.mci',
      'kz.base.cap',
      'kz.subsistenceMinimum',
      'mn.minPension.full',
      'mn.full.record',
    ])
      assert.ok(changes.includes(key), key);
    assert.deepEqual(changesBetween(day('2026-02-01'), day('2026-12-31')), []);
  });

  test('refuse a series whose versions are out of order', () => {
    const versions = ['2021-01-01', '2020-01-01'].map((from) => ({
      from,
      value: '1',
      status: 'press',
      source: 'test',
    }));
    const written = { key: 'x', unit: 'KZT', versions };
    assert.throws(() => series(written), /out of order/);
  });
});

describe('open questions of law', () => {
  test('have a default among their options, or none', () => {
    for (const asked of openFlags()) {
      if (asked.default !== null) assert.ok(permits(asked, asked.default), asked.flag);
    }
  });

  test('cover the register of the legal reference for both states and their agreement', () => {
    const flags = new Set(openFlags().map(({ flag }) => flag));
    const wanted = [
      'kzmn.inForceFrom',
      'kzmn.window',
      'kzmn.incomeBase',
      'mn.ageKey',
      'mn.ndc',
      'kz.coefficients',
    ];
    for (const flag of wanted) assert.ok(flags.has(flag), flag);
    assert.ok(flags.size >= 55);
  });

  test('without a default are those in which the result is left open', () => {
    const open = openFlags().filter((asked) => asked.default === null);
    assert.deepEqual(
      open.map(({ flag }) => flag),
      [
        'cn.interestAfter2023',
        'kzmn.inForceFrom',
        'kzmn.incomeBase',
        'kzmn.residenceChange',
        'kzmn.procedure',
        'mn.averageSearchOld',
        'mn.rateOld',
        'mn.oldWageCoefficients',
        'mn.contribSteps',
        'mn.ndc',
        'mn.ndc.divisor',
        'mn.ndc.interest',
        'mn.ndc.crediting',
        'mn.ui.fixedDays',
        'kz.coefficients',
        'kz.capOtherYears',
        'kz.womenAgeBefore2021',
      ],
    );
  });

  test('are answered from their options only', () => {
    assert.deepEqual(faultsOfAssumptions({ 'kzmn.inForceFrom': '2026-07-01', 'mn.ageKey': 'awardYear' }), []);
    const faults = faultsOfAssumptions({ 'kzmn.inForceFrom': 'soon', 'mn.ageKey': 'x', 'no.such': '1' });
    assert.deepEqual(
      faults.map(({ pointer, code }) => `${pointer} ${code}`),
      ['/kzmn.inForceFrom value', '/mn.ageKey value', '/no.such unknown-flag'],
    );
  });
});
