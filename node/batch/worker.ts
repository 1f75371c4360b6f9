/** A thread of `urtuu assess --batch`: assesses the blocks it is handed, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { AssessOptions } from '@urtuu/law';
import { assessBlock } from './assess-block.ts';
import type { Block } from './rows.ts';

const options: AssessOptions = workerData;

parentPort?.on('message', (block: Block) => parentPort?.postMessage(assessBlock(block, options), []));
