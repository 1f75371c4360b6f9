/**
 * The public keys that a verifier is given: signed profiles of institutions, a tlog-policy, or a file with both as a
 * node offers it at `/log/keys`. Where they come from is the verifier's affair; nothing here fetches or believes.
 */
import { ok, parseStrictJson, refuse, EXCHANGE_JSON_LIMITS, type Json, type Result } from '@urtuu/kernel';
import type { Policy } from '../policy/policy.ts';
import { parsePolicy } from '../policy/policy-text.ts';
import { readProfile, type TrustedInstitution } from './profile.ts';

export interface TrustedKeys {
  readonly institutions: readonly TrustedInstitution[];
  /** of a file; without one the policy follows from the profiles */
  readonly policy?: Policy;
}

export interface KeysFault {
  readonly code: 'keys-malformed';
  /** which of the texts, from 0 */
  readonly at: number;
}

/** Reads the texts of key files, in any order. */
export function readKeys(texts: readonly string[]): Result<TrustedKeys, KeysFault> {
  const institutions: TrustedInstitution[] = [];
  let policy: Policy | undefined;
  for (const [at, text] of texts.entries()) {
    const read = readOne(text.trim());
    if (read === undefined || (read.policy !== undefined && policy !== undefined))
      return refuse({ code: 'keys-malformed', at });
    institutions.push(...read.institutions);
    policy ??= read.policy;
  }
  return ok({ institutions, ...(policy === undefined ? {} : { policy }) });
}

/**
 * The policy for a log: the one given, or else the log keys of the institution whose log it is, and the witnesses of
 * all others, of which one must have cosigned. Nobody is the witness of the own log.
 */
export function policyFor({ institutions, policy }: TrustedKeys, origin: string): Policy {
  if (policy !== undefined) return policy;
  const own = institutions.filter(({ log }) => log === origin);
  const others = institutions.filter(({ log }) => log !== origin);
  const witnesses = others.flatMap(({ witnessKeys }) =>
    witnessKeys.map((key, at) => ({ name: at === 0 ? key.name : `${key.name}#${at}`, key })),
  );
  const members = witnesses.map(({ name }) => name);
  return {
    logs: own.flatMap(({ logKeys }) => logKeys.map((key) => ({ key }))),
    witnesses,
    groups: [{ name: 'states', threshold: 1, members }],
    quorum: 'states',
  };
}

function readOne(text: string): TrustedKeys | undefined {
  if (text.startsWith('{')) return readBundle(text);
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) {
    const institution = readProfile(text);
    return institution && { institutions: [institution] };
  }
  const policy = parsePolicy(`${text}\n`);
  return policy.ok ? { institutions: [], policy: policy.value } : undefined;
}

function readBundle(text: string): TrustedKeys | undefined {
  const json = parseStrictJson(text, EXCHANGE_JSON_LIMITS);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return undefined;
  const { policy: policyText, profiles } = json.value as Record<string, Json>;
  if (typeof policyText !== 'string' || !Array.isArray(profiles)) return undefined;
  const policy = parsePolicy(policyText);
  const institutions = (profiles as Json[]).map((profile) =>
    typeof profile === 'string' ? readProfile(profile) : undefined,
  );
  const known = institutions.filter((institution) => institution !== undefined);
  if (!policy.ok || known.length < institutions.length) return undefined;
  return { institutions: known, policy: policy.value };
}
