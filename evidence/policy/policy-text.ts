/** Policies as text: lines `log`, `witness`, `group`, `quorum` and comments (C2SP tlog-policy). */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { sameBytes } from '../bytes.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../note/verifier-key.ts';
import { NO_QUORUM, type Policy, type PolicyGroup, type PolicyLog, type PolicyWitness } from './policy.ts';

export interface PolicyFault {
  readonly code: 'policy-malformed';
  /** line of the text, from 1; 0 for the whole */
  readonly line: number;
  readonly found: string;
}

export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const lines = [
    ...logs.map(({ key, url }) => ['log', formatVerifierKey(key), url]),
    ...witnesses.map(({ name, key, url }) => ['witness', name, formatVerifierKey(key), url]),
    ...groups.map(({ name, threshold, members }) => ['group', name, String(threshold), ...members]),
    ['quorum', quorum],
  ];
  return lines.map((words) => `${words.filter((word) => word !== undefined).join(' ')}\n`).join('');
}

export function parsePolicy(text: string): Result<Policy, PolicyFault> {
  const draft: Draft = { logs: [], witnesses: [], groups: [], quorums: [] };
  for (const [at, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    const [keyword = '#'] = words;
    if (keyword.startsWith('#')) continue;
    // The rule suspects a slip; here control characters are what is meant.
    // oxlint-disable-next-line no-control-regex
    const readable = !/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line);
    if (!readable || !addLine(draft, words))
      return refuse({ code: 'policy-malformed', line: at + 1, found: keyword });
  }
  const [quorum, ...more] = draft.quorums;
  if (quorum === undefined || more.length > 0)
    return refuse({ code: 'policy-malformed', line: 0, found: `${draft.quorums.length} quorums` });
  const { logs, witnesses, groups } = draft;
  return ok({ logs, witnesses, groups, quorum });
}

interface Draft {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  readonly quorums: string[];
}

function addLine(draft: Draft, [keyword = '', ...words]: readonly string[]): boolean {
  switch (keyword) {
    case 'log':
      return addLog(draft, words);
    case 'witness':
      return addWitness(draft, words);
    case 'group':
      return addGroup(draft, words);
    case 'quorum': {
      const [name, ...more] = words;
      if (name === undefined || more.length > 0 || !(name === NO_QUORUM || isDefined(draft, name)))
        return false;
      draft.quorums.push(name);
      return true;
    }
    default:
      return false;
  }
}

function addLog({ logs }: Draft, [text = '', url, ...more]: readonly string[]): boolean {
  const key = parseVerifierKey(text);
  // A log signs with its own type; the cosignature of Ed25519 does not name the log.
  if (key === undefined || key.type === 'cosignature' || more.length > 0 || isTwice(logs, key)) return false;
  logs.push({ key, ...(url === undefined ? {} : { url }) });
  return true;
}

function addWitness(draft: Draft, [name = '', text = '', url, ...more]: readonly string[]): boolean {
  const key = parseVerifierKey(text);
  if (key === undefined || key.type === 'ed25519' || more.length > 0) return false;
  if (!isNew(draft, name) || isTwice(draft.witnesses, key)) return false;
  draft.witnesses.push({ name, key, ...(url === undefined ? {} : { url }) });
  return true;
}

function addGroup(draft: Draft, [name = '', many = '', ...members]: readonly string[]): boolean {
  if (!isNew(draft, name) || new Set(members).size < members.length) return false;
  if (!members.every((member) => isDefined(draft, member) && !isMember(draft, member))) return false;
  const threshold = thresholdOf(many, members.length);
  if (threshold === undefined) return false;
  draft.groups.push({ name, threshold, members });
  return true;
}

function thresholdOf(many: string, members: number): number | undefined {
  if (members === 0) return undefined;
  if (many === 'any') return 1;
  if (many === 'all') return members;
  if (!/^[1-9]\d{0,3}$/.test(many) || Number(many) > members) return undefined;
  return Number(many);
}

function isDefined({ witnesses, groups }: Draft, name: string): boolean {
  return [...witnesses, ...groups].some((one) => one.name === name);
}

function isNew(draft: Draft, name: string): boolean {
  return name !== '' && name !== NO_QUORUM && !isDefined(draft, name);
}

/** A witness counts in one way only, so no name stands in two groups. */
function isMember({ groups }: Draft, name: string): boolean {
  return groups.some(({ members }) => members.includes(name));
}

function isTwice(known: readonly { readonly key: VerifierKey }[], key: VerifierKey): boolean {
  return known.some((other) => sameBytes(other.key.publicKey, key.publicKey));
}
