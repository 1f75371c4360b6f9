import { dayOfInstant } from '@urtuu/kernel';

/** Civil time of the states, in minutes from UTC: Astana and Ulaanbaatar, both without summer time. */
const OFFSETS: Readonly<Record<string, number>> = { KZ: 300, MN: 480 };

/** Offset of a state's civil time from UTC in minutes; 0 where the state is not known. */
export function offsetOf(country: string | undefined): number {
  return OFFSETS[country ?? ''] ?? 0;
}

/** Days between two instants in civil time, never negative; 0 for a text that is no instant. */
export function daysBetween(from: string, to: string | Date, offsetMinutes: number): number {
  const start = new Date(from);
  const end = new Date(to);
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return 0;
  return Math.max(0, dayOfInstant(end, offsetMinutes) - dayOfInstant(start, offsetMinutes));
}
