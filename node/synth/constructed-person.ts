import { constructIin, constructRegister, transliterate, type Sex } from '@urtuu/identity';
import { day } from '@urtuu/kernel';
import type { RecordPerson } from '@urtuu/law';

/** A name as its states write it; composed by rule, it belongs to nobody. */
export interface ConstructedName {
  readonly mn: { readonly given: string; readonly parent: string };
  readonly kk: { readonly given: string; readonly family?: string; readonly patronymic?: string };
}

/** A person made up for an example or a simulation. Identifiers follow from birth date, sex and serial. */
export interface ConstructedPerson {
  /** 0–99: place in the test ranges of both states' numbers */
  readonly serial: number;
  readonly sex: Sex;
  /** ISO day */
  readonly birthDate: string;
  readonly name: ConstructedName;
  readonly citizenships: readonly ('MN' | 'KZ')[];
  readonly residence: 'MN' | 'KZ';
  /** states whose registers know the person */
  readonly registered: readonly ('MN' | 'KZ')[];
  /** ethnic Kazakh who came to Kazakhstan for permanent residence on that day */
  readonly kandasSince?: string;
  /** birth dates of the children */
  readonly children?: readonly string[];
  /** forms of the name that a claim states; both where nothing is said */
  readonly claimNames?: readonly ('mn' | 'kk' | 'latin')[];
}

export function iinOf(person: ConstructedPerson): string {
  return constructIin({ birthDate: day(person.birthDate), sex: person.sex }, person.serial);
}

export function registerNumberOf(person: ConstructedPerson): string {
  return constructRegister({ birthDate: day(person.birthDate), sex: person.sex }, person.serial);
}

/** Civil number of the test range: twelve digits that start with 99. */
export function civilNumberOf(person: ConstructedPerson): string {
  return `99${person.birthDate.replaceAll('-', '')}${String(person.serial).padStart(2, '0')}`;
}

/** The person as a claim states it. */
export function claimedPerson(person: ConstructedPerson): RecordPerson {
  const forms = person.claimNames ?? ['kk', 'mn'];
  return {
    identifiers: [
      ...(person.registered.includes('KZ')
        ? [{ scheme: 'kz.iin', value: iinOf(person), country: 'KZ' }]
        : []),
      ...(person.registered.includes('MN')
        ? [{ scheme: 'mn.register', value: registerNumberOf(person), country: 'MN' }]
        : []),
    ],
    names: forms.map((form) => nameIn(person.name, form)),
    sex: person.sex,
    birthDate: person.birthDate,
    citizenships: [...person.citizenships],
    residence: person.residence,
    ...(person.kandasSince === undefined
      ? {}
      : {
          kandas: {
            since: person.kandasSince,
            certificate: `К-99-${String(person.serial).padStart(4, '0')}`,
          },
        }),
    ...(person.children === undefined
      ? {}
      : { children: person.children.map((birthDate) => ({ birthDate })) }),
  };
}

function nameIn(name: ConstructedName, form: 'mn' | 'kk' | 'latin'): RecordPerson['names'][number] {
  switch (form) {
    case 'mn':
      return { script: 'mn-Cyrl', given: name.mn.given, patronymic: name.mn.parent };
    case 'kk':
      return {
        script: 'kk-Cyrl',
        ...(name.kk.family === undefined ? {} : { family: name.kk.family }),
        given: name.kk.given,
        ...(name.kk.patronymic === undefined ? {} : { patronymic: name.kk.patronymic }),
      };
    case 'latin':
      return {
        script: 'Latn',
        family: transliterate(name.mn.parent, 'mn-Cyrl'),
        given: transliterate(name.mn.given, 'mn-Cyrl'),
      };
  }
}
