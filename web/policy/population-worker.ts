/** Computes a country away from the page: at once the path that was asked for, then the bands as paths come in. */
import { bandsOf, hasBounds, PathSimulation, YEARLY_CORRELATION, type PathFigures } from '@urtuu/policy';
import { figuresOf, prepare } from './population-figures.ts';
import type { Answer, Request } from './population-protocol.ts';
import { SEED } from './uncertainty.ts';

/** Paths between two looks for a newer question. */
const AT_ONCE = 10;
/** Bands are shown first when this many paths are there, then at every doubling. */
const FIRST_SHOWN = 100;

let latest = 0;

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  latest = data.id;
  answer(data).catch((error: unknown) => {
    say({ id: data.id, kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  });
});

async function answer({ id, asked, paths }: Request): Promise<void> {
  const prepared = await prepare(asked);
  if (id !== latest) return;
  const figures = figuresOf(asked.country, prepared);
  say({ id, kind: 'figures', figures }, [figures.persons.M.buffer, figures.persons.F.buffer]);
  if (paths === 0 || !hasBounds(prepared.table)) return;
  const { table, patterns, levels } = prepared;
  const options = { to: figures.to, around: levels, seed: SEED, correlation: YEARLY_CORRELATION };
  const simulation = new PathSimulation(table, options, patterns);
  const parts: PathFigures[] = [];
  let shown = FIRST_SHOWN;
  for (let first = 0; first < paths; first += AT_ONCE) {
    await new Promise((resolve) => setTimeout(resolve));
    if (id !== latest) return;
    const count = Math.min(AT_ONCE, paths - first);
    parts.push(simulation.figures(first, count));
    const done = first + count;
    if (done < Math.min(shown, paths)) continue;
    shown = done * 2;
    say({ id, kind: 'bands', bands: { years: bandsOf(parts), done, of: paths } });
  }
}

function say(answer: Answer, transfer: Transferable[] = []): void {
  self.postMessage(answer, { transfer });
}
