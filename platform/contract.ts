/** What the browser and other nodes may know of the platform: the shape of contracts, and its own routes. No I/O. */
export * from './http/contract-table.ts';
export * from './access/contract.ts';
export * from './http/health-contract.ts';
