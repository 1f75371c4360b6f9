import type { PersonRecordView } from '@urtuu/persons/contract';

/** The first form of a name; of a record without any, its key at the source. */
export function nameOf({ names, sourceKey }: PersonRecordView): string {
  return names[0]?.text ?? sourceKey;
}

/** The other forms of the name, each in its script. */
export function OtherNames({ record }: { readonly record: PersonRecordView }) {
  return record.names.slice(1).map(({ script, text }) => (
    <div key={`${script} ${text}`} className="soft small">
      {text}
    </div>
  ));
}
