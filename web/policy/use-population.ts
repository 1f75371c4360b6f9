import type { Country } from '@urtuu/policy';
import { useEffect, useRef, useState } from 'react';
import type { Asked, CountryFigures } from './population-figures.ts';
import type { Answer, Bands, Request } from './population-protocol.ts';
import { PATHS } from './uncertainty.ts';

export interface Shown {
  readonly figures?: CountryFigures;
  readonly bands?: Bands;
  readonly failed?: string;
}

type ByCountry = Readonly<Partial<Record<Country, Shown>>>;

/** Asks a worker for each country and keeps what they answer. Figures of before stay until the new ones are there. */
export function usePopulation(asked: readonly Asked[], wantsBands: boolean): ByCountry {
  const [shown, setShown] = useState<ByCountry>({});
  const workers = useRef(new Map<Country, Worker>());
  /** Number of the last question about each country: an answer to an older one is passed over. */
  const latest = useRef(new Map<Country, number>());
  const question = JSON.stringify([asked, wantsBands]);

  useEffect(() => {
    const [all, withBands] = JSON.parse(question) as [Asked[], boolean];
    for (const one of all) {
      const { country } = one;
      const id = (latest.current.get(country) ?? 0) + 1;
      latest.current.set(country, id);
      let worker = workers.current.get(country);
      if (worker === undefined) {
        worker = new Worker(new URL('./population-worker.ts', import.meta.url), { type: 'module' });
        worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
          if (data.id === latest.current.get(country))
            setShown((before) => ({ ...before, [country]: next(before[country], data) }));
        });
        workers.current.set(country, worker);
      }
      const request: Request = { id, asked: one, paths: withBands ? PATHS : 0 };
      worker.postMessage(request, {});
    }
  }, [question]);

  useEffect(() => {
    const running = workers.current;
    return () => {
      for (const worker of running.values()) worker.terminate();
      running.clear();
    };
  }, []);
  return shown;
}

function next(before: Shown | undefined, answer: Answer): Shown {
  switch (answer.kind) {
    // Bands of an older question would lie around another path.
    case 'figures':
      return { figures: answer.figures };
    case 'bands':
      return { ...before, bands: answer.bands };
    case 'failed':
      return { failed: answer.reason };
  }
}
