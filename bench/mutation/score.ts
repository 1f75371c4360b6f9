/**
 * Writes score.md from the report of the last mutation run: how many planted faults in the statutes the tests of the
 * law found, by file.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** Faults that a test noticed; one that never ends counts as noticed. */
const FOUND = ['Killed', 'Timeout'];
/** Faults that no test noticed, whether or not one ran over them. */
const MISSED = ['Survived', 'NoCoverage'];

const report: Report = JSON.parse(readFileSync(new URL('report.json', import.meta.url), 'utf8'));
const rows = Object.entries(report.files)
  .map(([file, { mutants }]) => ({ file, found: count(mutants, FOUND), missed: count(mutants, MISSED) }))
  .filter(({ found, missed }) => found + missed > 0)
  .toSorted((a, b) => (a.file < b.file ? -1 : 1));
const all = rows.reduce(
  (sum, { found, missed }) => ({ file: 'all', found: sum.found + found, missed: sum.missed + missed }),
  { file: 'all', found: 0, missed: 0 },
);
writeFileSync(new URL('score.md', import.meta.url), page());
console.log(row(all));

function page(): string {
  return `# Mutation score of the statutes

Made by \`npm run mutation\` on ${new Date().toISOString().slice(0, 10)}. Each mutant is one small fault planted in a statute: a condition turned round, an operator exchanged, a block left out. Found are those that make a test of the law fail. Texts and object literals are not mutated: the words of the law have tests of their own.

| file | found | missed | score |
|---|--:|--:|--:|
${[...rows, all].map(row).join('\n')}
`;
}

function row({ file, found, missed }: (typeof rows)[number]): string {
  return `| ${file} | ${found} | ${missed} | ${((100 * found) / (found + missed)).toFixed(1)} % |`;
}

function count(mutants: readonly { readonly status: string }[], statuses: readonly string[]): number {
  return mutants.filter(({ status }) => statuses.includes(status)).length;
}
