/** Refusals of a witness, with the statuses of C2SP tlog-witness. */
import type { ProblemCatalogue } from '@urtuu/platform/contract';

export const witnessProblems = {
  'witness/malformed': {
    status: 400,
    retryable: false,
    title: {
      en: 'The request holds no old size, proof and checkpoint in the form of C2SP tlog-witness',
      mn: 'Хүсэлтэд C2SP tlog-witness хэлбэрийн хуучин хэмжээ, нотолгоо, хяналтын тэмдэглэл алга',
      kk: 'Сұрауда C2SP tlog-witness пішінінде ескі өлшем, дәлел және бақылау белгісі жоқ',
      ru: 'В запросе нет прежнего размера, доказательства и контрольной отметки в форме C2SP tlog-witness',
      zh: '请求中没有符合 C2SP tlog-witness 格式的旧大小、证明和检查点',
    },
  },
  'witness/origin-unknown': {
    status: 404,
    retryable: false,
    title: {
      en: 'This witness does not watch that log',
      mn: 'Энэ гэрч тэр бүртгэлийг ажигладаггүй',
      kk: 'Бұл куәгер ол журналды бақыламайды',
      ru: 'Этот свидетель не следит за таким журналом',
      zh: '该见证者不监看此日志',
    },
  },
  'witness/log-signature-missing': {
    status: 403,
    retryable: false,
    title: {
      en: 'No known key of the log signed the checkpoint, or its signature does not verify',
      mn: 'Хяналтын тэмдэглэлд бүртгэлийн танигдсан түлхүүрээр зурсан хүчинтэй гарын үсэг алга',
      kk: 'Бақылау белгісінде журналдың белгілі кілтімен қойылған жарамды қолтаңба жоқ',
      ru: 'Под контрольной отметкой нет верной подписи известным ключом журнала',
      zh: '检查点没有由该日志的已知密钥作出的有效签名',
    },
  },
  'witness/old-size-too-large': {
    status: 400,
    retryable: false,
    title: {
      en: 'The old size is above that of the checkpoint',
      mn: 'Хуучин хэмжээ хяналтын тэмдэглэлийнхээс их байна',
      kk: 'Ескі өлшем бақылау белгісіндегіден үлкен',
      ru: 'Прежний размер больше размера в контрольной отметке',
      zh: '旧大小超过检查点的大小',
    },
  },
  'witness/inconsistent': {
    status: 422,
    retryable: false,
    title: {
      en: 'The checkpoint does not continue the log that this witness has seen',
      mn: 'Хяналтын тэмдэглэл энэ гэрчийн харсан бүртгэлийн үргэлжлэл биш',
      kk: 'Бақылау белгісі бұл куәгер көрген журналды жалғастырмайды',
      ru: 'Контрольная отметка не продолжает журнал, который видел этот свидетель',
      zh: '该检查点不是此见证者所见日志的延续',
    },
  },
} as const satisfies ProblemCatalogue;
