import { ok, pointerTo, refuse, type Result } from '@urtuu/kernel';
import { z } from 'zod';

const country = z.enum(['MN', 'KZ']);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const outcome = z.enum(['eligible', 'notEligible', 'undetermined']);

/** What a clerk or the world does next. Between steps the corridor works by itself until nothing moves. */
const step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('registerClaim'), at: country }),
  z.strictObject({ do: z.literal('forwardClaim'), at: country }),
  z.strictObject({ do: z.literal('requestPeriods'), at: country }),
  z.strictObject({
    do: z.literal('resolveTask'),
    at: country,
    task: z.enum(['identityDoubt', 'evidenceDoubt', 'deathReported']),
    outcome: z.enum(['samePerson', 'notSamePerson', 'acceptEvidence', 'answerWithoutEvidence', 'done']),
    registerKey: z.string().optional(),
    note: z.string().min(3),
  }),
  z.strictObject({
    do: z.literal('changeRegister'),
    at: country,
    file: z.string().meta({ description: 'people file that is loaded into the simulator of that state' }),
  }),
  z.strictObject({
    do: z.literal('drawDecision'),
    at: country,
    on: day,
    assumeInForceFrom: day.optional(),
    assume: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ do: z.literal('approveDecision'), at: country }),
]);

const component = z.strictObject({
  component: z.string(),
  outcome,
  amount: z.string().optional(),
  route: z.string().optional(),
});

const expectedAssessment = z.strictObject({
  law: z.enum(['mn', 'kz']),
  on: day,
  treaty: z.literal('kz-mn').optional(),
  assume: z.record(z.string(), z.string()).optional(),
  outcome,
  simulation: z.boolean(),
  components: z.array(component),
  total: z.strictObject({ amount: z.string(), currency: z.string() }).optional(),
  missing: z.array(z.string()).optional(),
  until: day.optional(),
});

/**
 * `case.json` of an example: who files where, what the clerks do, and what must come out. Paths of the other files are
 * relative to the folder.
 */
export const exampleCaseSchema = z
  .strictObject({
    format: z.literal('urtuu-example-case'),
    version: z.literal(1),
    name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: z.strictObject({ en: z.string(), mn: z.string(), kk: z.string(), ru: z.string(), zh: z.string() }),
    kind: z.literal('oldAge'),
    /** state in which the claim is filed */
    filedIn: country,
    filedOn: day,
    /** state of residence, whose institution owns the case and decides first */
    residence: country,
    /** sign-in of the citizen in the demonstration, an identifier as `scheme:value` */
    citizen: z.string(),
    files: z.strictObject({
      claim: z.literal('claim.json'),
      record: z.literal('record.json'),
      registers: z.strictObject({ MN: z.literal('register.mn.json'), KZ: z.literal('register.kz.json') }),
    }),
    /** a what-if: hypothetical entry into force of the agreement; the result is a simulation */
    assumeInForceFrom: day.optional(),
    steps: z.array(step).min(1),
    expected: z.strictObject({
      /** of `record.json` under the law of the state of residence, and of the decision it draws */
      assess: expectedAssessment,
      journey: z.strictObject({
        /** the other state answers without a human */
        automaticAnswer: z.boolean(),
        /** tasks that a human must settle on the way, besides approving */
        tasks: z.array(z.string()),
        /** the other state certifies periods */
        anyPeriods: z.boolean(),
      }),
    }),
  })
  .meta({ $id: 'urn:urtuu:schema:example-case:1', title: 'Example case' });

export type ExampleCase = z.infer<typeof exampleCaseSchema>;
export type ExampleStep = ExampleCase['steps'][number];
export type ExpectedAssessment = ExampleCase['expected']['assess'];

export interface ExampleFault {
  readonly pointer: string;
  readonly detail: string;
}

/** Reads `case.json` from parsed JSON; one fault for each wrong place. */
export function parseExampleCase(json: unknown): Result<ExampleCase, ExampleFault[]> {
  const parsed = exampleCaseSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return refuse(
    parsed.error.issues.map((issue) => ({
      pointer: issue.path.reduce<string>((at, part) => pointerTo(at, String(part)), ''),
      detail: issue.message,
    })),
  );
}
