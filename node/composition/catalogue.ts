/** Everything a node says about its own API: contracts and refusals of all rooms, and the document made of them. */
import { exchangeContract, exchangeProblems } from '@urtuu/exchange';
import { pensionsContract, pensionsProblems } from '@urtuu/pensions';
import { personsContract, personsProblems } from '@urtuu/persons';
import {
  healthContract,
  mergeCatalogues,
  openApiDocument,
  problemCatalogue,
  sessionContract,
} from '@urtuu/platform';
import type { Contract } from '@urtuu/platform/contract';
import { registersContract } from '@urtuu/registers';

export const contracts = {
  pensions: pensionsContract,
  exchange: exchangeContract,
  registers: registersContract,
  persons: personsContract,
  session: sessionContract,
  health: healthContract,
} as const satisfies Record<string, Contract>;

export const catalogue = mergeCatalogues(
  problemCatalogue,
  exchangeProblems,
  personsProblems,
  pensionsProblems,
);

export const API_INFO = { title: 'Urtuu national node', version: '0.1.0' } as const;

/** The OpenAPI 3.1 document of every route of a node. */
export function nodeOpenApi(): Record<string, unknown> {
  return openApiDocument(Object.values(contracts), { ...API_INFO, catalogue });
}
