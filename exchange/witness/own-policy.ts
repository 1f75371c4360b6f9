/**
 * The policy under which this node's log is to be believed: its own log keys, the witnesses of its partners, of which
 * one must have cosigned, and independent witnesses, of which one must have too.
 */
import { NO_QUORUM, type Policy, type VerifierKey } from '@urtuu/evidence';
import type { Context } from '../context.ts';
import { activeKey } from '../directory/directory.ts';
import { logVerifierKey, witnessVerifierKey } from './names.ts';

/** A witness that belongs to neither state. */
export interface IndependentWitness {
  readonly key: VerifierKey;
  /** address under which it takes `add-checkpoint` */
  readonly url: string;
}

export async function ownPolicy(context: Context): Promise<Policy> {
  const { clock, directory, independentWitnesses = [], keys, origin, self } = context;
  const { all } = await directory.view();
  const partners = all.flatMap((partner) => {
    const key = activeKey(partner, 'witness', clock());
    if (key === undefined) return [];
    const verifier = witnessVerifierKey(partner.log, key);
    return [{ name: verifier.name, key: verifier, url: `${partner.baseUrl}/witness` }];
  });
  const independent = independentWitnesses.map(({ key, url }) => ({ name: key.name, key, url }));
  const logs = keys.all
    .filter(({ use }) => use === 'log')
    .map((key) => ({ key: logVerifierKey(origin, key), url: `${self.baseUrl}/log` }));
  const groups = [...anyOf('partners', partners), ...anyOf('independent', independent)];
  const [first, second] = groups.map(({ name }) => name);
  if (first === undefined) return { logs, witnesses: [], groups: [], quorum: NO_QUORUM };
  const witnesses = [...partners, ...independent];
  if (second === undefined) return { logs, witnesses, groups, quorum: first };
  const both = { name: 'both', threshold: 2, members: [first, second] };
  return { logs, witnesses, groups: [...groups, both], quorum: both.name };
}

function anyOf(name: string, witnesses: readonly { readonly name: string }[]): Policy['groups'] {
  return witnesses.length === 0 ? [] : [{ name, threshold: 1, members: witnesses.map((one) => one.name) }];
}
