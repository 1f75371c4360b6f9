/** Writes docs/sed-members.md: `node exchange/sed/generate.ts`. */
import { writeFileSync } from 'node:fs';
import { membersPage } from './members-page.ts';

export const PAGE = new URL('../../docs/sed-members.md', import.meta.url);

if (import.meta.main) writeFileSync(PAGE, membersPage());
