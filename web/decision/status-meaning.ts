import type { ParameterStatus } from '@urtuu/law';
import type { Meaning } from '../design/notice.tsx';

/** How well a source is known, as a tint. */
export const STATUS_MEANING: Readonly<Record<ParameterStatus, Meaning>> = {
  confirmed: 'good',
  press: 'plain',
  derived: 'plain',
  open: 'care',
};
