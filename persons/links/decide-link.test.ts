import { sql } from '@urtuu/platform';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { personsContract, type LinkDecisionView } from '../contract.ts';
import type { PersonRecord } from '../records/person-record.ts';
import { startRoom, type Room } from '../testing/room.fixture.ts';

const person = (n: number, name: string, birthDate = '1961-04-12'): PersonRecord => ({
  source: 'register',
  sourceKey: `r${n}`,
  country: 'MN',
  names: [{ script: 'mn-Cyrl', given: name, patronymic: 'Ахметийн' }],
  identifiers: [],
  birthDate,
  sex: 'male',
  alive: true,
});

describe('a decision about two records', () => {
  let room: Room;
  let ids: readonly string[];
  const id = (n: number): string => ids[n] ?? '';
  const decide = (who: string, pair: readonly [number, number], outcome: string, newEvidence?: string) =>
    room.ask(who, 'POST', '/api/links', {
      records: [id(pair[0]), id(pair[1])],
      outcome,
      reason: 'papers seen',
      ...(newEvidence === undefined ? {} : { newEvidence }),
    });
  const decided = async (...args: Parameters<typeof decide>): Promise<LinkDecisionView> => {
    const { status, body } = await decide(...args);
    assert.equal(status, 201, JSON.stringify(body));
    return personsContract.decideLink.reply.parse(body);
  };
  const reason = async (...args: Parameters<typeof decide>): Promise<unknown> => {
    const { status, body } = await decide(...args);
    assert.equal(status, 409);
    return Object(body).reason;
  };
  const read = async (n: number) =>
    personsContract.readPerson.reply.parse((await room.ask('saule', 'GET', `/api/persons/${id(n)}`)).body);
  const members = async (n: number): Promise<string[]> =>
    (await read(n)).cluster.members.map(({ sourceKey }) => sourceKey).sort();

  before(async () => {
    room = await startRoom();
    ids = await room.keep(
      person(0, 'Нурлан'),
      person(1, 'Нурлан'),
      person(2, 'Нурлан', '1961-04-13'),
      person(3, 'Болат'),
    );
  });
  after(() => room.stop());

  test('is signed, and says so as long as nobody changes the row', async () => {
    const decision = await decided('aigul', [0, 1], 'same');
    assert.equal(decision.signed, true);
    assert.ok((decision.probability ?? 0) > 0.5);
    assert.doesNotMatch(decision.statement, /Нурлан|1961/);
    assert.deepEqual(await members(0), ['r0', 'r1']);
  });

  test('can neither be changed nor removed, and a row put in unsigned is seen as such', async () => {
    const db = room.database.tables<unknown>();
    await assert.rejects(sql`update persons_decision set outcome = 'notSame'`.execute(db), /only grows/);
    await assert.rejects(sql`delete from persons_decision`.execute(db), /only grows/);
    await sql`insert into persons_decision select gen_random_uuid(), record_a, record_b, 'notSame', basis, replaces,
      decided_by, decided_by_name, reason, new_evidence, evidence, statement, decided_at from persons_decision`.execute(
      db,
    );
    const { decisions } = await read(0);
    assert.deepEqual(
      new Map(decisions.map(({ outcome, signed }) => [outcome, signed])),
      new Map([
        ['same', true],
        ['notSame', false],
      ]),
    );
  });

  test('joins records into a cluster, whose weakest link and chains are shown', async () => {
    await decided('aigul', [1, 2], 'same');
    assert.deepEqual(await members(2), ['r0', 'r1', 'r2']);
    const { cluster } = await read(0);
    assert.equal(cluster.isChain, true);
    assert.deepEqual(cluster.weakest?.records.toSorted(), [id(1), id(2)].sort());
  });

  test('“not the same” splits the cluster at its weakest link, whatever the score', async () => {
    await decided('bat', [0, 2], 'notSame');
    assert.deepEqual(await members(0), ['r0', 'r1']);
    assert.deepEqual(await members(2), ['r2']);
    assert.deepEqual(
      (await read(2)).cluster.refused.map(({ records }) => records.toSorted()),
      [[id(1), id(2)].sort()],
    );
  });

  test('“not the same” is reopened by a second person with new evidence alone', async () => {
    assert.equal(await reason('bat', [0, 2], 'same', 'a birth certificate'), 'secondPersonNeeded');
    assert.equal(await reason('bat', [0, 2], 'withdrawn', 'a birth certificate'), 'secondPersonNeeded');
    assert.equal(await reason('aigul', [0, 2], 'same'), 'newEvidenceNeeded');
    const reopened = await decided('aigul', [2, 0], 'same', 'a birth certificate');
    assert.equal(reopened.newEvidence, 'a birth certificate');
    assert.notEqual(reopened.replaces, null);
    assert.deepEqual(await members(0), ['r0', 'r1', 'r2']);
  });

  test('is withdrawn without a trace in the records, and kept in the history', async () => {
    await decided('bat', [1, 2], 'withdrawn');
    await decided('bat', [0, 2], 'withdrawn');
    assert.deepEqual(await members(2), ['r2']);
    assert.equal(await reason('bat', [0, 2], 'withdrawn'), 'nothingChanges');
    const { decisions, record } = await read(2);
    assert.deepEqual(
      decisions.map(({ outcome }) => outcome),
      ['same', 'notSame', 'same', 'withdrawn', 'withdrawn'],
    );
    assert.equal(record.birthDate, '1961-04-13');
  });

  test('of a record with itself, or of one that is not there, is refused', async () => {
    assert.equal((await decide('bat', [0, 0], 'same')).status, 404);
    const { status } = await room.ask('bat', 'POST', '/api/links', {
      records: [id(0), '0198c0de-0000-7000-8000-0000000000ff'],
      outcome: 'same',
      reason: 'papers seen',
    });
    assert.equal(status, 404);
  });

  test('of two who decide at once, the second is told what stands', async () => {
    const answers = await Promise.all([decide('aigul', [0, 3], 'same'), decide('bat', [0, 3], 'same')]);
    assert.deepEqual(answers.map(({ status }) => String(status)).sort(), ['201', '409']);
  });

  test('leaves a note of every person it shows', async () => {
    await read(3);
    const noted = await room.accessLog.list({ limit: 3 });
    assert.ok(noted.every(({ what }) => what === 'person-record'));
  });
});
