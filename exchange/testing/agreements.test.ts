/** X-B `two-profile-versions`, under an agreement of three states that exists nowhere: the core knows no country. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { transaction } from '@urtuu/platform';
import { threeLakes } from '../agreement/three-states.fixture.ts';
import { person } from '../documents/documents.fixture.ts';
import type { CaseRecord, OutgoingDocument, Sent } from '../exchange.ts';
import { CannotSend } from '../outbox/send.ts';
import { introduce, startNode, until, type Node } from './two-nodes.fixture.ts';

const XB = 'urn:urtuu:inst:xb:test';
const XC = 'urn:urtuu:inst:xc:test';
const question: OutgoingDocument = {
  type: 'InfoRequest',
  content: { person, about: '01', text: 'Is this person insured with you?' },
};
const death: OutgoingDocument = {
  type: 'VitalEvent',
  content: { kind: 'death', date: '2026-11-10', evidence: [] },
};

describe('an agreement of three states in two versions', () => {
  let xa: Node;
  let xb: Node;
  let xc: Node;
  before(async () => {
    const [a, b, c] = await Promise.all(
      ['XA', 'XB', 'XC'].map((country) => startNode({ country, agreements: threeLakes })),
    );
    if (a === undefined || b === undefined || c === undefined) throw new Error('three nodes');
    [xa, xb, xc] = [a, b, c];
    await introduce(xa, xb);
    await introduce(xa, xc);
  });
  after(() => Promise.all([xa, xb, xc].map((node) => node.stop())));

  interface Opened {
    readonly matter: CaseRecord;
    readonly sent: Sent;
  }

  function openAndSend(to: string, type: string, on: string, document: OutgoingDocument): Promise<Opened> {
    return transaction(xa.database, async (tx) => {
      const matter = await xa.exchange.cases.open(tx, { agreement: 'three-lakes', type, on, partner: to });
      const sent = await xa.exchange.send(tx, { caseId: matter.caseId, to, document, subject: person });
      return { matter, sent };
    });
  }

  const accepted = ({ matter, sent }: Opened) =>
    until('accepted', async () => {
      const views = await xa.exchange.transmissionsOf(xa.database, matter.caseId);
      const view = views.find(({ transmissionId }) => transmissionId === sent.transmissionId);
      const done = view?.state === 'accepted' || view?.state === 'rejected' || view?.state === 'processed';
      return done && view;
    });

  test('keeps each case under the version of its date, side by side on the same nodes', async () => {
    const old = await openAndSend(XB, 'question', '2015-06-01', question);
    const young = await openAndSend(XB, 'question', '2024-06-01', question);
    assert.deepEqual(
      [old, young].map(({ matter }) => [matter.agreementVersion, matter.profile]),
      [
        ['1', 'three-lakes@1.0.0'],
        ['2', 'three-lakes@2.0.0'],
      ],
    );
    for (const opened of [old, young]) {
      assert.notEqual((await accepted(opened)).state, 'rejected');
      const came = xb.received.find(({ transmissionId }) => transmissionId === opened.sent.transmissionId);
      assert.deepEqual(came?.envelope.agreement, {
        id: 'three-lakes',
        version: opened.matter.agreementVersion,
        articleSet: opened.matter.agreementVersion === '1' ? 'Articles 1 to 9' : 'Articles 1 to 12',
      });
      assert.equal(came?.envelope.purpose.legalBasis, 'Article 4');
    }
  });

  test('lets the third state take part as any other', async () => {
    const told = await openAndSend(XC, 'notification', '2026-11-12', death);
    assert.notEqual((await accepted(told)).state, 'rejected');
    assert.equal(xc.received.at(-1)?.envelope.purpose.legalBasis, 'Article 8');
  });

  test('refuses in the first version what only the second allows', async () => {
    const answer: OutgoingDocument = { type: 'AdditionalInfo', content: {} };
    for (const [on, allowed] of [
      ['2015-06-01', false],
      ['2024-06-01', true],
    ] as const) {
      const told = await openAndSend(XB, 'notification', on, death);
      await accepted(told);
      const came = xb.received.find(({ transmissionId }) => transmissionId === told.sent.transmissionId);
      assert.ok(came);
      const reply = transaction(xb.database, async (tx) => {
        const { caseId } = await xb.exchange.cases.adopt(tx, came.envelope);
        return xb.exchange.send(tx, { caseId, to: 'urn:urtuu:inst:xa:test', document: answer });
      });
      if (allowed) assert.ok((await reply).transmissionId);
      else await assert.rejects(reply, CannotSend);
    }
  });

  test('does not know claims: this kind of case is not in the pack', async () => {
    await assert.rejects(openAndSend(XB, 'claim.oldAge', '2024-06-01', question), CannotSend);
  });
});
