/** Which logs and witnesses somebody trusts, and how many witnesses must have seen a checkpoint: C2SP tlog-policy. */
import type { Signed } from '../note/signatures.ts';
import type { VerifierKey } from '../note/verifier-key.ts';

export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** name of a witness or a group; `none` asks for no witness */
  readonly quorum: string;
}

export interface PolicyLog {
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface PolicyWitness {
  /** within the policy */
  readonly name: string;
  readonly key: VerifierKey;
  /** prefix under which it takes checkpoints */
  readonly url?: string;
}

export interface PolicyGroup {
  readonly name: string;
  /** so many members must have cosigned */
  readonly threshold: number;
  readonly members: readonly string[];
}

export const NO_QUORUM = 'none';

/** All keys that a policy names. */
export function policyKeys({ logs, witnesses }: Policy): VerifierKey[] {
  return [...logs, ...witnesses].map(({ key }) => key);
}

/** Whether enough of the witnesses are among those who signed. */
export function hasQuorum(policy: Policy, signed: readonly Signed[]): boolean {
  return policy.quorum === NO_QUORUM || hasWitnessed(policy, policy.quorum, signed);
}

/** Witnesses of the policy that did not sign, by their names in it. */
export function missingWitnesses({ witnesses }: Policy, signed: readonly Signed[]): string[] {
  return witnesses.filter(({ key }) => !signed.some((one) => one.key === key)).map(({ name }) => name);
}

function hasWitnessed(policy: Policy, name: string, signed: readonly Signed[]): boolean {
  const witness = policy.witnesses.find((one) => one.name === name);
  if (witness !== undefined) return signed.some(({ key }) => key === witness.key);
  const group = policy.groups.find((one) => one.name === name);
  if (group === undefined) return false;
  return group.members.filter((member) => hasWitnessed(policy, member, signed)).length >= group.threshold;
}
