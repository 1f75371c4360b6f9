/** Files that hold secrets: nobody but the owner may read them, and a half-written one is never seen. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes beside and renames; the folder is made if absent. */
export async function writeSecret(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(beside, text, { mode: 0o600, flag: 'wx' });
  await chmod(beside, 0o600);
  await rename(beside, file);
}

/** The text of a secret file, undefined if there is none. Throws if others may read it. */
export async function readSecret(file: string): Promise<string | undefined> {
  let mode: number;
  try {
    ({ mode } = await stat(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`${file} may be read by others (mode ${(mode & 0o777).toString(8)}): chmod 600 ${file}`);
  }
  return readFile(file, 'utf8');
}
