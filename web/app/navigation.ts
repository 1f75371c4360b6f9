import { ROLES, type Role } from '@urtuu/platform/contract';
import type { MessageKey } from '../language/message-key.ts';

export interface Destination {
  readonly to:
    | '/'
    | '/claims/new'
    | '/register'
    | '/reviews'
    | '/directory'
    | '/transmissions'
    | '/quarantine'
    | '/evidence-log'
    | '/access-log'
    | '/me'
    | '/law'
    | '/policy/population';
  readonly title: MessageKey;
  /** who finds something there; the server decides who may */
  readonly roles: readonly Role[];
  /** second key after `g` */
  readonly key: string;
}

/** Where the console leads, in the order of the menu. */
export const DESTINATIONS: readonly Destination[] = [
  { to: '/', title: 'nav.workList', roles: ['clerk', 'supervisor', 'auditor'], key: 'w' },
  { to: '/claims/new', title: 'nav.newClaim', roles: ['clerk', 'supervisor'], key: 'n' },
  { to: '/register', title: 'nav.register', roles: ['clerk', 'supervisor'], key: 'r' },
  { to: '/reviews', title: 'nav.reviews', roles: ['clerk', 'supervisor', 'auditor'], key: 'v' },
  {
    to: '/transmissions',
    title: 'nav.transmissions',
    roles: ['clerk', 'supervisor', 'auditor', 'operator'],
    key: 't',
  },
  { to: '/quarantine', title: 'nav.quarantine', roles: ['operator', 'auditor'], key: 'q' },
  {
    to: '/directory',
    title: 'nav.directory',
    roles: ['clerk', 'supervisor', 'auditor', 'operator'],
    key: 'd',
  },
  { to: '/evidence-log', title: 'nav.evidenceLog', roles: ['auditor', 'operator', 'supervisor'], key: 'e' },
  { to: '/access-log', title: 'nav.accessLog', roles: ['auditor'], key: 'a' },
  { to: '/me', title: 'nav.me', roles: ['citizen'], key: 'm' },
  { to: '/law', title: 'nav.law', roles: ROLES, key: 'l' },
  { to: '/policy/population', title: 'nav.policy', roles: ROLES, key: 'p' },
];

/** The menu of somebody with these roles. */
export function destinationsOf(roles: readonly Role[]): Destination[] {
  return DESTINATIONS.filter((destination) => destination.roles.some((role) => roles.includes(role)));
}
