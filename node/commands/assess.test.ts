import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { constructIin } from '@urtuu/identity';
import { day } from '@urtuu/kernel';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const iin = constructIin({ birthDate: day('1962-05-10'), sex: 'male' }, 0);

/** A man of 64 with thirty years of work in Kazakhstan, of which sixteen before 1998. */
const record = {
  version: 1,
  person: {
    identifiers: [{ scheme: 'kz.iin', value: iin, country: 'KZ' }],
    names: [{ script: 'ru-Cyrl', family: 'Тестов', given: 'Пример' }],
    sex: 'male',
    birthDate: '1962-05-10',
    citizenships: ['KZ'],
    residence: 'KZ',
  },
  periods: [
    {
      id: 'p1',
      country: 'KZ',
      from: '1981-09-01',
      to: '1997-12-31',
      type: '11',
      evidence: [{ kind: 'labourBook' }],
      certainty: 'certified',
      precision: 'day',
      kind: 'compulsory',
    },
  ],
  earnings: [],
  accounts: [],
  benefits: [],
  counting: { bounds: 'inclusive', method: 'calendar' },
};

async function assessing(json: unknown, ...args: string[]) {
  const terminal = recordingTerminal({ stdin: typeof json === 'string' ? json : JSON.stringify(json) });
  const code = await runCommandLine(['assess', '-', '--law', 'kz', '--on', '2026-06-01', ...args], terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors };
}

const numbered = (value: string) => ({
  ...record,
  person: { ...record.person, identifiers: [{ ...record.person.identifiers[0], value }] },
});

describe('urtuu assess', () => {
  test('ends with 4 where a fact is missing, and names it', async () => {
    const { code, out, err } = await assessing(record);
    assert.deepEqual(err, []);
    assert.equal(code, 4);
    assert.match(out, /undetermined/);
    assert.match(out, /missing /);
  });

  test('ends with 3 for a person who is too young', async () => {
    const { code, out } = await assessing(record, '--on', '2020-01-01');
    assert.equal(code, 3);
    assert.match(out, /notEligible/);
  });

  test('prints amounts as decimal strings in the JSON form', async () => {
    const supplied = {
      country: 'KZ',
      amount: '120000.00',
      currency: 'KZT',
      source: 'employer',
      certainty: 'certified',
    };
    const { code, out } = await assessing({ ...record, averageIncome: [supplied] }, '--json');
    const assessment = JSON.parse(out) as { outcome: string; components: { amount?: string }[] };
    assert.equal(code, assessment.outcome === 'eligible' ? 0 : 4);
    assert.ok(assessment.components.some(({ amount }) => /^\d+(\.\d+)?$/.test(amount ?? '')));
  });

  test('explains in the language asked for', async () => {
    const { out } = await assessing(record, '--explain', '--locale', 'kk');
    assert.match(out, /[әғқңөұүһі]/);
    assert.match(out, /·|✓|✗|\?/);
  });

  test('gives one line per fault with a JSON pointer, and ends with 2', async () => {
    const wrong = {
      ...record,
      person: { ...record.person, birthDate: '1962-02-30' },
      periods: [{ ...record.periods[0], from: '1998-01-01' }],
    };
    const { code, err } = await assessing(wrong);
    assert.equal(code, 2);
    assert.ok(err.some((line) => line.startsWith('/person/birthDate: impossible-date: ')));
    assert.ok(err.some((line) => line.startsWith('/periods/0: from-after-to: ')));
    assert.ok(err.every((line) => !line.includes('\n')));
  });

  test('refuses a text that cannot be an identifier of its scheme', async () => {
    const { code, err } = await assessing(numbered('12AB'));
    assert.equal(code, 2);
    assert.match(err[0] ?? '', /^\/person\/identifiers\/0\/value: /);
  });

  test('warns of a check digit that does not fit, and goes on', async () => {
    const { code, err } = await assessing(numbered(iin.slice(0, 11) + String((Number(iin[11]) + 1) % 10)));
    assert.equal(code, 4);
    assert.match(err[0] ?? '', /^warning: \/person\/identifiers\/0\/value: /);
  });

  const misuse: readonly [string, string[], RegExp][] = [
    ['an unknown law', ['--law', 'xx'], /--law: wanted mn or kz/],
    ['a day that is none', ['--on', '2026-02-30'], /--on: found 2026-02-30/],
    ['a payment before the award', ['--pay-on', '2020-01-01'], /--pay-on/],
    ['an assumption without a value', ['--assume', 'kzmn.inForceFrom'], /wanted key=value/],
    ['an open question that is none', ['--assume', 'no.such=1'], /no open question/],
    ['an option that is none', ['--lawful'], /Unknown option '--lawful'/],
  ];
  for (const [what, args, message] of misuse) {
    test(`refuses ${what} with code 2`, async () => {
      const { code, err } = await assessing(record, ...args);
      assert.equal(code, 2);
      assert.match(err.join('\n'), message);
    });
  }

  test('says of a text that is not JSON that it is not', async () => {
    const { code, err } = await assessing('{"version":');
    assert.equal(code, 2);
    assert.match(err[0] ?? '', /not JSON/);
  });
});
