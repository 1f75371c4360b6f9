/** The door of the node room: a corridor to test against, and the parts a bench measures. */
export { runBatch, type BatchReport } from './batch/run-batch.ts';
export { signIn, type SignedIn } from './client/sign-in.ts';
export { contracts, catalogue, nodeOpenApi } from './composition/catalogue.ts';
export { ensureConsole } from './composition/console-files.ts';
export { nodeMigrations, startNode, type RunningNode } from './composition/start-node.ts';
export { freePort } from './corridor/free-ports.ts';
export { NODE_IDS, nationalNodes, type NodeId } from './corridor/national-nodes.ts';
export {
  startCorridor,
  type Corridor,
  type CorridorNode,
  type CorridorOptions,
} from './corridor/start-corridor.ts';
export { testCorridor } from './corridor/test-corridor.ts';
export { synthesise, type SyntheticPerson } from './synth/index.ts';
export { linkInThreads } from './link/link-in-threads.ts';
