/** A document with its proof and the keys to check it, made of fixed seeds: for tests of whatever verifies. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson, type JsonObject } from '@urtuu/kernel';
import { toBase64Url } from './base64url.ts';
import { bytesOf, joined } from './bytes.ts';
import { checkpointText } from './checkpoint.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf, type Frontier } from './merkle/frontier.ts';
import { inclusionProof } from './merkle/prove.ts';
import { leafHash } from './merkle/tree-hash.ts';
import { signerFromSeed } from './note/new-signer.ts';
import { formatNote } from './note/note.ts';
import { signNote } from './note/signatures.ts';
import { formatOpening, leafOf } from './proof/entry-opening.ts';
import { formatProofFile } from './proof/proof-file.ts';
import { hashesFromTiles } from './tiles/tile-tree.ts';

export interface ProvenDocument {
  readonly proof: string;
  readonly document: string;
  /** signed profiles: of the sender first, then of the state that witnesses */
  readonly keys: readonly string[];
}

const AT = new Date('2026-11-23T08:00:00.000Z');
const [KZ, MN] = ['urn:urtuu:inst:kz:pensions', 'urn:urtuu:inst:mn:social-insurance'];
const INDEX = 5;

/** A decision of Kazakhstan, sixth of seven entries of its log, cosigned by Mongolia. */
export async function provenDocument(): Promise<ProvenDocument> {
  const sign = seedOf(1);
  const document = signedJson(envelope(), 'urtuu', { kid: `${KZ}#sign-1`, seed: sign });
  const opening = {
    salt: seedOf(9),
    contentHash: sha256(bytesOf(document)),
    kind: 'sent',
    at: AT,
    index: INDEX,
  } as const;
  const leaves = Array.from({ length: 7 }, (_, at) => leafHash(bytesOf(`entry ${at}`))).with(
    INDEX,
    leafOf(opening),
  );
  const root = rootOf(leaves.reduce<Frontier>((kept, leaf) => appendLeaf(kept, leaf), EMPTY_FRONTIER));
  const text = checkpointText({ origin: 'urtuu.kz/kz', size: leaves.length, root });
  const log = signerFromSeed('urtuu.kz/kz', 'ed25519', seedOf(2));
  const witness = signerFromSeed('urtuu.mn/mn/witness', 'cosignature', seedOf(4));
  const time = AT.getTime() / 1000 + 30;
  const checkpoint = formatNote({ text, signatures: [signNote(text, log), signNote(text, witness, time)] });
  const hashes = await inclusionProof(
    hashesFromTiles(leaves.length, () => Promise.resolve(joined(...leaves))),
    { index: INDEX, size: leaves.length },
  );
  return {
    document,
    proof: formatProofFile({ extra: formatOpening(opening), index: INDEX, hashes, checkpoint }),
    keys: [
      profile({
        institutionId: KZ,
        country: 'KZ',
        name: 'Pensions of Kazakhstan',
        log: 'urtuu.kz/kz',
        seeds: [1, 2, 3],
      }),
      profile({
        institutionId: MN,
        country: 'MN',
        name: 'Social insurance of Mongolia',
        log: 'urtuu.mn/mn',
        seeds: [5, 6, 4],
      }),
    ],
  };
}

function envelope(): JsonObject {
  return {
    v: '1',
    transmissionId: '0192ab34-0000-7000-8000-000000000000',
    from: party(KZ, 'owner'),
    to: [party(MN, 'counterparty')],
    document: { documentId: '0192ab34-0000-7000-8000-000000000001', version: 1, type: 'Decision' },
    times: { created: AT.toISOString() },
    content: { result: 'granted' },
  };
}

interface ProfileWish {
  readonly institutionId: string;
  readonly country: string;
  readonly name: string;
  readonly log: string;
  /** of the keys for signing, log and witness */
  readonly seeds: readonly [number, number, number];
}

function profile({ institutionId, country, name, log, seeds }: ProfileWish): string {
  const key = (use: string, seed: number): JsonObject => ({
    kid: `${institutionId}#${use}-1`,
    use,
    alg: 'EdDSA',
    from: '2026-01-01T00:00:00.000Z',
    to: null,
    jwk: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(ed25519.getPublicKey(seedOf(seed))) },
  });
  const [sign, ofLog, witness] = seeds;
  const stated: JsonObject = {
    institutionId,
    country,
    name: { en: name, mn: `${name} (mn)`, kk: `${name} (kk)`, ru: `${name} (ru)`, zh: `${name} (zh)` },
    log,
    issuedAt: AT.toISOString(),
    keys: [key('sign', sign), key('log', ofLog), key('witness', witness)],
  };
  const text = signedJson(stated, 'urtuu-profile', { kid: `${institutionId}#sign-1`, seed: seedOf(sign) });
  const { payload, signatures } = JSON.parse(text) as {
    payload: string;
    signatures: readonly [{ protected: string; signature: string }];
  };
  return `${signatures[0].protected}.${payload}.${signatures[0].signature}`;
}

function signedJson(
  value: JsonObject,
  typ: string,
  { kid, seed }: { readonly kid: string; readonly seed: Uint8Array },
): string {
  const header = {
    alg: 'EdDSA',
    kid,
    typ: `${typ}+jws`,
    prof: 'kz-mn-pension@1.0.0',
    iat: AT.getTime() / 1000,
    crit: ['prof', 'iat'],
  };
  const head = toBase64Url(bytesOf(canonicalJson(header)));
  const payload = toBase64Url(bytesOf(canonicalJson(value)));
  const signature = toBase64Url(ed25519.sign(bytesOf(`${head}.${payload}`), seed));
  return canonicalJson({ payload, signatures: [{ protected: head, signature }] });
}

function seedOf(number: number): Uint8Array {
  return new Uint8Array(32).fill(number);
}

function party(institutionId: string, role: string): JsonObject {
  return { institutionId, role };
}
