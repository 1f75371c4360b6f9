import { formatDay, type Day } from '@urtuu/kernel';
import { reachedAgeInForce, type AgeReached } from '../age.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';

const MEN = parameter('kz.age.men');
const WOMEN = parameter('kz.age.women');
const WOMEN_BEFORE_2021 = flag('kz.womenAgeBefore2021');

/** Whether the pension age was reached on a day. Women's age rises by half years until 2031. */
export function pensionAge(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): AgeReached {
  const woman = record.wire.person.sex === 'female';
  const ages = woman ? WOMEN : MEN;
  const version = ground.take(ages, on);
  if (woman && version.amount === undefined) ground.option(WOMEN_BEFORE_2021);
  const age = reachedAgeInForce(record, ages, on);
  reasoning?.note('kz.age', age.reached === 'yes' ? 'holds' : age.reached === 'no' ? 'fails' : 'unknown', {
    args: {
      age: { age: version.whole },
      reached: { day: age.on === undefined ? '' : formatDay(age.on) },
    },
    inputs: [{ name: 'birthDate', value: record.wire.person.birthDate }],
    from: [version],
  });
  return age;
}
