/** `urtuu verify`: whether a document stood in an evidence log, offline, with its proof and public keys alone. */
import { readFile } from 'node:fs/promises';
import {
  evidenceMessages,
  factsOf,
  readKeys,
  refusalText,
  verifyEvidence,
  type TrustedKeys,
} from '@urtuu/evidence';
import { LOCALES, type Locale } from '@urtuu/kernel';
import { WrongUsage, type Command, type CommandInput } from './command.ts';

export const verifyCommand: Command = {
  name: 'verify',
  operands: ['<proof.tlog-proof>', '<document.json>'],
  summary: 'Check offline that a document stood in an evidence log, who signed it, and who witnessed it',
  options: {
    keys: {
      type: 'string',
      value: 'file',
      multiple: true,
      meaning:
        'Public keys: a signed profile, a tlog-policy, or the file of a node’s /log/keys; may be repeated',
    },
    json: { type: 'boolean', meaning: 'The verdict as JSON' },
    locale: { type: 'string', value: 'en|mn|kk|ru|zh', meaning: 'Language of the verdict; en unless given' },
  },
  exitCodes: { 3: 'not verified: the first check that failed is named' },
  examples: ['urtuu verify decision.tlog-proof decision.json --keys kz.jws --keys mn.jws'],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const [proofFile, documentFile, ...more] = operands;
  if (proofFile === undefined || documentFile === undefined || more.length > 0)
    throw new WrongUsage('Wanted: a proof and a document');
  const locale = localeOf(values.text('locale') ?? 'en');
  const keys = await keysOf(values.texts('keys'));
  const proof = (await bytesOf(proofFile)).toString();
  const verdict = verifyEvidence({ proof, document: await bytesOf(documentFile) }, keys);
  if (values.has('json')) {
    terminal.out(
      JSON.stringify(
        verdict.ok ? { verified: true, ...verdict.value } : { verified: false, ...verdict.error },
        null,
        2,
      ),
    );
    return verdict.ok ? 0 : 3;
  }
  const texts = evidenceMessages[locale];
  if (!verdict.ok) {
    terminal.out(`${texts.notVerified} ${refusalText(verdict.error, locale)}`);
    return 3;
  }
  terminal.out(texts.verified);
  for (const [label, value] of factsOf(verdict.value, keys, locale))
    terminal.out(`  ${texts[label]}: ${value}`);
  return 0;
}

async function keysOf(files: readonly string[]): Promise<TrustedKeys> {
  if (files.length === 0) throw new WrongUsage('--keys: wanted one file or more with public keys');
  const texts = await Promise.all(files.map(async (file) => (await bytesOf(file)).toString()));
  const keys = readKeys(texts);
  if (!keys.ok)
    throw new WrongUsage(`--keys: ${files[keys.error.at] ?? ''} holds no profile, policy or keys file`);
  return keys.value;
}

async function bytesOf(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new WrongUsage(`${file} cannot be read`);
  });
}

function localeOf(text: string): Locale {
  const locale = LOCALES.find((known) => known === text);
  if (locale === undefined) throw new WrongUsage(`--locale: wanted one of ${LOCALES.join(', ')}`);
  return locale;
}
