import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day, LOCALES } from '@urtuu/kernel';
import { parameter } from '../parameters/register.ts';
import { explainParameter, explainStart } from './explain.ts';

const used = (key: string, on: string) => parameter(key).at(day(on)).used;

describe('A parameter in words', () => {
  test('says since when it is in force', () => {
    assert.equal(explainStart(used('kz.mci', '2026-05-01'), 'en'), 'from 2026-01-01');
  });

  test('says that its source names the year or the month only', () => {
    assert.equal(
      explainStart(used('mn.age.request.men', '2026-05-01'), 'en'),
      'from 2018-01-01 (the source states the year only)',
    );
    assert.equal(
      explainStart(used('mn.minPension.full', '2026-05-01'), 'en'),
      'from 2026-01-01 (the source states the month only)',
    );
  });

  test('says that its source gives no start', () => {
    assert.equal(
      explainStart(used('kz.solidarity.rate', '2026-05-01'), 'en'),
      'start not stated by the source, taken from 2018-01-01 here',
    );
    assert.deepEqual(
      LOCALES.map((locale) => explainParameter(used('kz.age.men', '2026-05-01'), locale)),
      [
        'Pension age of men, months: 756, in force 2025, start not stated by the source, taken from 2018-01-01 here (press: mail.ru 67652330 (2025-08-29))',
        'Эрэгтэйчүүдийн тэтгэврийн нас, сар: 756, 2025 онд хүчинтэй, эхэлсэн өдрийг эх сурвалжид заагаагүй, энд 2018.01.01 өдрөөс хэрэглэв (хэвлэлийн мэдээ: mail.ru 67652330 (2025-08-29))',
        'Ерлердің зейнеткерлік жасы, ай: 756, 2025 жылы күшінде, басталу күні дереккөзде көрсетілмеген, мұнда 01.01.2018 бастап қолданылды (баспасөз дерегі: mail.ru 67652330 (2025-08-29))',
        'Пенсионный возраст мужчин, мес.: 756, действует в 2025 году, начало источником не указано, здесь применяется с 01.01.2018 (по сообщениям печати: mail.ru 67652330 (2025-08-29))',
        '男性养老金年龄，月：756，2025年有效，来源未载明起始日，此处自2018年1月1日起采用（媒体报道：mail.ru 67652330 (2025-08-29)）',
      ],
    );
  });
});
