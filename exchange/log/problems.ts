/** Why there is no proof of something. */
import type { ProblemCatalogue } from '@urtuu/platform/contract';

export const evidenceProblems = {
  'evidence/not-yet': {
    status: 409,
    retryable: true,
    title: {
      en: 'It has no place in the evidence log yet; try again in a moment',
      mn: 'Нотолгооны бүртгэлд хараахан байршаагүй байна; түр хүлээгээд дахин оролдоно уу',
      kk: 'Дәлелдеме журналында әлі орны жоқ; сәлден соң қайталаңыз',
      ru: 'В журнале доказательств для него ещё нет места; повторите немного позже',
      zh: '尚未写入证据日志，请稍后再试',
    },
  },
  'evidence/erased': {
    status: 410,
    retryable: false,
    title: {
      en: 'The salt of the entry was erased by law, so it proves nothing about anybody any more',
      mn: 'Бичлэгийн давсыг хуулийн дагуу устгасан тул хэний ч тухай юу ч нотлохгүй',
      kk: 'Жазбаның тұзы заң бойынша өшірілген, сондықтан ол енді ешкім туралы ештеңе дәлелдемейді',
      ru: 'Соль записи стёрта по закону, и запись больше ничего ни о ком не доказывает',
      zh: '该条目的盐值已依法删除，不再能证明任何人的任何事',
    },
  },
} as const satisfies ProblemCatalogue;
