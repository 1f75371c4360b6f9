/** Who can sign in at the demonstration: the staff of both institutions, and one citizen per example. */
import type { Role } from '@urtuu/platform/contract';
import type { DevelopmentAccount, DevelopmentClient } from '../provider/account.ts';
import type { ExampleCitizen } from './examples.ts';
import { NODE_IDS, nationalNodes, type NationalNode, type NodeId } from './national-nodes.ts';

const STAFF: readonly { readonly role: Role; readonly title: string; readonly account?: string }[] = [
  { role: 'clerk', title: 'Clerk' },
  // Where two officers differ about a person, a third decides.
  { role: 'clerk', title: 'Second clerk', account: 'clerk2' },
  { role: 'supervisor', title: 'Supervisor' },
  { role: 'auditor', title: 'Auditor' },
  { role: 'operator', title: 'Operator' },
];

const COUNTRY_NAMES = { MN: 'Mongolia', KZ: 'Kazakhstan' } as const;

export function clientIdOf(id: NodeId): string {
  return `urtuu-${id}`;
}

export function demonstrationAccounts(citizens: readonly ExampleCitizen[]): DevelopmentAccount[] {
  return NODE_IDS.flatMap((id) => [
    ...staffOf(nationalNodes[id]),
    ...citizens.flatMap((who) => citizenOf(who, id)),
  ]);
}

function staffOf(node: NationalNode): DevelopmentAccount[] {
  return STAFF.map(({ role, title, account = role }) => ({
    account: `${account}.${node.id}`,
    name: `${title}, ${COUNTRY_NAMES[node.country]}`,
    roles: [role],
    institutionId: node.institution,
    clients: [clientIdOf(node.id)],
  }));
}

/** A person whom both registers know has an account at both nodes, under the number that the node's state gave. */
function citizenOf({ example, name, identifiers }: ExampleCitizen, id: NodeId): DevelopmentAccount[] {
  const { country } = nationalNodes[id];
  const own = identifiers.find((identifier) => identifier.country === country) ?? identifiers[0];
  if (own === undefined) return [];
  return [
    {
      account: `citizen.${example}.${id}`,
      name,
      roles: ['citizen'],
      person: `${own.scheme}:${own.value}`,
      clients: [clientIdOf(id)],
    },
  ];
}

export function demonstrationClient(id: NodeId, secret: string, url: string): DevelopmentClient {
  const other = url.includes('localhost') ? url.replace('localhost', '127.0.0.1') : url;
  return { clientId: clientIdOf(id), clientSecret: secret, origins: [...new Set([url, other])] };
}
