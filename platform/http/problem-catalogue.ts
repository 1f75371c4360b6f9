/** Errors that every node may answer, with status and title in five languages. Modules add their own catalogues. */
import type { ProblemCatalogue, ProblemKind } from '../contract.ts';

export const problemCatalogue = {
  'transport/unavailable': {
    status: 503,
    retryable: true,
    title: {
      en: 'The service is not available at the moment',
      mn: 'Үйлчилгээ одоогоор ажиллахгүй байна',
      kk: 'Қызмет қазір қолжетімсіз',
      ru: 'Служба сейчас недоступна',
      zh: '服务暂时不可用',
    },
  },
  'transport/overloaded': {
    status: 429,
    retryable: true,
    title: {
      en: 'Too many requests',
      mn: 'Хэт олон хүсэлт ирлээ',
      kk: 'Сұраулар тым көп',
      ru: 'Слишком много запросов',
      zh: '请求过多',
    },
  },
  'transport/timeout': {
    status: 504,
    retryable: true,
    title: {
      en: 'The answer took too long',
      mn: 'Хариу хэт удаан ирлээ',
      kk: 'Жауап тым ұзаққа созылды',
      ru: 'Ответ занял слишком много времени',
      zh: '响应超时',
    },
  },
  'transport/method-not-allowed': {
    status: 405,
    retryable: false,
    title: {
      en: 'This address does not accept this method',
      mn: 'Энэ хаяг ийм үйлдлийг хүлээж авахгүй',
      kk: 'Бұл мекенжай мұндай әдісті қабылдамайды',
      ru: 'Этот адрес не принимает такой метод',
      zh: '此地址不接受该方法',
    },
  },
  'security/unauthenticated': {
    status: 401,
    retryable: false,
    title: {
      en: 'Sign in first',
      mn: 'Эхлээд нэвтэрнэ үү',
      kk: 'Алдымен жүйеге кіріңіз',
      ru: 'Сначала войдите в систему',
      zh: '请先登录',
    },
  },
  'security/sign-in-failed': {
    status: 401,
    retryable: true,
    title: {
      en: 'The sign-in did not succeed; begin again',
      mn: 'Нэвтрэлт амжилтгүй боллоо; дахин эхлүүлнэ үү',
      kk: 'Жүйеге кіру сәтсіз аяқталды; қайта бастаңыз',
      ru: 'Вход не удался; начните заново',
      zh: '登录未成功，请重新开始',
    },
  },
  'security/forbidden': {
    status: 403,
    retryable: false,
    title: {
      en: 'Your role does not permit this',
      mn: 'Таны эрх үүнийг зөвшөөрөхгүй',
      kk: 'Рөліңіз бұған рұқсат бермейді',
      ru: 'Ваша роль этого не позволяет',
      zh: '您的角色无权执行此操作',
    },
  },
  'security/csrf': {
    status: 403,
    retryable: false,
    title: {
      en: 'The request did not come from this console',
      mn: 'Хүсэлт энэ системийн дэлгэцээс ирээгүй',
      kk: 'Сұрау осы консольден келген жоқ',
      ru: 'Запрос пришёл не из этой консоли',
      zh: '请求并非来自本控制台',
    },
  },
  'profile/schema-invalid': {
    status: 422,
    retryable: false,
    title: {
      en: 'The data do not have the expected form',
      mn: 'Өгөгдөл шаардсан хэлбэрт нийцэхгүй байна',
      kk: 'Деректер күтілген пішінге сай емес',
      ru: 'Данные не соответствуют ожидаемой форме',
      zh: '数据不符合要求的格式',
    },
  },
  'profile/too-large': {
    status: 413,
    retryable: false,
    title: {
      en: 'The request is too large',
      mn: 'Хүсэлт хэт том байна',
      kk: 'Сұрау тым үлкен',
      ru: 'Запрос слишком велик',
      zh: '请求过大',
    },
  },
  'profile/media-type': {
    status: 415,
    retryable: false,
    title: {
      en: 'This media type is not accepted',
      mn: 'Ийм төрлийн өгөгдлийг хүлээж авахгүй',
      kk: 'Мұндай дерек түрі қабылданбайды',
      ru: 'Такой тип данных не принимается',
      zh: '不接受此媒体类型',
    },
  },
  'profile/malformed-json': {
    status: 400,
    retryable: false,
    title: {
      en: 'The text is not well-formed JSON',
      mn: 'Бичвэр зөв JSON биш байна',
      kk: 'Мәтін дұрыс JSON емес',
      ru: 'Текст не является правильным JSON',
      zh: '文本不是格式正确的 JSON',
    },
  },
  'business/not-found': {
    status: 404,
    retryable: false,
    title: { en: 'Not found', mn: 'Олдсонгүй', kk: 'Табылмады', ru: 'Не найдено', zh: '未找到' },
  },
  'business/action-not-allowed': {
    status: 409,
    retryable: false,
    title: {
      en: 'This is not possible in the present state',
      mn: 'Одоогийн төлөвт үүнийг хийх боломжгүй',
      kk: 'Қазіргі күйде бұл мүмкін емес',
      ru: 'В текущем состоянии это невозможно',
      zh: '当前状态下无法执行此操作',
    },
  },
  'business/stale-version': {
    status: 412,
    retryable: false,
    title: {
      en: 'Somebody has changed this meanwhile; load it again',
      mn: 'Энэ хооронд өөрчлөгдсөн байна; дахин ачаална уу',
      kk: 'Осы арада өзгертілді; қайта жүктеңіз',
      ru: 'За это время данные изменились; загрузите их заново',
      zh: '数据已被他人修改，请重新加载',
    },
  },
  'business/version-required': {
    status: 428,
    retryable: false,
    title: {
      en: 'State the version you have seen (If-Match)',
      mn: 'Харсан хувилбараа заана уу (If-Match)',
      kk: 'Көрген нұсқаңызды көрсетіңіз (If-Match)',
      ru: 'Укажите версию, которую вы видели (If-Match)',
      zh: '请注明您所见的版本（If-Match）',
    },
  },
  // Retryable: a full disk or a deadlock passes, and a partner that gave up on it would lose a document for it.
  'internal/unexpected': {
    status: 500,
    retryable: true,
    title: {
      en: 'An unexpected error; it has been recorded',
      mn: 'Гэнэтийн алдаа гарлаа; бүртгэгдсэн',
      kk: 'Күтпеген қате; ол тіркелді',
      ru: 'Непредвиденная ошибка; она записана',
      zh: '发生意外错误，已记录',
    },
  },
} as const satisfies ProblemCatalogue;

export type PlatformProblemCode = keyof typeof problemCatalogue;

/** One catalogue of several. Throws if two define the same code: each code has one owner. */
export function mergeCatalogues(...catalogues: readonly ProblemCatalogue[]): ProblemCatalogue {
  const merged: Record<string, ProblemKind> = {};
  for (const catalogue of catalogues) {
    for (const [code, kind] of Object.entries(catalogue)) {
      if (merged[code] !== undefined && merged[code] !== kind) {
        throw new Error(`Two catalogues define ${code}`);
      }
      merged[code] = kind;
    }
  }
  return merged;
}
