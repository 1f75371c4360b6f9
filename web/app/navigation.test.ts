import { exchangeContract } from '@urtuu/exchange/contract';
import { pensionsContract } from '@urtuu/pensions/contract';
import { ROLES, type Role } from '@urtuu/platform/contract';
import { personsContract } from '@urtuu/persons/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DESTINATIONS, destinationsOf, type Destination } from './navigation.ts';

/** The route that fills each page: the menu offers it to exactly those who may call it. */
const FILLED_BY: Readonly<Record<Destination['to'], readonly Role[]>> = {
  '/': pensionsContract.listCases.roles,
  '/claims/new': pensionsContract.registerClaim.roles,
  '/register': personsContract.searchPersons.roles,
  '/reviews': personsContract.listReviews.roles,
  '/transmissions': exchangeContract.listTransmissions.roles,
  '/quarantine': exchangeContract.listQuarantine.roles,
  '/directory': exchangeContract.directory.roles,
  '/evidence-log': exchangeContract.evidenceLog.roles,
  '/access-log': pensionsContract.accessLog.roles,
  '/me': pensionsContract.myView.roles,
  // The law is everybody's, so it is filled by the browser itself.
  '/law': ROLES,
  // As are projections.
  '/policy/population': ROLES,
};

describe('the menu', () => {
  for (const { to, roles } of DESTINATIONS) {
    test(`${to} is offered to those who may read it`, () => {
      assert.deepEqual([...roles].sort(), [...FILLED_BY[to]].sort());
    });
  }

  for (const role of ROLES) {
    test(`a ${role} is led somewhere`, () => {
      assert.notEqual(destinationsOf([role]).length, 0);
    });
  }

  test('no two places share a key', () => {
    const keys = DESTINATIONS.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });
});
