/** What this room works with, handed in by the node that composes it. */
import type { NewId } from '@urtuu/kernel';
import type { Database, Logger } from '@urtuu/platform';
import type { RegisterPort } from '@urtuu/registers';

export interface PersonsOffice {
  readonly database: Database;
  /** the own national register behind its gateway */
  readonly register: RegisterPort;
  /** under which the access log names the person of an identifier, known to this node or not */
  readonly accessKeyOf: (scheme: string, value: string) => Promise<string>;
  readonly clock: () => Date;
  readonly newId: NewId;
  readonly logger: Logger;
}
