import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { transaction } from '../postgres/database.ts';
import { testDatabase, type TestDatabase } from '../testing.ts';
import { openAccessLog, type AccessLog } from './access-log.ts';
import { audit, auditOf } from './audit.ts';

const clerk = { subject: 'c1', name: 'Clerk One', roles: ['clerk'], institutionId: 'urn:inst:a' } as const;
const reader = { principal: clerk, role: 'clerk', requestId: 'r1' };

describe('the record of readings and acts', () => {
  let db: TestDatabase;
  let log: AccessLog;
  before(async () => {
    db = await testDatabase([]);
    log = openAccessLog(db.database);
  });
  after(() => db.drop());

  test('shows a person the readings of the own data alone, newest first, page by page', async () => {
    for (const what of ['case', 'periods', 'decision']) {
      await log.record(
        [
          { personKey: 'p1', purpose: 'claim', article: 'art. 14', what, caseId: 'case-1' },
          { personKey: 'p2', purpose: 'claim', what },
        ],
        reader,
      );
    }
    const first = await log.list({ personKeys: ['p1'], limit: 2 });
    const rest = await log.list({ personKeys: ['p1'], limit: 2, before: first.at(-1)?.id ?? '' });
    assert.deepEqual(
      [...first, ...rest].map((row) => row.what),
      ['decision', 'periods', 'case'],
    );
    assert.ok([...first, ...rest].every((row) => row.personKey === 'p1' && row.article === 'art. 14'));
    assert.equal((await log.list({ limit: 10 })).length, 6);
  });

  const changes = [
    'update access_log set principal_name = $$nobody$$',
    'delete from access_log',
    'truncate access_log',
    'update audit_log set action = $$other$$',
    'delete from audit_log',
    'truncate audit_log',
  ];
  for (const change of changes) {
    test(`only grows: refuses to ${change.split(' $$')[0]}`, async () => {
      await transaction(db.database, (tx) => audit(tx, act('kept')));
      await assert.rejects(db.database.pool.query(change), { code: '42501' });
    });
  }

  test('of an act stands if the act stands', async () => {
    const subject = { kind: 'decision', id: 'd1' };
    const undone = transaction(db.database, async (tx) => {
      await audit(tx, { ...act('decision.drawn'), subject });
      throw new Error('undone');
    });
    await assert.rejects(undone, /undone/);
    await transaction(db.database, (tx) =>
      audit(tx, { ...act('decision.approved'), subject, caseId: 'case-9' }),
    );
    assert.deepEqual(
      (await auditOf(db.database, { subject })).map((row) => row.action),
      ['decision.approved'],
    );
    assert.deepEqual((await auditOf(db.database, { caseId: 'case-9' }))[0]?.data, { version: 2 });
  });
});

function act(action: string): Parameters<typeof audit>[1] {
  return {
    actor: 'c1',
    actorName: 'Clerk One',
    action,
    subject: { kind: 'test', id: 't' },
    data: { version: 2 },
    at: new Date('2026-11-23T08:00:00Z'),
  };
}
