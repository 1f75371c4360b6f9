/** The written pages hold where a program can tell: links lead somewhere, tables name what the code has. */
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exchangeContract, exchangeProblems, kzMn, RULES } from '@urtuu/exchange';
import { problemCatalogue } from '@urtuu/platform';
import type { ProblemCatalogue, Route } from '@urtuu/platform/contract';
import { commands } from './node/commands/table.ts';
import { settings } from './node/configuration/settings.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const PAGES = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
const PROFILE = read('docs/exchange-profile.md');
const CATALOGUE: ProblemCatalogue = { ...problemCatalogue, ...exchangeProblems };

describe('the documentation', () => {
  for (const page of PAGES.filter((name) => existsSync(join(ROOT, name)))) {
    test(`${page} links to what is there`, () => {
      const targets = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)];
      const missing = targets.flatMap(([, target = '']) =>
        existsSync(join(ROOT, dirname(page), target)) ? [] : [target],
      );
      assert.deepEqual(missing, []);
    });

    test(`${page} quotes commands that exist`, () => {
      const quoted = [...read(page).matchAll(/npx urtuu ([a-z][a-z -]*[a-z])/g)].map(
        ([, words = '']) => words,
      );
      const unknown = quoted.filter(
        (words) => words !== 'help' && !commands.some(({ name }) => `${words} `.startsWith(`${name} `)),
      );
      assert.deepEqual(unknown, []);
    });
  }

  test('of operation names settings that exist', () => {
    const groups = [...new Set(Object.keys(settings).map((key) => key.split('.')[0]))].join('|');
    const named = [...read('docs/operations.md').matchAll(RegExp(`\`((?:${groups})\\.[a-zA-Z]+)\``, 'g'))];
    assert.ok(named.length > 0);
    for (const [, key = ''] of named.filter(([, name = '']) => !/\.(?:json|log)$/.test(name)))
      assert.ok(Object.hasOwn(settings, key), key);
  });
});

describe('the exchange profile', () => {
  test('names every rule, with its weight', () => {
    const rows = PROFILE.split('\n').filter((line) => /\| (?:error|warning)/.test(line));
    for (const [rule, weight] of Object.entries(RULES)) {
      assert.ok(
        rows.some((row) => row.includes(`\`${rule}\``) && row.includes(`| ${weight}`)),
        `${rule} ${weight}`,
      );
    }
  });

  test('names every refusal of the routes for partners, with its status', () => {
    const routes: readonly Route[] = Object.values(exchangeContract);
    const codes = routes.filter(({ roles }) => roles === 'partner').flatMap(({ refusals }) => refusals);
    for (const code of new Set(codes)) {
      assert.ok(PROFILE.includes(`| \`${code}\` | ${CATALOGUE[code]?.status ?? 'unknown'} |`), code);
    }
  });

  test('names every route under /x/v1', () => {
    for (const { method, path } of Object.values<Route>(exchangeContract)) {
      if (!path.startsWith('/x/v1/')) continue;
      assert.ok(PROFILE.includes(`\`${method} ${path.replaceAll(/:\w+/g, '{id}')}\``), `${method} ${path}`);
    }
  });

  test('names every document type of the agreement, and what each purpose allows of a person', () => {
    for (const type of Object.keys(kzMn.usualPurpose)) assert.ok(PROFILE.includes(`| \`${type}\` |`), type);
    for (const [purpose, { personFields }] of Object.entries(kzMn.purposes)) {
      const members = personFields.length === 0 ? 'none' : personFields.join(', ');
      assert.ok(PROFILE.includes(`| \`${purpose}\` | ${members} |`), purpose);
    }
  });
});

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
