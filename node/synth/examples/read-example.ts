import type { ClaimInput } from '@urtuu/pensions/contract';
import { claimInputSchema } from '@urtuu/pensions/contract';
import { identifierFaults } from '@urtuu/identity';
import { parseInsuranceRecord, type InsuranceRecord } from '@urtuu/law';
import { parseRegisterPeople, type RegisterPeople } from '@urtuu/registers';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseExampleCase, type ExampleCase } from './example-case.ts';

export interface Example {
  readonly case: ExampleCase;
  readonly claim: ClaimInput;
  readonly record: InsuranceRecord;
  readonly registers: { readonly MN: RegisterPeople; readonly KZ: RegisterPeople };
}

/** A file of an example that is not what it should be; the message names file and place. */
export class ExampleUnreadable extends Error {
  constructor(file: string, faults: readonly { readonly pointer: string; readonly detail: string }[]) {
    super(faults.map((fault) => `${file}${fault.pointer}: ${fault.detail}`).join('\n'));
    this.name = 'ExampleUnreadable';
  }
}

/** Reads a folder of `examples/` whole and checks every file. Throws ExampleUnreadable on the first bad one. */
export async function readExample(directory: string): Promise<Example> {
  const read = parseExampleCase(await readJson(directory, 'case.json'));
  if (!read.ok) throw new ExampleUnreadable(join(directory, 'case.json'), read.error);
  const { files } = read.value;
  const claim = claimInputSchema.safeParse(await readJson(directory, files.claim));
  if (!claim.success) {
    const faults = claim.error.issues.map((issue) => ({ pointer: '', detail: issue.message }));
    throw new ExampleUnreadable(join(directory, files.claim), faults);
  }
  await recordOf(directory, files.claim, claim.data.record);
  return {
    case: read.value,
    claim: claim.data,
    record: await recordOf(directory, files.record, await readJson(directory, files.record)),
    registers: {
      MN: await readPeopleFile(join(directory, files.registers.MN)),
      KZ: await readPeopleFile(join(directory, files.registers.KZ)),
    },
  };
}

/** Single records, cases of coordination and foreign documents, for which no corridor is needed, stand in folders of their own. */
const WITHOUT_CORRIDOR: readonly string[] = ['records', 'coordination', 'population', 'sed'];

/** Names of the example folders in a directory, sorted. */
export async function listExamples(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !WITHOUT_CORRIDOR.includes(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** Reads a people file, also one that a step of a case loads later. */
export async function readPeopleFile(path: string): Promise<RegisterPeople> {
  const parsed = parseRegisterPeople(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.ok) throw new ExampleUnreadable(path, parsed.error);
  return parsed.value;
}

async function recordOf(directory: string, file: string, json: unknown): Promise<InsuranceRecord> {
  const parsed = parseInsuranceRecord(json, identifierFaults);
  if (!parsed.ok) throw new ExampleUnreadable(join(directory, file), parsed.error);
  return parsed.value;
}

async function readJson(directory: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(directory, file), 'utf8'));
}
