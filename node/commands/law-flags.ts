/** `urtuu law flags`: the open questions of law, with the answers that may be assumed. */
import { explainOption, openFlags, wording } from '@urtuu/law';
import { readLocale } from './award-options.ts';
import { WrongUsage, type Command, type CommandInput } from './command.ts';

export const lawFlagsCommand: Command = {
  name: 'law flags',
  operands: ['[beginning of a name]'],
  summary: 'List the open questions of law: permitted answers, and what is taken while nobody has answered',
  options: {
    locale: { type: 'string', value: 'en|mn|kk|ru|zh', meaning: 'Language of the words; en unless given' },
    json: { type: 'boolean', meaning: 'Print them as JSON' },
  },
  exitCodes: { 1: 'no question begins so' },
  examples: ['urtuu law flags kzmn', 'urtuu assess record.json --law kz --assume kz.incomplete=fullYears'],
  run,
};

function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const [asked = '', ...more] = operands;
  if (more.length > 0) throw new WrongUsage('Wanted: one name, or the beginning of one');
  const locale = readLocale(values);
  const found = openFlags().filter(({ flag }) => flag.startsWith(asked));
  if (values.has('json')) terminal.out(JSON.stringify(found, null, 2));
  else
    for (const { flag, options, default: taken } of found) {
      const answers = typeof options === 'string' ? `any ${options}` : options.join(' | ');
      const words = taken === null ? 'none: undetermined where it matters' : explainOption(taken, locale);
      terminal.out(`${flag}  ${wording(`flag.${flag}`, {}, locale)}`);
      terminal.out(
        `  ${answers}; taken: ${taken ?? ''}${taken === words || taken === null ? '' : ` (${words})`}${taken === null ? words : ''}`,
      );
    }
  if (found.length === 0) terminal.err(`No open question begins with "${asked}".`);
  return Promise.resolve(found.length === 0 ? 1 : 0);
}
