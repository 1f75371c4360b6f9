/** Every setting of a node. The table drives reading, validation, `--help` and the list in the README. */
import { z } from 'zod';
import { parseVerifierKey } from '@urtuu/evidence';
import { setting } from './setting.ts';

const url = z.url({ protocol: /^https?$/, error: 'wanted an address such as https://urtuu.example.gov' });
/** Environment and command line give text; a file gives numbers. */
const integer = (min: number, max: number) =>
  z.coerce
    .number({ error: 'wanted a whole number' })
    .int('wanted a whole number')
    .min(min, `wanted at least ${min}`)
    .max(max, `wanted at most ${max}`);
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')], {
  error: 'wanted true or false',
});
/** A list in a file, or as JSON or separated by commas elsewhere. */
const list = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    if (value.trim().startsWith('[')) return JSON.parse(value) as unknown;
    return value.split(',').map((part) => part.trim());
  }, z.array(item));

const text = z.string({ error: 'wanted a text' }).trim().min(1, 'wanted a text that is not empty');

/** `name+id+key https://…`, as a line of a C2SP policy has it. */
const witness = z.string().transform((line, refusal) => {
  const [vkey = '', address = '', ...more] = line.trim().split(/\s+/);
  const key = parseVerifierKey(vkey);
  if (key !== undefined && key.type !== 'ed25519' && more.length === 0 && url.safeParse(address).success)
    return line.trim();
  refusal.addIssue('wanted a witness’s verifier key and its address, with a space between');
  return z.NEVER;
});

const institution = z
  .string()
  .regex(/^urn:urtuu:inst:[a-z]{2}:[a-z0-9-]+$/, 'wanted urn:urtuu:inst:<country>:<name>');

export const settings = {
  'node.id': setting({
    schema: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'wanted 2 to 31 letters a–z, digits or hyphens'),
    meaning: 'Name of this node in the exchange, such as `mn`',
    alsoFlag: 'node',
  }),
  'node.country': setting({
    schema: z.enum(['MN', 'KZ'], { error: 'wanted MN or KZ' }),
    meaning: 'State whose law, register and institution this node serves',
  }),
  'node.institution': setting({
    schema: institution,
    meaning: 'Stable identifier of the institution that signs',
  }),
  'node.institutionName': setting({
    schema: z.preprocess(
      (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
      z.object({ en: text, mn: text, kk: text, ru: text, zh: text }),
    ),
    meaning: 'Name of the institution in the five languages, as `{"en":…,"mn":…,"kk":…,"ru":…,"zh":…}`',
  }),
  'node.utcOffsetMinutes': setting({
    schema: integer(-720, 840),
    meaning: 'Minutes by which national time is ahead of UTC; decides which day it is',
  }),
  'node.partnerInstitution': setting({
    schema: institution,
    meaning: 'Institution of the other state, with which cases are shared',
  }),
  'node.dataDir': setting({
    schema: text,
    meaning: 'Folder of the keys (files of mode 0600)',
    alsoFlag: 'data-dir',
  }),
  'http.host': setting({ schema: text, default: '127.0.0.1', meaning: 'Address on which the node listens' }),
  'http.port': setting({
    schema: integer(0, 65_535),
    default: 4100,
    meaning: 'Port on which the node listens; 0 takes a free one',
    alsoFlag: 'port',
  }),
  'http.publicUrl': setting({
    schema: url.optional(),
    meaning: 'Address under which browsers and partners reach the node; host and port unless given',
  }),
  'http.trustProxy': setting({
    schema: flag,
    default: false,
    meaning: 'Believe the `X-Forwarded-*` headers of a reverse proxy in front of the node',
  }),
  'database.url': setting({
    schema: z.url({
      protocol: /^postgres(ql)?$/,
      error: 'wanted postgres://user:password@host:port/database',
    }),
    meaning: 'PostgreSQL 15 to 18',
    secret: true,
    alsoEnvironment: 'DATABASE_URL',
  }),
  'database.poolSize': setting({
    schema: integer(4, 100),
    default: 12,
    meaning: 'Most connections of this process to the database',
  }),
  'worker.concurrency': setting({
    schema: integer(1, 64),
    default: 4,
    meaning: 'Jobs that this process works on at a time',
  }),
  'signIn.issuer': setting({ schema: url, meaning: 'OpenID provider: its issuer address' }),
  'signIn.clientId': setting({ schema: text, meaning: 'Name of this node at the OpenID provider' }),
  'signIn.clientSecret': setting({
    schema: text,
    meaning: 'Secret of this node at the OpenID provider',
    secret: true,
  }),
  'signIn.rolesClaim': setting({
    schema: text,
    default: 'urtuu_roles',
    meaning: 'Claim of the ID token with the roles: clerk, supervisor, auditor, citizen, operator',
  }),
  'signIn.institutionClaim': setting({
    schema: text,
    default: 'urtuu_institution',
    meaning: 'Claim with the institution of a member of staff',
  }),
  'signIn.personClaim': setting({
    schema: text,
    default: 'urtuu_person',
    meaning: 'Claim with a citizen’s identifier, as `kz.iin:…` or `mn.register:…`',
  }),
  'signIn.perMinute': setting({
    schema: integer(1, 100_000),
    default: 60,
    meaning: 'Sign-ins a minute that one address may begin',
  }),
  'register.url': setting({
    schema: url,
    meaning: 'Address of the register’s gateway: KHUR for MN, SHEP for KZ',
  }),
  'register.accessToken': setting({
    schema: text,
    meaning: 'Access token (KHUR) or sender’s password (SHEP) at the gateway',
    secret: true,
  }),
  'register.directoryUrl': setting({
    schema: url.optional(),
    meaning:
      'Directory of persons beside the gateway, by name and by change, from which the search of this node is kept; the simulators offer one, the real gateways none',
  }),
  'register.senderId': setting({
    schema: text,
    default: 'urtuu',
    meaning: 'Sender’s name at the gateway (SHEP)',
  }),
  'register.signingKeyFile': setting({
    schema: text.optional(),
    meaning:
      'PEM file of the RSA key that signs requests to the gateway (KHUR); made in the data folder unless given',
  }),
  'persons.doubleReviewShare': setting({
    schema: z.coerce
      .number({ error: 'wanted a number from 0 to 1' })
      .min(0, 'wanted at least 0')
      .max(1, 'wanted at most 1'),
    default: 0.1,
    meaning:
      'Share of the clerks’ decisions about doubtful persons that a second officer looks at without knowing them, 0 to 1',
  }),
  'exchange.partners': setting({
    schema: list(text),
    default: [],
    meaning: 'Files with signed profiles of partner nodes, trusted at the start; `urtuu trust` makes them',
  }),
  'exchange.retrySeconds': setting({
    schema: list(z.coerce.number().nonnegative()),
    default: [30, 120, 600, 1800, 3600],
    meaning: 'Seconds before the second, third, … attempt to deliver; the last one repeats',
  }),
  'exchange.timeoutSeconds': setting({
    schema: z.coerce.number({ error: 'wanted a number' }).min(0.5, 'wanted at least 0.5').max(300),
    default: 20,
    meaning:
      'Seconds that one attempt to deliver may take; twice as long a killed process keeps what it had begun',
  }),
  'exchange.sweepSeconds': setting({
    schema: z.coerce.number({ error: 'wanted a number' }).min(0.1, 'wanted at least 0.1').max(3600),
    default: 30,
    meaning: 'Seconds between two looks for work that a killed process left over',
  }),
  'evidence.witnesses': setting({
    schema: list(witness),
    default: [],
    meaning:
      'Independent witnesses of the evidence log beside those of the partners, each as `<verifier key> <address>`; one of them must cosign',
  }),
  'evidence.checkpointSeconds': setting({
    schema: z.coerce.number({ error: 'wanted a number' }).min(0.1, 'wanted at least 0.1').max(86_400),
    default: 30,
    meaning:
      'Seconds between two checkpoints of the evidence log where it has grown; witnesses are asked then',
  }),
  'log.level': setting({
    schema: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
    default: 'info',
    meaning: 'Least severity of the lines in the log',
  }),
  'telemetry.otlp': setting({
    schema: url.optional(),
    meaning: 'OpenTelemetry collector (OTLP over HTTP) for traces and metrics; nothing is sent unless given',
  }),
} as const;

export type Settings = typeof settings;
export type SettingKey = keyof Settings;
/** A node’s configuration, validated: key to value. */
export type NodeConfiguration = { readonly [K in SettingKey]: z.output<Settings[K]['schema']> };
