/** A process that uses the embedded server of the folder given until it is killed. */
import { startEmbeddedPostgres } from './embedded.ts';

const server = await startEmbeddedPostgres({ dir: process.argv[2] ?? '' });
process.stdout.write(JSON.stringify({ url: server.url('postgres'), adopted: server.adopted }));
setInterval(() => undefined, 60_000);
