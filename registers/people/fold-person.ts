import { foldKhur, khurSubject } from '../khur/khur-fold.ts';
import type { FoldedRows, RegisterSubject } from '../register-port.ts';
import { foldShep, shepSubject } from '../shep/shep-fold.ts';
import { khurRowsOf, shepRowsOf, type RegisterName, type RegisterPersonRows } from './register-people.ts';

export interface FoldedPerson {
  readonly subject: RegisterSubject | undefined;
  readonly folded: FoldedRows;
}

/** The person of a people file as the register states it, without folding the rest. */
export function registerSubject(
  register: RegisterName,
  entry: RegisterPersonRows,
): RegisterSubject | undefined {
  return register === 'khur'
    ? khurSubject(khurRowsOf(entry, 'idCard')[0])
    : shepSubject(shepRowsOf(entry, 'person')[0]);
}

/** Folds a person of a people file as the port would fold the same rows, without the way over the network. */
export function foldRegisterPerson(register: RegisterName, entry: RegisterPersonRows): FoldedPerson {
  if (register === 'khur') {
    const idCard = khurRowsOf(entry, 'idCard');
    return {
      subject: khurSubject(idCard[0]),
      folded: foldKhur({
        idCard,
        salary: khurRowsOf(entry, 'salary'),
        workHistory: khurRowsOf(entry, 'workHistory'),
        pension: khurRowsOf(entry, 'pension'),
      }),
    };
  }
  const person = shepRowsOf(entry, 'person');
  return {
    subject: shepSubject(person[0]),
    folded: foldShep({
      person,
      labourRecord: shepRowsOf(entry, 'labourRecord'),
      equivalent: shepRowsOf(entry, 'equivalent'),
      contributions: shepRowsOf(entry, 'contributions'),
      savings: shepRowsOf(entry, 'savings'),
      benefits: shepRowsOf(entry, 'benefits'),
    }),
  };
}
