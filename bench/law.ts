/** Assessments a second of one core: synthetic persons of both states, each under the law of residence. */
import { day } from '@urtuu/kernel';
import { assess, assessCompiled, compileRecord, type AssessOptions, type LawCode } from '@urtuu/law';
import { synthesise } from '@urtuu/node';
import { digits, type Bench, type Figure } from './figure.ts';

const ON = day('2026-06-01');
const PERSONS = 2000;
const SEED = 7;

export const lawBench: Bench = {
  names: ['law.assess.kz', 'law.assess.kz.explained', 'law.assess.mn', 'law.assess.mn.explained'],
  run({ quick }) {
    const millis = quick ? 400 : 3000;
    return Promise.resolve((['kz', 'mn'] as const).flatMap((law) => figuresOf(law, millis)));
  },
};

function figuresOf(law: LawCode, millis: number): Figure[] {
  const country = law === 'kz' ? 'KZ' : 'MN';
  const records = [...synthesise({ persons: PERSONS, seed: SEED, country })].map(({ record }) => record);
  const compiled = records.map((record) => compileRecord(record));
  const options = { law, on: ON, explain: 'none' } as const satisfies AssessOptions;
  const plain = rate(compiled, (record) => assessCompiled(record, options), millis);
  const fromWire = rate(records, (record) => assess(record, options), millis);
  const explained = rate(
    compiled,
    (record) => assessCompiled(record, { ...options, explain: 'full' }),
    millis,
  );
  const periods = Math.round(
    records.reduce((sum, record) => sum + record.periods.length, 0) / records.length,
  );
  const earnings = Math.round(
    records.reduce((sum, record) => sum + record.earnings.length, 0) / records.length,
  );
  const who = `${PERSONS} persons, ${periods} periods and ${earnings} months of earnings on average`;
  return [
    figure(
      `law.assess.${law}`,
      plain,
      `${who}; records read before; ${digits(fromWire)} persons/s from the wire form`,
    ),
    figure(`law.assess.${law}.explained`, explained, `${who}; with the whole explanation`),
  ];
}

function figure(bench: string, value: number, note: string): Figure {
  return { bench, value: digits(value), unit: 'persons/s', limit: null, ratio: null, cores: 1, note };
}

/** Calls a second: the best of three spells after a warm-up, since other programs only ever slow one down. */
function rate<T>(items: readonly T[], work: (item: T) => unknown, millis: number): number {
  const spell = (budget: number): number => {
    const began = performance.now();
    let done = 0;
    while (performance.now() - began < budget) {
      for (const item of items) work(item);
      done += items.length;
    }
    return done / ((performance.now() - began) / 1000);
  };
  spell(500);
  return Math.max(...[1, 2, 3].map(() => spell(millis / 3)));
}
