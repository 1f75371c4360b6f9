import type { ClaimInput } from '@urtuu/pensions/contract';
import { claimInputSchema } from '@urtuu/pensions/contract';
import { identifierFaults } from '@urtuu/identity';
import { parseInsuranceRecord, type InsuranceRecord } from '@urtuu/law';
import { parseRegisterPeople, type RegisterPeople } from '@urtuu/registers';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
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

/** Examples of a case are the folders with a `case.json`; others hold single files that need no corridor. */
export async function listExamples(directory: string): Promise<string[]> {
  const files = await readdir(directory, { recursive: true });
  return files
    .map((file) => file.split(sep))
    .flatMap(([folder, file, ...deeper]) =>
      folder !== undefined && file === 'case.json' && deeper.length === 0 ? [folder] : [],
    )
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
