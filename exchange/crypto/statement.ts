/** Signs statements of this institution's officers with its own key, and reads what it has signed. */
import type { JsonObject } from '@urtuu/kernel';
import { signJson, STATEMENT_JWS, verifyJson } from './jws.ts';
import type { KeyStore } from './key-store.ts';

export interface StatementSigner {
  sign(payload: JsonObject, at: Date): string;
  /** The payload, if a key of this institution that was valid at that time signed it; undefined otherwise. */
  read(statement: string, at: Date): JsonObject | undefined;
}

const PROFILE = 'urtuu-statement@1.0.0';

export function statementSigner(keys: KeyStore): StatementSigner {
  return {
    sign: (payload, at) =>
      signJson(payload, STATEMENT_JWS, { keys: [keys.active('sign', at)], prof: PROFILE, at }),
    read(statement, at) {
      const read = verifyJson(statement, { kind: STATEMENT_JWS, keyOf: (kid) => keys.byKid(kid), at });
      return read.ok && read.value.prof === PROFILE ? read.value.payload : undefined;
    },
  };
}
