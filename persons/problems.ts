/** Refusals of this room beyond those of the platform, with status and title in five languages. */
import type { ProblemCatalogue } from '@urtuu/platform/contract';

export const personsProblems = {
  'business/link-refused': {
    status: 409,
    retryable: false,
    title: {
      en: 'What stands of these records does not allow this decision',
      mn: 'Эдгээр бичлэгийн талаар хүчинтэй шийдвэр үүнийг зөвшөөрөхгүй',
      kk: 'Бұл жазбалар туралы күшіндегі шешім бұған жол бермейді',
      ru: 'Действующее решение об этих записях этого не допускает',
      zh: '关于这些记录的现行决定不允许此项决定',
    },
  },
} as const satisfies ProblemCatalogue;
