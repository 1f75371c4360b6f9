/** Refusals of this room beyond those of the platform, with status and title in five languages. */
import type { ProblemCatalogue } from '@urtuu/platform/contract';

export const pensionsProblems = {
  'business/rule-failed': {
    status: 422,
    retryable: false,
    title: {
      en: 'A rule of the business is not met; see the places named',
      mn: 'Дүрэм биелээгүй байна; заасан газруудыг харна уу',
      kk: 'Ереже орындалмады; көрсетілген жерлерді қараңыз',
      ru: 'Не выполнено правило; смотрите указанные места',
      zh: '不符合业务规则，请查看所指位置',
    },
  },
  'business/duplicate-claim': {
    status: 409,
    retryable: false,
    title: {
      en: 'This person has an undecided claim already',
      mn: 'Энэ хүний шийдвэрлээгүй өргөдөл аль хэдийн бий',
      kk: 'Бұл адамның шешілмеген өтініші бұрыннан бар',
      ru: 'У этого лица уже есть нерешённое заявление',
      zh: '此人已有尚未裁定的申请',
    },
  },
} as const satisfies ProblemCatalogue;
