/** `urtuu trust`: shows a partner's signed profile and, its fingerprint confirmed, takes it into the directory. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { WrongUsage, type Command, type CommandInput } from './command.ts';
import { configurationOf, configurationOptions } from './configured.ts';

export const trustCommand: Command = {
  name: 'trust',
  operands: ['<profile.jws | https://partner.example>'],
  summary: 'Trust a partner node by its signed profile, or write one’s own with --own',
  options: {
    ...configurationOptions,
    fingerprint: {
      type: 'string',
      value: 'hex',
      meaning: 'Fingerprint that the partner told by another way; without it the profile is only shown',
    },
    own: { type: 'boolean', meaning: 'Write this node’s own profile to the file and show its fingerprint' },
  },
  exitCodes: { 3: 'shown and not trusted: the fingerprint is missing or is another one' },
  examples: [
    'urtuu trust --own kz.jws --config kz.json',
    'urtuu trust https://mn.example --config kz.json --fingerprint 3f2a…',
  ],
  run,
};

const clock = (): Date => new Date();

async function run(input: CommandInput): Promise<number> {
  const { operands, values, terminal } = input;
  const [source, ...more] = operands;
  if (source === undefined || more.length > 0)
    throw new WrongUsage('Wanted: one file or address of a profile');
  const config = await configurationOf(input);
  const { composeRooms, nodeMigrations, ownProfile } = await import('../composition/start-node.ts');
  const url = config['http.publicUrl'] ?? `http://localhost:${config['http.port']}`;
  if (values.has('own')) {
    const profile = await ownProfile(config, url);
    await writeFile(source, profile);
    terminal.out(`${source}: profile of ${config['node.institution']}`);
    terminal.out(`fingerprint ${fingerprintOf(profile)}`);
    return 0;
  }
  const profile = (
    source.startsWith('http') ? await fetchProfile(source) : await readFile(source, 'utf8')
  ).trim();
  const fingerprint = fingerprintOf(profile);
  terminal.out(JSON.stringify(payloadOf(profile), null, 2));
  terminal.out(`fingerprint ${fingerprint}`);
  if (values.text('fingerprint')?.replaceAll(/[\s:]/g, '').toLowerCase() !== fingerprint) {
    terminal.err(
      'Not trusted. Compare the fingerprint with the partner by telephone, then give it by --fingerprint.',
    );
    return 3;
  }
  const { createLogger, migrate, openDatabase, startTelemetry, transaction } =
    await import('@urtuu/platform');
  const database = openDatabase(config['database.url'], { applicationName: 'urtuu trust' });
  const logger = createLogger({ name: 'urtuu', level: 'silent' });
  const telemetry = startTelemetry({ service: 'urtuu' });
  try {
    await migrate(database, nodeMigrations);
    const { exchange } = await composeRooms({ config, logger, telemetry, database, url, clock });
    const trusted = await transaction(database, (tx) => exchange.trustPartner(tx, profile));
    if (!trusted.ok) throw new Error(`The profile is refused: ${trusted.error.code}: ${trusted.error.found}`);
    terminal.out(`trusted ${trusted.value.institutionId}`);
  } finally {
    await database.close();
    await telemetry.shutdown();
  }
  return 0;
}

/** Of the keys and names the profile states, not of its signature, which is another at each signing. */
function fingerprintOf(profile: string): string {
  const { keys, institutionId } = payloadOf(profile);
  const stated = JSON.stringify([institutionId, keys]);
  return createHash('sha256').update(stated).digest('hex');
}

function payloadOf(profile: string): { institutionId?: unknown; keys?: unknown } {
  const [, payload = ''] = profile.split('.');
  try {
    const parsed: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch {
    // Said below.
  }
  throw new WrongUsage('This is not a signed profile');
}

async function fetchProfile(address: string): Promise<string> {
  const answer = await fetch(new URL('/x/v1/profile', address), { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const { profile } = (await answer.json()) as { profile?: unknown };
  if (typeof profile !== 'string') throw new Error(`${address} sent no profile`);
  return profile;
}
