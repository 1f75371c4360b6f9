export { checkpointText, parseCheckpoint, type Checkpoint } from './checkpoint.ts';
export { appendLeaf, EMPTY_FRONTIER, rootOf, type Frontier, type Subtree } from './merkle/frontier.ts';
export { consistencyProof, inclusionProof, rootAt, type SubtreeHashes } from './merkle/prove.ts';
export { EMPTY_ROOT, leafHash } from './merkle/tree-hash.ts';
export { parseCount } from './bytes.ts';
export { verifyConsistency, verifyInclusion } from './merkle/verify.ts';
export { formatNote, parseNote, signatureLine, type Note, type NoteSignature } from './note/note.ts';
export { signNote, verifyNote, type NoteSigner } from './note/signatures.ts';
export { formatVerifierKey, parseVerifierKey, type VerifierKey } from './note/verifier-key.ts';
export { entryBundle, parseEntryBundle } from './tiles/entry-bundle.ts';
export { parseTilePath, TILE_WIDTH, tilePath, type TileAddress } from './tiles/tile-path.ts';
export { hashesFromTiles, tilesOf, type HashTile } from './tiles/tile-tree.ts';
export { signerFromSeed, SEED_LENGTH } from './note/new-signer.ts';
export { formatPolicy, parsePolicy } from './policy/policy-text.ts';
export { hasQuorum, NO_QUORUM, policyKeys, type Policy } from './policy/policy.ts';
export { formatAddCheckpoint } from './witness/add-checkpoint.ts';
export {
  judge,
  NOTHING_SEEN,
  readSubmission,
  type Seen,
  type Submission,
  type SubmissionRefusal,
} from './witness/judge.ts';
export { toBase64Url } from './base64url.ts';
export { ENTRY_KINDS, entryText, saltedHash, type EntryKind, type LogEntry } from './entry/entry.ts';
export { readKeys, type TrustedKeys } from './keys/trusted-keys.ts';
export { formatOpening } from './proof/entry-opening.ts';
export { formatProofFile } from './proof/proof-file.ts';
export {
  CHECKS,
  verifyEvidence,
  type Check,
  type Evidence,
  type EvidenceRefusal,
} from './verify/verify-evidence.ts';
export { evidenceMessages, type EvidenceText } from './messages/index.ts';
export { factsOf, refusalText } from './verify/words.ts';
