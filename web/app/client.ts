/** The typed clients of this node's contracts. Every call says that it comes from the console. */
import { exchangeContract } from '@urtuu/exchange/contract';
import { pensionsContract } from '@urtuu/pensions/contract';
import { personsContract } from '@urtuu/persons/contract';
import { createClient, sessionContract, type ClientOptions } from '@urtuu/platform/contract';
import { registersContract } from '@urtuu/registers/contract';

const options: ClientOptions = {
  baseUrl: '',
  fetch: (input, init) => fetch(input, init),
  // A header of our own cannot be sent by a foreign page without permission: the guard against forged requests.
  headers: () => ({ 'x-urtuu': '1', 'accept-language': document.documentElement.lang }),
};

export const exchange = createClient(exchangeContract, options);
export const pensions = createClient(pensionsContract, options);
export const persons = createClient(personsContract, options);
export const registers = createClient(registersContract, options);
export const sessions = createClient(sessionContract, options);

/** Where a decision's letter is found, in one language. */
export function letterAddress(decisionId: string, locale: string): string {
  return `/api/decisions/${encodeURIComponent(decisionId)}/letter.pdf?locale=${locale}`;
}

/** Where a document of a case is found as a page to print, in one language. */
export function documentAddress(
  { documentId, version }: { readonly documentId: string; readonly version: number },
  locale: string,
): string {
  return `/api/documents/${encodeURIComponent(documentId)}/${String(version)}/page.pdf?locale=${locale}`;
}

/** Where a document of a case is found as it was signed, and its proof. */
export function evidenceAddress(
  { documentId, version }: { readonly documentId: string; readonly version: number },
  file: 'signed.json' | 'evidence.tlog-proof',
): string {
  return `/api/documents/${encodeURIComponent(documentId)}/${String(version)}/${file}`;
}
