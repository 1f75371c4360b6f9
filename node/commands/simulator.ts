/** `urtuu simulator`: one national register to develop against, without a node. */
import { createPublicKey, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readPeopleFile } from '../synth/index.ts';
import { SHEP_PATH, startKhurSimulator, startShepSimulator, type Simulator } from '../simulators/index.ts';
import { demonstrationPeople } from '../corridor/examples.ts';
import { isNodeId, nationalNodes, type NodeId } from '../corridor/national-nodes.ts';
import { WrongUsage, type Command, type CommandInput } from './command.ts';
import { aborted } from './node.ts';

export const simulatorCommand: Command = {
  name: 'simulator',
  operands: ['<mn|kz>', '[people.json…]'],
  summary: 'Run a simulated national register: KHUR for mn, SHEP for kz',
  options: {
    port: {
      type: 'string',
      value: 'port',
      meaning: 'Port to listen on; 4110 for mn and 4210 for kz unless given',
    },
    token: {
      type: 'string',
      value: 'text',
      meaning: 'Access token or password to ask for; a fresh one unless given',
    },
    'public-key': {
      type: 'string',
      value: 'file.pem',
      meaning: 'Public RSA key that must fit the signatures (mn); not checked unless given',
    },
  },
  examples: ['urtuu simulator mn', 'urtuu simulator kz people/register.kz.json --token secret'],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const [id, ...files] = operands;
  if (id === undefined || !isNodeId(id)) throw new WrongUsage('Wanted: mn or kz');
  const port = Number(values.text('port') ?? nationalNodes[id].simulatorPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUsage('--port: wanted 0 to 65535');
  const token = values.text('token') ?? randomBytes(16).toString('hex');
  const simulator = await startSimulator(id, port, token, values.text('public-key'));
  try {
    const people =
      files.length > 0
        ? await Promise.all(files.map((file) => readPeopleFile(file)))
        : (await demonstrationPeople(0)).registers[id];
    for (const file of people) simulator.load(file);
    terminal.out(`${simulator.url}${id === 'kz' ? SHEP_PATH : ''}  a simulator, with constructed persons`);
    terminal.out(`register.url=${simulator.url}${id === 'kz' ? SHEP_PATH : ''}`);
    terminal.out(`register.directoryUrl=${simulator.directoryUrl}`);
    terminal.out(`register.accessToken=${token}`);
    await aborted(terminal.stop);
  } finally {
    await simulator.stop();
  }
  return 0;
}

const clock = (): Date => new Date();

async function startSimulator(id: NodeId, port: number, token: string, keyFile?: string): Promise<Simulator> {
  if (id === 'kz') return startShepSimulator({ port, senderId: 'urtuu', password: token, clock });
  const signingPublicKey =
    keyFile === undefined ? undefined : createPublicKey(await readFile(keyFile, 'utf8'));
  return startKhurSimulator({
    port,
    accessToken: token,
    clock,
    ...(signingPublicKey === undefined ? {} : { signingPublicKey }),
  });
}
