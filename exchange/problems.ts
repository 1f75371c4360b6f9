/** Errors that the exchange adds to the platform's catalogue (RFC 9457), with status and title in five languages. */
import type { ProblemCatalogue } from '@urtuu/platform/contract';
import { evidenceProblems } from './log/problems.ts';
import { witnessProblems } from './witness/problems.ts';

export const exchangeProblems = {
  'security/signature-invalid': {
    status: 401,
    retryable: false,
    title: {
      en: 'The signature is missing, covers too little or does not verify',
      mn: 'Гарын үсэг байхгүй, хангалтгүй хамарсан, эсвэл баталгаажсангүй',
      kk: 'Қолтаңба жоқ, жеткілікті қамтымайды немесе расталмады',
      ru: 'Подпись отсутствует, охватывает не всё или не подтверждается',
      zh: '签名缺失、覆盖不足或验证失败',
    },
  },
  'security/key-unknown': {
    status: 401,
    retryable: true,
    title: {
      en: 'The key is not known here or not valid at this time',
      mn: 'Түлхүүр энд танигдаагүй, эсвэл одоо хүчингүй байна',
      kk: 'Кілт мұнда белгісіз немесе қазір жарамсыз',
      ru: 'Ключ здесь неизвестен или сейчас не действует',
      zh: '此处不认识该密钥，或该密钥当前无效',
    },
  },
  'security/stale': {
    status: 401,
    retryable: true,
    title: {
      en: 'The request is too old, too far ahead or was seen before; sign it afresh',
      mn: 'Хүсэлт хуучирсан, хэт түрүүлсэн эсвэл өмнө ирсэн байна; дахин гарын үсэг зурна уу',
      kk: 'Сұрау ескірген, уақыттан озған немесе бұрын келген; қайта қол қойыңыз',
      ru: 'Запрос устарел, опережает время или уже поступал; подпишите его заново',
      zh: '请求已过期、时间超前或曾被接收，请重新签名',
    },
  },
  'security/recipient-wrong': {
    status: 403,
    retryable: false,
    title: {
      en: 'The message is meant for another institution',
      mn: 'Энэ мэдээ өөр байгууллагад зориулагдсан',
      kk: 'Бұл хабар басқа мекемеге арналған',
      ru: 'Сообщение предназначено другому учреждению',
      zh: '该消息的接收方是其他机构',
    },
  },
  'security/transmission-id-reused': {
    status: 409,
    retryable: false,
    title: {
      en: 'This transmission id has already brought other bytes',
      mn: 'Энэ дамжуулалтын дугаараар өөр агуулга аль хэдийн ирсэн',
      kk: 'Бұл жіберілім нөмірімен басқа мазмұн келіп қойған',
      ru: 'Под этим номером передачи уже пришло другое содержание',
      zh: '该传输编号此前已用于不同的内容',
    },
  },
  'profile/version-unsupported': {
    status: 422,
    retryable: false,
    title: {
      en: 'This version of the exchange profile is not supported',
      mn: 'Солилцооны профайлын энэ хувилбарыг дэмжихгүй',
      kk: 'Алмасу профилінің бұл нұсқасына қолдау көрсетілмейді',
      ru: 'Эта версия профиля обмена не поддерживается',
      zh: '不支持该版本的交换规范',
    },
  },
  'business/not-a-participant': {
    status: 403,
    retryable: false,
    title: {
      en: 'The sender does not take part in this matter',
      mn: 'Илгээгч энэ хэрэгт оролцогч биш',
      kk: 'Жіберуші бұл істің қатысушысы емес',
      ru: 'Отправитель не участвует в этом деле',
      zh: '发送方不是本案的参与方',
    },
  },
  ...evidenceProblems,
  ...witnessProblems,
} as const satisfies ProblemCatalogue;

export type ExchangeProblemCode = keyof typeof exchangeProblems;
