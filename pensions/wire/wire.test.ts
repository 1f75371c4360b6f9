import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { day } from '@urtuu/kernel';
import { assess, parseInsuranceRecord, type RecordPeriod } from '@urtuu/law';
import type { DecisionNotice } from '@urtuu/exchange';
import { emptyRecord } from '../inbox/receive-request.ts';
import { resident } from '../testing/resident.fixture.ts';
import { assessmentOfNotice, decisionNotice } from './decision-notice.ts';
import { certifiedSide, periodCertificate } from './period-certificate.ts';
import { recordPeriod, wirePeriod } from './wire-period.ts';
import { recordPerson, wirePerson } from './wire-person.ts';

const { person } = resident(60).claim.record;
const period: RecordPeriod = {
  id: 'r1',
  country: 'MN',
  from: '1985-01-01',
  to: null,
  type: '77',
  scheme: 'mn.herder',
  insured: false,
  employer: 'Жишээ',
  evidence: [{ kind: 'archive', ref: 'A-1', hash: 'ab' }],
  certainty: 'reconstructed',
  precision: 'month',
  kind: 'voluntary',
};

describe('what travels between the states', () => {
  test('a period comes back as it was, its unknown code included', () => {
    assert.deepEqual(recordPeriod(wirePeriod(period)), period);
  });

  test('a person comes back as the record needs it, and one without sex or birth date is named as incomplete', () => {
    assert.deepEqual(recordPerson(wirePerson(person), { residence: 'KZ' }), { ok: true, value: person });
    const { sex: _sex, birthDate: _birthDate, ...bare } = wirePerson(person);
    assert.deepEqual(recordPerson(bare, { residence: 'KZ' }), { ok: false, error: ['/sex', '/birthDate'] });
  });

  test('a certificate without periods says why, and one with periods says nothing of it', () => {
    const side = { country: 'MN', periods: [], earnings: [] };
    const reason = { code: 'nothingRecorded', text: 'none' } as const;
    assert.deepEqual(periodCertificate(side, reason).noPeriodsReason, reason);
    const some = periodCertificate({ ...side, periods: [period] }, reason);
    assert.deepEqual([some.anyPeriods, some.noPeriodsReason], [true, undefined]);
  });

  test('an amount too large for the record stays in the document and out of the record', () => {
    const earning = { country: 'MN', year: 2020, month: 1, amount: '1', currency: 'MNT', paid: true };
    const certificate = periodCertificate(
      { country: 'MN', periods: [], earnings: [earning] },
      { code: 'nothingRecorded', text: '' },
    );
    const huge = {
      ...certificate,
      earnings: [...certificate.earnings, { ...earning, amount: '12345678901.5' }],
    };
    assert.equal(certifiedSide(huge, 'MN').earnings.length, 1);
  });

  const assessment = assess(emptyRecord(person), {
    law: 'kz',
    treaty: 'kz-mn',
    on: day('2026-03-02'),
    explain: 'full',
  });
  const notice: DecisionNotice = decisionNotice({
    decisionId: 'd',
    country: 'KZ',
    institutionId: 'urn:urtuu:inst:kz:test',
    result: 'refused',
    effectiveFrom: null,
    decidedOn: '2026-11-02',
    assessment,
    appeal: { deadlineDays: null, body: 'needs citation', article: null },
    origins: new Map(),
  });

  test('a notice brings the whole assessment and its explanation back, and a refusal names its rules', () => {
    assert.deepEqual(assessmentOfNotice(notice), assessment);
    assert.ok(notice.refusalReasons.length > 0);
    assert.ok(notice.refusalReasons.every((reason) => reason.code !== ''));
  });

  test('a notice of another maker is still a decision with what it says, and claims no more', () => {
    const { ext: _ext, ...plain } = notice;
    const bare = assessmentOfNotice({ ...plain, explanation: null });
    assert.deepEqual([bare.outcome, bare.simulation, bare.findings], ['notEligible', false, undefined]);
    assert.deepEqual(
      bare.components.map(({ component, outcome }) => [component, outcome]),
      assessment.components.map(({ component, outcome }) => [component, outcome]),
    );
  });

  test('an empty record of a person is a record', () => {
    assert.ok(parseInsuranceRecord(emptyRecord(person)).ok);
  });
});
