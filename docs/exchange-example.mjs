/**
 * A node of a third state in one file: what docs/exchange-profile.md says, with nothing but Node's own modules.
 *
 *   node docs/exchange-example.mjs keys <folder>                 makes keys and a signed profile there
 *   node docs/exchange-example.mjs send <folder> <node address>  ping, one document twice, its receipts
 *
 * Between the two the operator of the other node trusts `<folder>/profile.jws`.
 */
import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ME = 'urn:example:inst:xx:pensions';
const COUNTRY = 'XX';
const AGREEMENT_PROFILE = 'kz-mn-pension@1.0.0';
const REQUIRED = ['@method', '@target-uri', 'content-digest', 'content-type', 'idempotency-key'];

const [command, folder, address] = process.argv.slice(2);
if (command === 'keys' && folder !== undefined) makeKeys(folder);
else if (command === 'send' && address !== undefined) await send(folder, address.replace(/\/$/, ''));
else console.error('keys <folder> | send <folder> <node address>');

// Keys and profile

function makeKeys(dir) {
  const made = ['sign', 'encrypt', 'http', 'log'].map((use) => {
    const pair = generateKeyPairSync(use === 'encrypt' ? 'x25519' : 'ed25519');
    const { kty, crv, x } = pair.publicKey.export({ format: 'jwk' });
    const jwk = { kty, crv, x };
    const thumbprint = sha256(canonical(jwk)).toString('base64url');
    const alg = use === 'encrypt' ? 'ECDH-ES+A256KW' : 'EdDSA';
    const entry = {
      kid: `${ME}#${use}-${thumbprint.slice(0, 16)}`,
      use,
      alg,
      from: new Date().toISOString(),
    };
    return { ...entry, to: null, jwk, secret: pair.privateKey.export({ format: 'jwk' }) };
  });
  const name = 'Pension institution of a third state (example)';
  const profile = {
    v: '1',
    institutionId: ME,
    nodeId: 'xx',
    country: COUNTRY,
    name: { en: name, mn: name, kk: name, ru: name, zh: name },
    baseUrl: 'http://localhost:4900',
    profiles: [AGREEMENT_PROFILE],
    limits: { maxBytes: 10 * 1024 * 1024, maxLifeSeconds: 300 },
    log: 'example.xx/xx',
    issuedAt: new Date().toISOString(),
    keys: made.map(({ secret: _secret, ...shown }) => shown),
  };
  const { payload, signatures } = jws(profile, 'urtuu-profile+jws', 'urtuu-profile+json', made);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'keys.json'), JSON.stringify(made), { mode: 0o600 });
  writeFileSync(
    join(dir, 'profile.jws'),
    `${signatures[0].protected}.${payload}.${signatures[0].signature}\n`,
  );
  console.log(`written: ${join(dir, 'keys.json')}, ${join(dir, 'profile.jws')}`);
}

/** Reads a partner's profile; the first time, compare the thumbprint with the operator by another way. */
async function readProfile(url) {
  const { profile } = await (await fetch(`${url}/x/v1/profile`)).json();
  const [head, payload, signature] = profile.split('.');
  const read = JSON.parse(Buffer.from(payload, 'base64url'));
  const { kid } = JSON.parse(Buffer.from(head, 'base64url'));
  const key = read.keys.find((entry) => entry.kid === kid && entry.use === 'sign');
  const good = verifyWith(key.jwk, Buffer.from(`${head}.${payload}`), Buffer.from(signature, 'base64url'));
  if (!good) throw new Error('The profile is not signed by its own key');
  return read;
}

// The journey

async function send(dir, url) {
  const keys = JSON.parse(readFileSync(join(dir, 'keys.json'), 'utf8'));
  const partner = await readProfile(url);
  console.log(`profile   ${partner.institutionId} at ${partner.baseUrl}, ${partner.profiles.join(', ')}`);

  const ping = { body: JSON.stringify({ echo: 'hello' }), type: 'application/json', id: randomUUID() };
  const answered = await call(keys, partner, 'POST', '/x/v1/ping', ping);
  console.log(`ping      ${answered.status} ${answered.text}`);
  if (answered.status !== 200) return;

  const transmissionId = uuidV7();
  const envelope = deathNotice(transmissionId, partner);
  const signed = canonical(jws(envelope, 'urtuu+jws', 'urtuu-envelope+json', keys));
  const body = seal(signed, transmissionId, partner);
  const transmission = { body, type: 'application/jose+json', id: transmissionId };
  const first = await call(keys, partner, 'POST', '/x/v1/transmissions', transmission);
  const again = await call(keys, partner, 'POST', '/x/v1/transmissions', transmission);
  if (first.status !== 200) throw new Error(first.text);
  console.log(`L1        ${receiptLine(first.text, partner)}`);
  console.log(`repeated  ${first.text === again.text ? 'the same bytes' : 'OTHER BYTES'}`);

  const other = { ...transmission, body: seal(signed, transmissionId, partner) };
  const refused = await call(keys, partner, 'POST', '/x/v1/transmissions', other);
  console.log(`reused id ${refused.status} ${JSON.parse(refused.text).code}`);

  const path = `/x/v1/transmissions/${transmissionId}/receipts`;
  for (let tries = 0; tries < 50; tries += 1) {
    const { receipts } = JSON.parse((await call(keys, partner, 'GET', path)).text);
    if (receipts.length > 1) {
      for (const receipt of receipts.slice(1)) console.log(`later     ${receiptLine(receipt, partner)}`);
      return;
    }
    await sleep(200);
  }
  throw new Error('No L2 came');
}

function deathNotice(transmissionId, partner) {
  const now = new Date().toISOString();
  return {
    v: '1',
    transmissionId,
    profile: AGREEMENT_PROFILE,
    agreement: { id: 'kz-mn', version: '2024-10-29', articleSet: 'old-age; not in force' },
    from: party(ME, 'xx', COUNTRY, 'owner'),
    to: [party(partner.institutionId, partner.nodeId, partner.country, 'counterparty')],
    case: {
      caseId: randomUUID(),
      type: 'claim.oldAge',
      openedBy: ME,
      openedAt: now,
      fileNumbers: [],
      state: 'opened',
    },
    document: {
      documentId: randomUUID(),
      version: 1,
      type: 'VitalEvent',
      schema: 'urn:urtuu:schema:VitalEvent:1.0.0',
    },
    purpose: { code: 'oldAge.vitalEvent', legalBasis: 'none: an example' },
    times: { created: now },
    content: { kind: 'death', date: '2026-01-31', evidence: [{ kind: 'register' }] },
  };
}

function party(institutionId, nodeId, country, role) {
  return { institutionId, nodeId, country, role };
}

function receiptLine(text, partner) {
  const { payload, signatures } = JSON.parse(text);
  const head = JSON.parse(Buffer.from(signatures[0].protected, 'base64url'));
  const key = partner.keys.find((entry) => entry.kid === head.kid && entry.use === 'sign');
  const signature = Buffer.from(signatures[0].signature, 'base64url');
  const good = verifyWith(key.jwk, Buffer.from(`${signatures[0].protected}.${payload}`), signature);
  const { level, outcome, rules, log } = JSON.parse(Buffer.from(payload, 'base64url'));
  const broken = rules.map(({ id, pointer }) => `${id} ${pointer}`).join(', ');
  return `${level} ${outcome}${broken && `: ${broken}`}; log ${log.origin} ${log.index}; ${good ? 'signature good' : 'BAD SIGNATURE'}`;
}

// RFC 9421 and RFC 9530

async function call(keys, partner, method, path, message) {
  const targetUri = partner.baseUrl + path;
  const body = Buffer.from(message?.body ?? '');
  const fields = { 'content-digest': `sha-256=:${sha256(body).toString('base64')}:` };
  if (message !== undefined)
    Object.assign(fields, { 'content-type': message.type, 'idempotency-key': message.id });
  const key = keys.find(({ use }) => use === 'http');
  const created = Math.floor(Date.now() / 1000);
  const covered = message === undefined ? REQUIRED.slice(0, 3) : REQUIRED;
  const list = covered.map((name) => `"${name}"`).join(' ');
  const nonce = randomBytes(18).toString('base64url');
  const params = `(${list});created=${created};expires=${created + 300};nonce="${nonce}";keyid="${key.kid}";alg="ed25519";tag="urtuu-x1"`;
  const valueOf = (name) => ({ '@method': method, '@target-uri': targetUri, ...fields })[name];
  const base = [
    ...covered.map((name) => `"${name}": ${valueOf(name)}`),
    `"@signature-params": ${params}`,
  ].join('\n');
  const signature = sign(null, Buffer.from(base), createPrivateKey({ key: key.secret, format: 'jwk' }));
  const headers = {
    ...fields,
    'signature-input': `urtuu=${params}`,
    signature: `urtuu=:${signature.toString('base64')}:`,
  };
  const response = await fetch(targetUri, { method, headers, ...(message === undefined ? {} : { body }) });
  const bytes = Buffer.from(await response.arrayBuffer());
  checkAnswer(response, bytes, partner, valueOf);
  return { status: response.status, text: bytes.toString() };
}

/** The answer is signed over its status, its body and the request that it answers; problems are signed, too. */
function checkAnswer(response, bytes, partner, requestValue) {
  const params = response.headers.get('signature-input')?.replace(/^urtuu=/, '');
  const signature = /^urtuu=:(.*):$/.exec(response.headers.get('signature') ?? '')?.[1];
  // Whoever does not know our key signs all the same; only what is no answer of a node is without a signature.
  if (params === undefined || signature === undefined)
    throw new Error(`An unsigned answer: ${response.status}`);
  const digest = `sha-256=:${sha256(bytes).toString('base64')}:`;
  const lines = [...params.matchAll(/"([@a-z-]+)"(;req)?/g)]
    .filter(({ index }) => index < params.indexOf(')'))
    .map(([, name, req]) => {
      if (req !== undefined) return `"${name}";req: ${requestValue(name)}`;
      return `"${name}": ${name === '@status' ? response.status : digest}`;
    });
  const base = [...lines, `"@signature-params": ${params}`].join('\n');
  const wanted = [
    '"@status"',
    '"content-digest"',
    '"@method";req',
    '"@target-uri";req',
    '"content-digest";req',
  ];
  const key = partner.keys.find(({ kid, use }) => use === 'http' && params.includes(`keyid="${kid}"`));
  const good =
    wanted.every((name) => params.includes(name)) &&
    key !== undefined &&
    verifyWith(key.jwk, Buffer.from(base), Buffer.from(signature, 'base64'));
  if (!good) throw new Error('The answer is not signed as the profile wants');
}

// JOSE

function jws(payload, typ, cty, keys) {
  const key = keys.find(({ use }) => use === 'sign');
  const iat = Math.floor(Date.now() / 1000);
  const header = {
    alg: 'EdDSA',
    kid: key.kid,
    typ,
    cty,
    prof: AGREEMENT_PROFILE,
    iat,
    crit: ['prof', 'iat'],
  };
  const head = base64url(canonical(header));
  const body = base64url(canonical(payload));
  const signature = sign(
    null,
    Buffer.from(`${head}.${body}`),
    createPrivateKey({ key: key.secret, format: 'jwk' }),
  );
  return { payload: body, signatures: [{ protected: head, signature: signature.toString('base64url') }] };
}

function seal(text, tid, partner) {
  const to = partner.keys.find(({ use, jwk }) => use === 'encrypt' && jwk.crv === 'X25519');
  const clear = {
    typ: 'urtuu+jwe',
    cty: 'urtuu+jws',
    tid,
    prof: AGREEMENT_PROFILE,
    to: [partner.institutionId],
  };
  const head = base64url(canonical({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', ...clear }));
  const contentKey = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(head));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const ephemeral = generateKeyPairSync('x25519');
  const { kty, crv, x } = ephemeral.publicKey.export({ format: 'jwk' });
  const publicKey = createPublicKey({ key: to.jwk, format: 'jwk' });
  const secret = diffieHellman({ privateKey: ephemeral.privateKey, publicKey });
  // RFC 7518 section 4.6.2: one round, empty party information, 256 bits
  const alg = Buffer.from('ECDH-ES+A256KW');
  const kek = sha256(
    Buffer.concat([uint32(1), secret, uint32(alg.length), alg, uint32(0), uint32(0), uint32(256)]),
  );
  const wrapper = createCipheriv('id-aes256-wrap', kek, Buffer.alloc(8, 0xa6));
  const wrapped = Buffer.concat([wrapper.update(contentKey), wrapper.final()]);
  return canonical({
    protected: head,
    recipients: [
      { header: { kid: to.kid, epk: { kty, crv, x } }, encrypted_key: wrapped.toString('base64url') },
    ],
    iv: iv.toString('base64url'),
    ciphertext: ciphertext.toString('base64url'),
    tag: cipher.getAuthTag().toString('base64url'),
  });
}

function verifyWith(jwk, data, signature) {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (jwk.kty === 'OKP') return verify(null, data, key, signature);
  return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/** RFC 8785: members by UTF-16 code units, written one by one, for a JavaScript object would sort "10" before "9". */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function base64url(text) {
  return Buffer.from(text).toString('base64url');
}

function sha256(data) {
  return createHash('sha256').update(data).digest();
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uuidV7() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
