import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findPlace, placeAgreement, PLACES, type PlaceAgreement, type PlaceWarning } from './gazetteer.ts';

const codeOf = (text: string): string | undefined => PLACES[findPlace(text).unit - 1]?.code;

describe('a place is found by its own spellings', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['MN-043', ['Ховд', 'Ховд аймаг', 'Қобда', 'Кобдо', '科布多', '科布多省', 'Khovd']],
    ['MN-073', ['Архангай', '后杭爱', 'Arkhangai aimag', 'Ара-Хангай']],
    ['MN-071', ['Баян-Өлгий', 'Баян-Өлгей', 'Bayan-Ulgii', 'БАЯН ӨЛГИЙ АЙМАГ', '巴彦乌列盖']],
    ['MN-071/Толбо', ['Баян-Өлгий аймаг, Толбо сум', 'Толбо']],
    ['MN-071/Булган', ['Баян-Өлгий, Булган']],
    ['MN-067', ['Булган']],
    ['MN-1/Сүхбаатар', ['Улаанбаатар, Сүхбаатар дүүрэг']],
    ['KZ-35', ['Қарағанды облысы', 'Карагандинская обл.', 'Qaraǵandy', 'Karaganda Region', '卡拉干达州']],
    ['KZ-19', ['Алматы облысы', 'Алматинская область', '阿拉木图州']],
    ['KZ-75', ['Алматы', 'г. Алматы', 'Алма-Ата', '阿拉木图']],
    ['KZ-61', ['Түркістан облысы', 'Южно-Казахстанская область', 'Turkestan']],
  ];
  for (const [code, spellings] of cases) {
    for (const text of spellings) test(`${text} is ${code}`, () => assert.equal(codeOf(text), code));
  }

  const warned: readonly (readonly [string, PlaceWarning])[] = [
    ['Буянт', 'place-ambiguous'],
    ['Мордор', 'place-unknown'],
    ['Ховд, Увс', 'place-ambiguous'],
  ];
  for (const [text, warning] of warned) {
    test(`${text} warns: ${warning}`, () => {
      assert.deepEqual(findPlace(text), { unit: 0, warnings: [warning] });
    });
  }

  test('every region is found by every spelling of its own, or is ambiguous', () => {
    for (const { id, region, names } of PLACES.filter((unit) => unit.id === unit.region)) {
      for (const name of names) {
        const { unit, warnings } = findPlace(name);
        assert.ok(unit === id || warnings.includes('place-ambiguous'), `${name}: ${unit}, wanted ${region}`);
      }
    }
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void findPlace(text)));
  });
});

describe('two places', () => {
  const cases: readonly (readonly [string, string, PlaceAgreement])[] = [
    ['Ховд', '科布多', 'sameUnit'],
    ['Баян-Өлгий, Толбо', 'Баян-Өлгий', 'within'],
    ['Баян-Өлгий, Толбо', 'Баян-Өлгий, Сагсай', 'sameRegion'],
    ['Ховд', 'Увс', 'different'],
    ['Ховд', 'Мордор', 'missing'],
  ];
  for (const [a, b, wanted] of cases) {
    test(`${a} and ${b}: ${wanted}`, () => {
      assert.equal(placeAgreement(findPlace(a).unit, findPlace(b).unit), wanted);
    });
  }
});
