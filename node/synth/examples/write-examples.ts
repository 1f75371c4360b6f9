/** Writes the folders of `examples/` from their definitions: `node node/synth/examples/write-examples.ts`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { EXAMPLES, filesOf } from './example-files.ts';

const root = new URL('../../../examples/', import.meta.url);
for (const example of EXAMPLES) {
  const folder = new URL(`${example.name}/`, root);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of filesOf(example)) await writeFile(new URL(name, folder), text);
}
process.stdout.write(`${EXAMPLES.length} examples written\n`);
