import { parseDay } from '@urtuu/kernel';
import { z } from 'zod';

/** A calendar day on the wire. Whether the calendar has it is asked after the form. */
export const calendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'Calendar day, YYYY-MM-DD' });

/** A day that the calendar has, for forms that nobody asks again. */
export const realDay = calendarDay.refine((text) => parseDay(text).ok, {
  message: 'not a day of the calendar',
});
