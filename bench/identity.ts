/** Whose record is this: quality on made-up people with known truth, and speed. */
import { identityLinkBench, identityMillionBench } from './identity-link.ts';
import { identityLatinBench } from './identity-latin.ts';
import { identityQualityBench } from './identity-quality.ts';
import { identitySearchBench } from './identity-search.ts';

export const identityBenches = [
  identityQualityBench,
  identityLatinBench,
  identityLinkBench,
  identityMillionBench,
  identitySearchBench,
];
