import type { Day } from '@urtuu/kernel';
import { fault, type Fault } from './fault.ts';
import type { InsuranceRecord } from './insurance-record.ts';

/** Reads a day and notes a fault where the calendar has none. */
type ReadDay = (text: string, at: string) => Day | undefined;

/** What is wrong in the circumstances of a person: days the calendar lacks, days in the wrong order. */
export function faultsOfCircumstances(
  circumstances: NonNullable<InsuranceRecord['circumstances']>,
  birth: Day | undefined,
  read: ReadDay,
): Fault[] {
  const faults: Fault[] = [];
  const { unemployment, injury, disability, orphan, guardianOf, maternity } = circumstances;
  /** A day of the person's own life; a fault where it lies before birth. */
  const own = (text: string | undefined, member: string): Day | undefined => {
    const at = `/circumstances/${member}`;
    const found = text === undefined ? undefined : read(text, at);
    if (found !== undefined && birth !== undefined && found < birth)
      faults.push(fault(at, 'before-birth', `${text} is before birth`));
    return found;
  };
  const inOrder = (first: Day | undefined, second: Day | undefined, member: string, what: string): void => {
    if (first !== undefined && second !== undefined && second < first)
      faults.push(fault(`/circumstances/${member}`, 'from-after-to', what));
  };
  if (unemployment !== undefined) {
    const ended = own(unemployment.endedOn, 'unemployment/endedOn');
    const registered = own(unemployment.registeredOn, 'unemployment/registeredOn');
    own(unemployment.earlierBenefitUntil, 'unemployment/earlierBenefitUntil');
    inOrder(ended, registered, 'unemployment/registeredOn', 'registered before the job ended');
  }
  if (injury !== undefined) {
    const happened = own(injury.on, 'injury/on');
    const from = own(injury.unableFrom, 'injury/unableFrom');
    const to = own(injury.unableTo, 'injury/unableTo');
    inOrder(happened, from, 'injury/unableFrom', 'incapacity before the injury');
    inOrder(from, to, 'injury/unableTo', 'incapacity ends before it begins');
  }
  own(disability?.from, 'disability/from');
  own(orphan?.since, 'orphan/since');
  own(maternity?.from, 'maternity/from');
  guardianOf?.forEach((child, i) => read(child.birthDate, `/circumstances/guardianOf/${i}/birthDate`));
  return faults;
}
