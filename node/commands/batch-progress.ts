import type { Terminal } from './command.ts';

export interface Progress {
  /** how much of the input is done, of how much, and how many rows that are */
  readonly at: (done: number, size: number, rows: number) => void;
  readonly end: () => void;
}

const WIDTH = 30;
const BAR_MILLIS = 100;
const LINE_MILLIS = 10_000;

/** A bar that moves on a terminal; in a log a line every ten seconds. Both on standard error. */
export function batchProgress({ status, err }: Pick<Terminal, 'status' | 'err'>): Progress {
  const began = performance.now();
  let shown = began;
  return {
    at(done, size, rows) {
      const now = performance.now();
      if (now - shown < (status === undefined ? LINE_MILLIS : BAR_MILLIS)) return;
      shown = now;
      const share = size === 0 ? 1 : Math.min(1, done / size);
      const seconds = (now - began) / 1000;
      const left = share === 0 ? '' : `, about ${Math.ceil(seconds / share - seconds)} s left`;
      const speed = Math.round(rows / seconds);
      const words = `${Math.floor(share * 100)} %, ${rows.toLocaleString('en-GB')} rows, ${speed.toLocaleString('en-GB')} a second${left}`;
      if (status === undefined) err(words);
      else status(`[${'='.repeat(Math.round(share * WIDTH)).padEnd(WIDTH)}] ${words}`);
    },
    end: () => status?.(''),
  };
}
