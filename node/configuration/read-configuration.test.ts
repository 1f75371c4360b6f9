import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeFaults, readConfiguration } from './read-configuration.ts';
import { environmentName, flagName } from './setting.ts';
import { settings } from './settings.ts';

const name = { en: 'Demo', mn: 'Демо', kk: 'Демо', ru: 'Демо', zh: '演示' };
const content = {
  node: {
    id: 'kz',
    country: 'KZ',
    institution: 'urn:urtuu:inst:kz:pensions',
    institutionName: name,
    partnerInstitution: 'urn:urtuu:inst:mn:social-insurance',
    utcOffsetMinutes: 300,
    dataDir: '/tmp/kz',
  },
  http: { port: 4200 },
  database: { url: 'postgres://u:p@localhost/urtuu_kz' },
  signIn: { issuer: 'http://localhost:4300', clientId: 'urtuu-kz', clientSecret: 'hidden-one' },
  register: { url: 'http://localhost:4202', accessToken: 'hidden-two' },
};
const file = { name: 'kz.json', content };

function faultsOf(changed: Parameters<typeof readConfiguration>[0]) {
  const read = readConfiguration(changed);
  return read.ok ? [] : read.error;
}

describe('the configuration', () => {
  test('comes from a file, with defaults for what it leaves out', () => {
    const read = readConfiguration({ file, environment: {}, flags: {} });
    assert.ok(read.ok);
    assert.equal(read.value['http.port'], 4200);
    assert.equal(read.value['http.host'], '127.0.0.1');
    assert.deepEqual(read.value['exchange.partners'], []);
  });

  test('takes the command line before the environment, and the environment before the file', () => {
    const environment = { URTUU_HTTP_PORT: '5001', URTUU_HTTP_HOST: '0.0.0.0' };
    const read = readConfiguration({ file, environment, flags: { port: '5002' } });
    assert.ok(read.ok);
    assert.equal(read.value['http.port'], 5002);
    assert.equal(read.value['http.host'], '0.0.0.0');
  });

  test('accepts DATABASE_URL, as it is customary', () => {
    const environment = { DATABASE_URL: 'postgres://elsewhere/db' };
    const read = readConfiguration({ file, environment, flags: {} });
    assert.ok(read.ok);
    assert.equal(read.value['database.url'], 'postgres://elsewhere/db');
  });

  const table: readonly [string, Record<string, string>, string, RegExp][] = [
    [
      'a port that is no number',
      { URTUU_HTTP_PORT: 'many' },
      'http.port',
      /found “many”; wanted a whole number/,
    ],
    ['a port out of range', { URTUU_HTTP_PORT: '70000' }, 'http.port', /at most 65535/],
    [
      'a database that is not PostgreSQL',
      { DATABASE_URL: 'mysql://x/y' },
      'database.url',
      /wanted postgres:/,
    ],
    ['an unknown state', { URTUU_NODE_COUNTRY: 'XX' }, 'node.country', /wanted MN or KZ/],
    ['a list that is not JSON', { URTUU_EXCHANGE_PARTNERS: '[x' }, 'exchange.partners', /not valid JSON/],
  ];
  for (const [what, environment, key, message] of table) {
    test(`refuses ${what}, naming ${key} and where it was found`, () => {
      const faults = faultsOf({ file, environment, flags: {} });
      assert.deepEqual(
        faults.map((fault) => fault.key),
        [key],
      );
      assert.match(describeFaults(faults), message);
      assert.ok(faults.every(({ from }) => Object.keys(environment).includes(from)));
    });
  }

  test('names every setting that is missing, at once', () => {
    const faults = faultsOf({ environment: {}, flags: {} });
    const missing = faults.map(({ key }) => key);
    assert.ok(missing.includes('database.url') && missing.includes('node.country'));
    assert.match(describeFaults(faults), /database\.url: is missing.*URTUU_DATABASE_URL/);
  });

  test('refuses a key of the file that is not a setting', () => {
    const faults = faultsOf({
      file: { name: 'kz.json', content: { ...content, htpp: { port: 1 } } },
      environment: {},
      flags: {},
    });
    assert.deepEqual(faults, [{ key: 'htpp.port', from: 'kz.json', fault: 'is not a setting' }]);
  });

  test('shows no secret in a fault', () => {
    const faults = faultsOf({ file, environment: { DATABASE_URL: 'mysql://root:hidden@x' }, flags: {} });
    assert.doesNotMatch(describeFaults(faults), /hidden/);
  });

  test('gives every setting an environment variable and an option of its own', () => {
    const keys = Object.keys(settings);
    assert.equal(new Set(keys.map(environmentName)).size, keys.length);
    assert.equal(new Set(keys.map(flagName)).size, keys.length);
    assert.equal(environmentName('http.publicUrl'), 'URTUU_HTTP_PUBLIC_URL');
    assert.equal(flagName('http.publicUrl'), 'http-public-url');
  });
});
