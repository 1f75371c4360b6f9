import { formatDay, ok, parseDay, refuse, type Result } from '@urtuu/kernel';

/** What a date field that may stay empty holds: nothing, a real day, or something that is neither. */
export function isoDayOrNothing(text: string): Result<string | undefined, 'impossible'> {
  if (text === '') return ok(undefined);
  const day = parseDay(text);
  return day.ok ? ok(formatDay(day.value)) : refuse('impossible');
}
