import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { awardOfKazakhstan, kazakhWorker, person } from '../testing.ts';

const inZone = { testSiteZone: true } as const;
const born = (sex: 'male' | 'female', birthDate: string) => person({ sex, birthDate });

describe('The pension age in the zones of the Semipalatinsk test site', () => {
  const table = [
    ['male', '1976-03-01', '2026-02-28', 'notEligible'],
    ['male', '1976-03-01', '2026-03-01', 'eligible'],
    ['female', '1981-03-01', '2026-02-28', 'notEligible'],
    ['female', '1981-03-01', '2026-03-01', 'eligible'],
  ] as const;
  for (const [sex, birthDate, on, outcome] of table) {
    test(`of a ${sex} born on ${birthDate} is ${outcome === 'eligible' ? '' : 'not yet '}reached on ${on}`, () => {
      const wire = kazakhWorker('100000', { person: born(sex, birthDate), circumstances: inZone });
      assert.equal(awardOfKazakhstan(wire, on).components[0]?.outcome, outcome);
    });
  }

  test('is not that of others', () => {
    const wire = kazakhWorker('100000', { person: born('male', '1976-03-01') });
    assert.equal(awardOfKazakhstan(wire, '2026-03-01').outcome, 'notEligible');
  });

  test('gives way to the general age where that is reached', () => {
    const wire = kazakhWorker('100000', { circumstances: inZone });
    const found = awardOfKazakhstan(wire, '2026-03-01');
    const rules = JSON.stringify(found.findings);
    assert.doesNotMatch(rules, /kz\.age\.testSite/);
  });
});
