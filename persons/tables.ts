import type { IdentifierForm, NameForm } from '@urtuu/identity';
import type { RecordSex, RecordSource } from './records/person-record.ts';

/** The tables of this room, as `migrations/` makes them. */
export interface PersonsTables {
  persons_record: RecordRow;
  persons_key: { key: number; record_id: string };
  persons_word: { word: string; record_id: string };
  persons_number: { value: string; scheme: string; record_id: string };
  persons_directory: { system: string; mark: string; read_at: Date };
}

export interface RecordRow {
  record_id: string;
  source: RecordSource;
  source_key: string;
  country: string;
  names: readonly NameForm[];
  identifiers: readonly IdentifierForm[];
  birth_date: string;
  sex: RecordSex;
  alive: boolean;
  changed_at: Date;
}
