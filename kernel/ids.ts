declare const idBrand: unique symbol;

/** A text identifier of one kind of thing, so that a case id cannot stand where a person id is wanted. */
export type Id<Kind extends string> = string & { readonly [idBrand]: Kind };

export type CaseId = Id<'Case'>;
export type ClaimId = Id<'Claim'>;
export type DecisionId = Id<'Decision'>;
export type DocumentId = Id<'Document'>;
export type PersonId = Id<'Person'>;
export type TransmissionId = Id<'Transmission'>;
/** Stable identifier of an institution, such as `urn:urtuu:inst:kz:sc-gfc`; it outlives mergers. */
export type InstitutionId = Id<'Institution'>;

/** What makes new identifiers; the node passes one built on its clock and random source. */
export type NewId = <Kind extends string>() => Id<Kind>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Brands a text that a boundary has already checked. */
export function asId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>;
}

/**
 * Version 7 UUIDs (RFC 9562 section 5.7): millisecond time, then random bits, with the 12-bit `rand_a` field used
 * as a counter inside a millisecond (method 1), so that ids of one process sort by creation.
 * @param now milliseconds since the epoch
 * @param random fills a fresh array of the given length with random bytes
 */
export function uuidV7Source(now: () => number, random: (length: number) => Uint8Array): NewId {
  let lastMillis = 0;
  let counter = 0;
  return <Kind extends string>() => {
    const millis = Math.max(now(), lastMillis);
    const bytes = random(10);
    if (millis === lastMillis) counter += 1;
    else counter = (((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0)) & 0x7ff;
    lastMillis = millis;
    if (counter > 0xfff) {
      lastMillis += 1;
      counter = 0;
    }
    const time = lastMillis.toString(16).padStart(12, '0');
    const tail = Array.from(bytes.subarray(0, 8), (byte, i) => (i === 0 ? (byte & 0x3f) | 0x80 : byte))
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    const versioned = (0x7000 | counter).toString(16);
    return asId<Kind>(
      `${time.slice(0, 8)}-${time.slice(8)}-${versioned}-${tail.slice(0, 4)}-${tail.slice(4)}`,
    );
  };
}
