/**
 * What a witness remembers: of each log the last checkpoint that it cosigned, one file each, named by the hexadecimal
 * SHA-256 of the origin. A file and not a database, for it is one small note, anybody can read it, and a rename after
 * fsync is as durable as a commit. The folder has one process at a time.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { NOTHING_SEEN, parseCheckpoint, parseNote, type Seen } from '@urtuu/evidence';

export interface WitnessStore {
  seen(origin: string): Promise<Seen>;
  /** Keeps a cosigned checkpoint; it is on the disk when this resolves. */
  keep(origin: string, note: string): Promise<void>;
  /** The last checkpoint of the log of this hash; undefined if there is none. */
  note(originHash: string): Promise<string | undefined>;
}

export async function openWitnessStore(dataDir: string): Promise<WitnessStore> {
  const dir = join(dataDir, 'checkpoints');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const note = async (originHash: string): Promise<string | undefined> => {
    if (!/^[0-9a-f]{64}$/.test(originHash)) return undefined;
    try {
      return await readFile(join(dir, originHash), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  };
  return {
    note,
    async seen(origin) {
      const kept = await note(hashOf(origin));
      if (kept === undefined) return NOTHING_SEEN;
      const parsed = parseNote(kept);
      const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : undefined;
      // To begin anew would be to forget what was cosigned: better no witness than that one.
      if (checkpoint?.origin !== origin)
        throw new Error(`${join(dir, hashOf(origin))} is not a checkpoint of ${origin}`);
      return checkpoint;
    },
    async keep(origin, text) {
      const file = join(dir, hashOf(origin));
      const beside = `${file}.${randomBytes(6).toString('hex')}`;
      await writeThrough(beside, text);
      await rename(beside, file);
      await syncFolder(dir);
    },
  };
}

async function writeThrough(file: string, text: string): Promise<void> {
  await using handle = await open(file, 'wx', 0o600);
  await handle.writeFile(text);
  await handle.sync();
}

/** Without it the rename may be lost with the power. */
async function syncFolder(dir: string): Promise<void> {
  await using handle = await open(dir, 'r');
  await handle.sync();
}

function hashOf(origin: string): string {
  return createHash('sha256').update(origin).digest('hex');
}
