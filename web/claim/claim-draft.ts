/**
 * A claim while it is being written: plain JSON, addressed by JSON pointers. The fields of the form, the faults of the
 * server and an imported file all speak of the same places, so a fault always finds its field.
 */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '@urtuu/kernel';
import { pointerTo } from '@urtuu/kernel';

export function emptyClaim(residence: string): JsonObject {
  return {
    kind: 'oldAge',
    filedOn: '',
    record: {
      version: 1,
      person: {
        identifiers: [
          { scheme: residence === 'MN' ? 'mn.register' : 'kz.iin', value: '', country: residence },
        ],
        names: [
          { script: residence === 'MN' ? 'mn-Cyrl' : 'kk-Cyrl', family: '', given: '', patronymic: '' },
        ],
        sex: 'female',
        birthDate: '',
        citizenships: [residence],
        residence,
      },
      periods: [],
      earnings: [],
      accounts: [],
      benefits: [],
      counting: { bounds: 'inclusive', method: 'calendar' },
    },
  };
}

/** The value at a pointer; undefined where the path leads nowhere. */
export function readAt(draft: Json, pointer: string): Json | undefined {
  let here: Json | undefined = draft;
  for (const step of stepsOf(pointer)) here = here === undefined ? undefined : memberOf(here, step);
  return here;
}

/** A text at a pointer, '' where there is none: what a text field shows. */
export function textAt(draft: Json, pointer: string): string {
  const value = readAt(draft, pointer);
  return typeof value === 'string' ? value : '';
}

export function listAt(draft: Json, pointer: string): readonly Json[] {
  const value = readAt(draft, pointer);
  return isJsonList(value) ? value : [];
}

/** The draft with another value at a pointer; undefined takes the member or item away. Missing objects are made. */
export function writeAt(draft: Json, pointer: string, value: Json | undefined): Json {
  const [step, ...rest] = stepsOf(pointer);
  return step === undefined ? (value ?? null) : written(draft, step, rest, value);
}

/** The draft with one more item at the end of a list. */
export function addAt(draft: Json, pointer: string, item: Json): Json {
  return writeAt(draft, pointer, [...listAt(draft, pointer), item]);
}

/**
 * The claim to send: empty texts of the form are members that were not given, except where `null` has a meaning of
 * its own (a period that lasts).
 */
export function claimOfDraft(draft: Json): Json {
  return isJsonList(draft) ? draft.map(claimOfDraft) : isJsonObject(draft) ? withoutEmpty(draft) : draft;
}

/** First free identifier of the form `p1`, `p2`, … among the periods. */
export function nextPeriodId(draft: Json): string {
  const taken = new Set(listAt(draft, '/record/periods').map((period) => textAt(period, '/id')));
  let number = taken.size + 1;
  while (taken.has(`p${String(number)}`)) number += 1;
  return `p${String(number)}`;
}

/** Parents of a pointer from the nearest up, ending with the root. */
export function ancestorsOf(pointer: string): string[] {
  const steps = stepsOf(pointer);
  return steps.map((_, i) =>
    steps.slice(0, steps.length - 1 - i).reduce<string>((at, step) => pointerTo(at, step), ''),
  );
}

function written(parent: Json, step: string, rest: readonly string[], value: Json | undefined): Json {
  const [next, ...beyond] = rest;
  const child = memberOf(parent, step);
  const replaced = next === undefined ? value : written(child ?? {}, next, beyond, value);
  if (isJsonList(parent)) {
    const index = Number(step);
    return replaced === undefined ? parent.filter((_, i) => i !== index) : parent.with(index, replaced);
  }
  const members = isJsonObject(parent) ? parent : {};
  const { [step]: _, ...others } = members;
  return replaced === undefined ? others : { ...members, [step]: replaced };
}

function withoutEmpty(object: JsonObject): JsonObject {
  const members = Object.entries(object).filter(([, value]) => !isBlank(value));
  return Object.fromEntries(members.map(([name, value]) => [name, claimOfDraft(value)]));
}

/** An empty text, or an object of the form in which nothing was filled in. */
function isBlank(value: Json): boolean {
  return value === '' || (isJsonObject(value) && Object.values(value).every(isBlank));
}

function memberOf(parent: Json, step: string): Json | undefined {
  if (isJsonList(parent)) return parent[Number(step)];
  return isJsonObject(parent) ? parent[step] : undefined;
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
