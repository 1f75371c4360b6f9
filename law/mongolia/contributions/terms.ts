import type { ShareTerms } from '../../contribution-share.ts';
import { rounding, roundingFlag } from '../rounding.ts';

/** Contributions in Mongolia are rounded as other amounts there. */
export const TERMS: ShareTerms = { currency: 'MNT', rounding, roundingFlag };
