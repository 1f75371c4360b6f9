/** A verdict in words. */
import type { Locale } from '@urtuu/kernel';
import { evidenceMessages, type EvidenceText } from '../messages/index.ts';
import type { TrustedKeys } from '../keys/trusted-keys.ts';
import type { Evidence, EvidenceRefusal } from './verify-evidence.ts';

/** The sentence that says which check failed, and why. */
export function refusalText({ code, found = '' }: EvidenceRefusal, locale: Locale): string {
  return evidenceMessages[locale][`fail.${code}`].replace('{found}', found);
}

/** What is shown of verified evidence, in this order: a label of the messages, and a value. */
export function factsOf(
  { origin, index, loggedAt, witnesses, subject, receipt }: Evidence,
  keys: TrustedKeys,
  locale: Locale,
): readonly (readonly [EvidenceText, string])[] {
  const name = (institutionId: string): string => {
    const known = keys.institutions.find((one) => one.institutionId === institutionId);
    const words = known?.name[locale] ?? known?.name.en;
    return words === undefined ? institutionId : `${words} (${institutionId})`;
  };
  const place: (readonly [EvidenceText, string])[] = [
    ['fact.log', `${origin} #${index}`],
    ['fact.loggedAt', loggedAt.toISOString()],
    ...witnesses.map((witness) => ['fact.witness', `${witness.name}, ${witness.at.toISOString()}`] as const),
  ];
  const given = subject.kind === 'receipt' ? subject : receipt;
  const receiptFacts: (readonly [EvidenceText, string])[] =
    given === undefined
      ? []
      : [
          [
            'fact.receipt',
            `${name(given.institution)}, ${given.level} ${given.outcome}, ${given.receivedAt}`,
          ],
        ];
  if (subject.kind === 'receipt')
    return [
      ...receiptFacts,
      ['fact.transmission', subject.transmissionId],
      ['fact.key', subject.kid],
      ...place,
    ];
  return [
    ['fact.what', `${subject.type} ${subject.documentId} v${subject.version}`],
    ['fact.from', name(subject.from)],
    ['fact.to', subject.to.map(name).join(', ')],
    ['fact.signedAt', subject.created],
    ['fact.key', subject.kid],
    ...receiptFacts,
    ...place,
  ];
}
