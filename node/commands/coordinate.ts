/** `urtuu coordinate`: what each state would pay under each way to share a pension. */
import { dayOfInstant, type Locale } from '@urtuu/kernel';
import { identifierFaults } from '@urtuu/identity';
import {
  coordinate,
  explain,
  explainMissing,
  METHODS,
  parseCoordinationCase,
  wording,
  type CoordinatedState,
  type Coordination,
  type CoordinationCase,
  type MethodName,
} from '@urtuu/law';
import { assumptions, AWARD_OPTIONS, dayIn, readLocale } from './award-options.ts';
import { WrongUsage, type Command, type CommandInput, type OptionValues } from './command.ts';
import { readInput, WRONG_INPUT } from './read-record.ts';

export const coordinateCommand: Command = {
  name: 'coordinate',
  operands: ['<case.json | record.json | ->'],
  summary: 'Share a pension among states by one method, or compare all of them side by side',
  options: {
    method: { type: 'string', value: METHODS.join('|'), meaning: 'One method; all that apply unless given' },
    on: AWARD_OPTIONS.on,
    assume: AWARD_OPTIONS.assume,
    explain: { type: 'boolean', meaning: 'Print every step with its article' },
    locale: AWARD_OPTIONS.locale,
    json: { type: 'boolean', meaning: 'Print the methods with their findings as JSON, a list' },
  },
  examples: [
    'urtuu coordinate examples/coordination/two-careers.json --on 2026-11-02',
    'urtuu coordinate examples/kandas-with-treaty/record.json --method eu --on 2026-11-02 --explain',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const methods = methodsIn(values);
  const on = dayIn(values, 'on') ?? dayOfInstant(new Date(), 0);
  const assume = assumptions(values);
  const locale = readLocale(values);
  const found = await readInput<CoordinationCase>(operands, terminal, (json) =>
    parseCoordinationCase(json, identifierFaults),
  );
  if (found === undefined) return WRONG_INPUT;
  const full = values.has('explain') || values.has('json');
  const shared = methods.map((method) =>
    coordinate(found, { method, on, assume, explain: full ? 'full' : 'none' }),
  );
  if (values.has('json')) {
    terminal.out(JSON.stringify(shared, null, 2));
    return 0;
  }
  for (const one of shared.filter(({ applicable }) => applicable || values.has('method')))
    for (const line of inWords(one, locale, values.has('explain'))) terminal.out(line);
  return 0;
}

function methodsIn(values: OptionValues): readonly MethodName[] {
  const asked = values.text('method');
  if (asked === undefined) return METHODS;
  const method = METHODS.find((name) => name === asked);
  if (method === undefined) throw new WrongUsage(`--method: found ${asked}, wanted ${METHODS.join(', ')}`);
  return [method];
}

const COLUMNS = ['own', 'total', 'independent', 'theoretical', 'ratio', 'paid'] as const;
const WIDTH = 15;

function inWords(shared: Coordination, locale: Locale, explained: boolean): string[] {
  const { method, on, states, applicable, findings, flags } = shared;
  const title = `${method}  ${on}  ${wording(`method.${method}`, {}, locale)}`;
  if (!applicable) return [title, `  ${wording('coordination.notApplicable', {}, locale)}`, ''];
  const head = COLUMNS.map((column) =>
    wording(`coordination.columns.${column}`, {}, locale).padStart(WIDTH),
  ).join(' ');
  return [
    title,
    `  ${wording('coordination.columns.state', {}, locale).padEnd(8)}${head}`,
    ...states.flatMap((state) => stateLines(state, locale)),
    ...(explained && findings !== undefined ? ['', explain(findings, locale)] : []),
    ...flags.map(({ flag, option }) => `  open question ${flag}: ${option ?? 'no answer'}, needs citation`),
    '',
  ];
}

function stateLines(state: CoordinatedState, locale: Locale): string[] {
  const { length, independent, theoretical, ratio, amount, currency, basis, outcome, missing } = state;
  const paid = amount === undefined ? wording(`outcome.${outcome}`, {}, locale) : `${amount} ${currency}`;
  const cells = [length?.own, length?.total, independent, theoretical, ratio, paid];
  const row = cells.map((cell) => (cell ?? '–').padStart(WIDTH)).join(' ');
  return [
    `  ${state.state.padEnd(8)}${row}  ${wording(`basis.${basis}`, {}, locale)}`,
    ...missing.map((fact) => `  ${''.padEnd(8)}missing ${fact.fact}: ${explainMissing(fact, locale)}`),
  ];
}
