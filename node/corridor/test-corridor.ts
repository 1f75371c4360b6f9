/** A corridor for tests: on the server named by URTUU_TEST_DATABASE_URL, else on the built-in one of the tests. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCorridor, type Corridor, type CorridorOptions } from './start-corridor.ts';

const TEST_SERVER = fileURLToPath(new URL('../../.urtuu/test', import.meta.url));

let made = 0;

/** Free ports, a folder and databases of its own; all of it goes with `stop`. Both nodes in this process unless stated. */
export async function testCorridor(options: Partial<CorridorOptions> = {}): Promise<Corridor> {
  const dataDir = await mkdtemp(join(tmpdir(), 'urtuu-test-'));
  const databaseUrl = process.env.URTUU_TEST_DATABASE_URL;
  made += 1;
  return startCorridor({
    dataDir,
    ports: 'free',
    ephemeral: true,
    inProcess: true,
    serverDir: TEST_SERVER,
    // What a killed test leaves is found by its name and dropped by the next one.
    databasePrefix: `urtuu_test_${process.pid}_${made}_`,
    ...(databaseUrl === undefined || databaseUrl === '' ? {} : { databaseUrl }),
    ...options,
  });
}
