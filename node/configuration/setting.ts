/** One setting of a node: where its value may come from, what it may be, what it means. */
import type { z } from 'zod';

export interface Setting<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  /** Used where nothing is given; a setting without it must be given. */
  readonly default?: z.input<S>;
  /** One sentence for the table in the README and for `--help`. */
  readonly meaning: string;
  /** Not shown in messages and listings. */
  readonly secret?: true;
  /** A further environment variable, for names that are customary elsewhere. */
  readonly alsoEnvironment?: string;
  /** A shorter command line option. */
  readonly alsoFlag?: string;
}

export function setting<S extends z.ZodType>(definition: Setting<S>): Setting<S> {
  return definition;
}

/** `http.publicUrl` as environment variable: `URTUU_HTTP_PUBLIC_URL`. */
export function environmentName(key: string): string {
  return `URTUU_${words(key).join('_').toUpperCase()}`;
}

/** `http.publicUrl` as command line option, without the dashes: `http-public-url`. */
export function flagName(key: string): string {
  return words(key).join('-');
}

function words(key: string): string[] {
  return key
    .split('.')
    .flatMap((part) => part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).split('-'));
}
