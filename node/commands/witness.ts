/** `urtuu witness`: an independent witness of evidence logs, a small program without a database. */
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '@urtuu/evidence';
import { takeLauncherLock } from '../corridor/launcher-lock.ts';
import { openWitnessKeys } from '../witness/witness-key.ts';
import { serveWitness } from '../witness/witness-server.ts';
import { openWitnessStore } from '../witness/witness-store.ts';
import { createWitness } from '../witness/witness.ts';
import { WrongUsage, type Command, type CommandInput } from './command.ts';
import { aborted } from './node.ts';

export const witnessCommand: Command = {
  name: 'witness',
  operands: [],
  summary: 'Run an independent witness, which cosigns checkpoints of evidence logs',
  options: {
    name: {
      type: 'string',
      value: 'name',
      meaning: 'Name of the witness, as witness.example/w1; it never changes',
    },
    'data-dir': { type: 'string', value: 'folder', meaning: 'Folder of its keys and of what it cosigned' },
    log: {
      type: 'string',
      value: 'vkey',
      multiple: true,
      meaning: 'Verifier key of a log to watch, from the line `log` of a node’s /log/policy; may be repeated',
    },
    host: { type: 'string', value: 'address', meaning: 'Address to listen on; 127.0.0.1 unless given' },
    port: { type: 'string', value: 'port', meaning: 'Port to listen on; 4400 unless given' },
    keys: {
      type: 'boolean',
      meaning: 'Show the verifier keys of the witness, made if there are none, and end',
    },
  },
  examples: [
    'urtuu witness --name witness.example/w1 --data-dir w1 --keys',
    'urtuu witness --name witness.example/w1 --data-dir w1 --log urtuu.kz/kz+… --log urtuu.mn/mn+…',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const name = values.text('name');
  const dataDir = values.text('data-dir');
  if (operands.length > 0 || name === undefined || dataDir === undefined)
    throw new WrongUsage('Wanted: --name and --data-dir');
  if (!/^[^\s+]{1,200}$/.test(name)) throw new WrongUsage('--name: wanted a name without spaces and plus');
  const port = Number(values.text('port') ?? 4400);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUsage('--port: wanted 0 to 65535');
  const logs = values.texts('log').map(logOf);
  const signers = await openWitnessKeys(dataDir, name);
  for (const { key } of signers) terminal.out(formatVerifierKey(key));
  if (values.has('keys')) return 0;
  if (logs.length === 0) throw new WrongUsage('--log: wanted the verifier key of a log to watch');
  // Two processes could each cosign another tree.
  const release = await takeLauncherLock(dataDir);
  try {
    const store = await openWitnessStore(dataDir);
    const witness = createWitness({ store, signers, logs, clock: () => new Date() });
    const host = values.text('host') ?? '127.0.0.1';
    const server = await serveWitness({ witness, store }, { host, port, log: terminal.err });
    terminal.out(`witness of ${logs.length} log${logs.length === 1 ? '' : 's'} at ${server.url}`);
    await aborted(terminal.stop);
    await server.stop();
  } finally {
    await release();
  }
  return 0;
}

function logOf(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (key === undefined || key.type === 'cosignature')
    throw new WrongUsage(`--log: ${text} is no verifier key of a log`);
  return key;
}
