import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayDecide, type Act, type ActRefusal, type Standing } from './standing.ts';

const stands = (outcome: 'same' | 'notSame', basis: 'human' | 'rule'): Standing => ({
  decisionId: '1',
  outcome,
  basis,
  decidedBy: basis === 'human' ? 'aigul' : 'system:persons',
});
const act = (outcome: Act['outcome'], by: string, newEvidence = ''): Act => ({
  outcome,
  basis: by === 'rule' ? 'rule' : 'human',
  by,
  newEvidence,
});

describe('of two records', () => {
  const table: readonly (readonly [string, Standing | undefined, Act, ActRefusal | 'ok'])[] = [
    ['nothing stands, a rule links', undefined, act('same', 'rule'), 'ok'],
    ['nothing stands, a human links', undefined, act('same', 'aigul'), 'ok'],
    ['nothing stands, a human parts', undefined, act('notSame', 'aigul'), 'ok'],
    ['nothing stands, nothing to withdraw', undefined, act('withdrawn', 'aigul'), 'nothingChanges'],
    ['a rule linked, a rule again', stands('same', 'rule'), act('same', 'rule'), 'nothingChanges'],
    ['a rule linked, a human confirms', stands('same', 'rule'), act('same', 'bat'), 'ok'],
    ['a rule linked, a human parts', stands('same', 'rule'), act('notSame', 'bat'), 'ok'],
    ['a rule linked, a human withdraws', stands('same', 'rule'), act('withdrawn', 'bat'), 'ok'],
    ['a human linked, a rule again', stands('same', 'human'), act('same', 'rule'), 'humanDecided'],
    ['a human linked, the same again', stands('same', 'human'), act('same', 'bat'), 'nothingChanges'],
    ['a human linked, the same human parts', stands('same', 'human'), act('notSame', 'aigul'), 'ok'],
    ['a human linked, another withdraws', stands('same', 'human'), act('withdrawn', 'bat'), 'ok'],
    ['a human parted, a rule links', stands('notSame', 'human'), act('same', 'rule'), 'humanDecided'],
    [
      'a human parted, the same human links with new evidence',
      stands('notSame', 'human'),
      act('same', 'aigul', 'a birth certificate'),
      'secondPersonNeeded',
    ],
    [
      'a human parted, another links without',
      stands('notSame', 'human'),
      act('same', 'bat', ' '),
      'newEvidenceNeeded',
    ],
    [
      'a human parted, another links with new evidence',
      stands('notSame', 'human'),
      act('same', 'bat', 'a birth certificate'),
      'ok',
    ],
    [
      'a human parted, the same withdraws',
      stands('notSame', 'human'),
      act('withdrawn', 'aigul', 'x'),
      'secondPersonNeeded',
    ],
    [
      'a human parted, another withdraws with new evidence',
      stands('notSame', 'human'),
      act('withdrawn', 'bat', 'x'),
      'ok',
    ],
  ];
  for (const [what, standing, wanted, answer] of table) {
    test(`${what}: ${answer}`, () => {
      const may = mayDecide(standing, wanted);
      assert.equal(may.ok ? 'ok' : may.error, answer);
    });
  }
});
