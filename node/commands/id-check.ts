/** `urtuu id check`: what a national number says of itself, and whether it can be one. */
import { checkIdentifier, unpublishedRules, type KnownScheme } from '@urtuu/identity';
import { WrongUsage, type Command, type CommandInput } from './command.ts';

const EXIT = { valid: 0, invalid: 1 } as const;

const KINDS = {
  'kz-iin': 'kz.iin',
  'kz-bin': 'kz.bin',
  'mn-register': 'mn.register',
  'mn-civil': 'mn.civil',
  'cn-rid': 'cn.rid',
} as const satisfies Record<string, KnownScheme>;

type Kind = keyof typeof KINDS;

export const idCheckCommand: Command = {
  name: 'id check',
  operands: ['<number | ->'],
  summary: 'Check a national identification number: form, check digit, birth date and sex it carries',
  options: {
    kind: { type: 'string', value: Object.keys(KINDS).join('|'), meaning: 'Kind of the number (needed)' },
    json: {
      type: 'boolean',
      meaning: 'Print valid, kind, birthDate, sex, warnings and reason as JSON, one object a line',
    },
  },
  exitCodes: {
    0: 'valid; a rule whose text is not published only warns',
    1: 'not valid; of several numbers, at least one',
    2: 'wrong usage',
  },
  examples: [
    'urtuu id check --kind kz-iin 610412399001',
    'urtuu id check --kind cn-rid --json - < numbers.txt',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const kind = kindOf(values.text('kind'));
  const [given, ...more] = operands;
  if (given === undefined || more.length > 0)
    throw new WrongUsage('Wanted: one number in quotes, or - to read one a line');
  const numbers = given === '-' ? linesOf(await terminal.stdin()) : [given];
  const answers = numbers.map((number) => answer(kind, number));
  answers.forEach((found, i) => {
    if (values.has('json')) terminal.out(JSON.stringify(found));
    else for (const line of inWords(found, given === '-' ? i + 1 : undefined)) terminal.out(line);
  });
  return answers.every(({ valid }) => valid) ? EXIT.valid : EXIT.invalid;
}

/** What the command prints. It never holds the number itself, so that its output may be kept. */
interface Answer {
  readonly valid: boolean;
  readonly kind: Kind;
  /** ISO day; null where the number does not say */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly warnings: readonly { readonly code: string; readonly detail: string }[];
  /** why it is not valid: the code and what was wanted; null where it is */
  readonly reason: string | null;
}

function answer(kind: Kind, number: string): Answer {
  const { faults, warnings, carries } = checkIdentifier(KINDS[kind], number);
  const [fault] = faults;
  const notes = fault === undefined ? [...warnings, ...unpublishedRules(KINDS[kind])] : warnings;
  return {
    valid: fault === undefined,
    kind,
    birthDate: carries.birthDate ?? null,
    sex: carries.sex ?? null,
    warnings: notes.map(({ code, detail }) => ({ code, detail })),
    reason: fault === undefined ? null : `${fault.code}: ${fault.detail}`,
  };
}

function inWords(
  { valid, kind, birthDate, sex, warnings, reason }: Answer,
  line: number | undefined,
): string[] {
  const place = line === undefined ? '' : `line ${line}: `;
  const carried = [birthDate === null ? [] : `born ${birthDate}`, sex ?? []].flat().join(', ');
  return [
    `${place}${valid ? 'valid' : 'not valid'} ${kind}${carried === '' ? '' : `: ${carried}`}${reason === null ? '' : `: ${reason}`}`,
    ...warnings.map(({ code, detail }) => `${place}warning: ${code}: ${detail}`),
  ];
}

function kindOf(text: string | undefined): Kind {
  const kind = KIND_NAMES.find((name) => name === text);
  if (kind !== undefined) return kind;
  throw new WrongUsage(
    `--kind: ${text === undefined ? '' : `found ${text}, `}wanted one of ${KIND_NAMES.join(', ')}`,
  );
}

const KIND_NAMES: readonly Kind[] = ['kz-iin', 'kz-bin', 'mn-register', 'mn-civil', 'cn-rid'];

/** Lines with anything on them; a file made on Windows ends them with a return too. */
function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
