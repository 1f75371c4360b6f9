import type { LawCode } from './assessment.ts';

/** The state whose law it is, ISO 3166-1 alpha-2: its periods and income are the law's own. */
export const STATE_OF = { kz: 'KZ', mn: 'MN', cn: 'CN' } as const satisfies Record<LawCode, string>;
