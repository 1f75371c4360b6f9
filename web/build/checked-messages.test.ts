import { LOCALES } from '@urtuu/kernel';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { faultsOfMessages, readMessages } from './checked-messages.ts';

const files = readMessages(new URL('../messages/', import.meta.url));
const [someKey = ''] = Object.keys(files.en);

describe('the console’s messages', () => {
  test('all five languages are complete and take the same arguments', () => {
    assert.deepEqual(faultsOfMessages(files), []);
  });

  for (const locale of LOCALES) {
    test(`a key removed from ${locale} is found`, () => {
      const { [someKey]: _, ...rest } = files[locale];
      const faults = faultsOfMessages({ ...files, [locale]: rest });
      assert.ok(faults.length > 0 && faults.every((line) => line.includes(someKey)));
    });
  }

  test('a text with other arguments than English is found', () => {
    const faults = faultsOfMessages({ ...files, kk: { ...files.kk, [someKey]: '{stranger}' } });
    assert.equal(faults.length, 1);
  });

  test('every key is used somewhere in the console', () => {
    const sources = sourcesOf(new URL('../', import.meta.url));
    assert.ok(sources.length > 40, `saw ${String(sources.length)} files`);
    const text = sources.join('\n');
    const unused = Object.keys(files.en).filter(
      (key) => !text.includes(`'${key}'`) && !usedAsTerm(text, key),
    );
    assert.deepEqual(unused, []);
  });
});

/** Keys of a family are used where the family is named as an argument: `term('caseState', …)`. */
function usedAsTerm(text: string, key: string): boolean {
  return text.includes(`('${key.split('.')[0] ?? ''}', `);
}

function sourcesOf(folder: URL): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules') return [];
    const at = new URL(`${entry.name}${entry.isDirectory() ? '/' : ''}`, folder);
    if (entry.isDirectory()) return sourcesOf(at);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(at, 'utf8')] : [];
  });
}
