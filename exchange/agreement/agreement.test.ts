import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { WirePerson } from '../documents/types.ts';
import type { AgreementPack } from './agreement-pack.ts';
import { kzMn } from './kz-mn.ts';
import { beyondPurpose, minimiseContent, minimisePerson } from './minimise.ts';

const person: WirePerson = {
  identifiers: [{ scheme: 'kz.iin', value: '600101999012', country: 'KZ' }],
  names: [{ script: 'kk-Cyrl', family: 'Сынақов', given: 'Үлгі' }],
  sex: 'male',
  birthDate: '1960-01-01',
  birthDatePrecision: 'day',
  citizenships: ['KZ'],
  residence: 'KZ',
  deathDate: '2026-02-02',
  maritalStatuses: [{ status: { system: 'test:marital-status', code: 'widowed' } }],
};

describe('the agreement pack kz-mn', () => {
  test('gives every document type that may be sent a usual purpose that allows it', () => {
    const pack: AgreementPack = kzMn;
    for (const type of Object.values(pack.caseTypes).flatMap(({ owner, counterparty }) => [
      ...owner,
      ...counterparty,
    ])) {
      const purpose = pack.purposes[pack.usualPurpose[type] ?? ''];
      assert.ok(purpose?.documents.includes(type), type);
    }
  });

  test('says in every legal basis that it is not in force', () => {
    for (const purpose of Object.values(kzMn.purposes)) assert.match(purpose.legalBasis, /not yet in force/);
  });
});

describe('a person on the wire', () => {
  for (const [code, purpose] of Object.entries(kzMn.purposes)) {
    test(`for ${code} has exactly what the purpose allows`, () => {
      assert.deepEqual(Object.keys(minimisePerson(person, purpose)).sort(), [...purpose.personFields].sort());
    });
  }

  test('loses citizenship, residence and death in a request for periods', () => {
    const kept = minimiseContent({ person, reason: 'x' }, kzMn.purposes['oldAge.periods']);
    assert.deepEqual(
      [kept.person.citizenships, kept.person.residence, kept.person.deathDate, kept.reason],
      [undefined, undefined, undefined, 'x'],
    );
  });

  test('that brings more than the purpose allows is pointed at, member by member', () => {
    const envelope = {
      subject: { names: [], residence: 'KZ' },
      content: { person: { names: [], sex: 'male' } },
    };
    assert.deepEqual(beyondPurpose(envelope, kzMn.purposes['oldAge.decision']), [
      '/subject/residence',
      '/content/person/sex',
    ]);
  });

  test('is reduced wherever it stands: a spouse and children as well as the claimant', () => {
    const kept = minimiseContent(
      { person, children: [person], otherPersons: [{ person }], remarks: 'x' },
      kzMn.purposes['oldAge.periods'],
    );
    const reduced = minimisePerson(person, kzMn.purposes['oldAge.periods']);
    assert.deepEqual(kept, {
      person: reduced,
      children: [reduced],
      otherPersons: [{ person: reduced }],
      remarks: 'x',
    });
    const envelope = { content: { otherPersons: [{ person: { names: [], residence: 'KZ' } }] } };
    assert.deepEqual(beyondPurpose(envelope, kzMn.purposes['oldAge.periods']), [
      '/content/otherPersons/0/person/residence',
    ]);
  });
});
