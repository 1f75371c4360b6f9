import { LOCALES, type Locale } from '@urtuu/kernel';
import { checkMessages, describeFault, type MessageFiles } from '@urtuu/platform/i18n';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Ends the build where a language misses a key, has one too many, or gives a text other arguments than English. */
export function checkedMessages(folder: URL): Plugin {
  return {
    name: 'urtuu-checked-messages',
    buildStart() {
      const faults = faultsOfMessages(readMessages(folder));
      if (faults.length > 0) this.error(`Messages are not complete:\n${faults.join('\n')}`);
    },
  };
}

/** One line per fault of the five files. */
export function faultsOfMessages(files: MessageFiles): string[] {
  return checkMessages(files).map(describeFault);
}

export function readMessages(folder: URL): MessageFiles {
  const texts = LOCALES.map((locale) => [locale, readLanguage(folder, locale)]);
  return Object.fromEntries(texts) as MessageFiles;
}

function readLanguage(folder: URL, locale: Locale): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8')) as Record<string, string>;
}
