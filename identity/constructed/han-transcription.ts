import type { SeededRandom } from '@urtuu/kernel';
import { foldName } from '../names/fold-name.ts';
import type { ReadableScript } from '../names/writing.ts';

/**
 * A name in Han characters as a clerk in China would transcribe it: syllable by syllable, a final consonant as a
 * syllable of its own, and of the characters that sound alike any one, because they are chosen freely.
 */
export function transcribed(random: SeededRandom, name: string, script: ReadableScript): string {
  const fold = foldName(name, script).join('');
  let han = '';
  for (let at = 0; at < fold.length;) {
    const [syllable = '', onset = '', vowel = ''] = SYLLABLE.exec(fold.slice(at)) ?? [];
    const closed = vowel !== '' && /^n(?![aeiou])/.test(fold.slice(at + syllable.length));
    const withN = closed ? CHARACTERS[`${onset}${vowel}n`] : undefined;
    if (syllable === '') at += 1;
    else if (withN !== undefined) {
      han += character(random, withN);
      at += syllable.length + 1;
    } else {
      const characters = vowel === '' ? FINALS[onset] : CHARACTERS[onset + vowel];
      han += character(random, characters ?? '');
      at += syllable.length;
    }
  }
  return han;
}

function character(random: SeededRandom, from: string): string {
  const characters = Array.from(from);
  return characters[Math.floor(random.next() ** 1.5 * characters.length)] ?? '';
}

const SYLLABLE = /^(sh|ch|ts|[bcdfghjklmnprstvz])?([aeiou])?/;

/** A consonant without a vowel behind it. */
const FINALS: Readonly<Record<string, string>> = {
  b: '布甫',
  p: '普甫',
  m: '木姆',
  f: '夫',
  v: '夫甫',
  d: '德提',
  t: '提特',
  n: '恩',
  l: '勒力尔',
  r: '尔日',
  g: '格克',
  k: '克合',
  h: '合赫',
  j: '吉',
  ch: '奇',
  sh: '什西',
  s: '斯',
  z: '孜兹',
  ts: '次其',
};

const CHARACTERS: Readonly<Record<string, string>> = {
  a: '阿',
  e: '叶额',
  i: '依伊',
  o: '奥沃',
  u: '乌吾',
  an: '安',
  en: '恩',
  in: '因',
  on: '翁',
  un: '温',
  ba: '巴',
  be: '别白',
  bi: '比毕',
  bo: '波博',
  bu: '布不',
  ban: '班',
  ben: '本',
  bin: '宾',
  pa: '帕',
  pe: '佩',
  pi: '皮',
  po: '珀',
  pu: '普',
  ma: '马玛麻',
  me: '麦梅',
  mi: '米密',
  mo: '莫毛',
  mu: '木穆',
  man: '曼满',
  men: '门',
  min: '明敏',
  mon: '蒙孟',
  mun: '蒙孟',
  fa: '法',
  fe: '费',
  fi: '菲',
  fo: '佛',
  fu: '福',
  va: '瓦',
  ve: '维',
  vi: '维',
  vo: '沃',
  vu: '武',
  da: '达大',
  de: '德迭',
  di: '迪地',
  do: '多道',
  du: '杜都',
  dan: '丹',
  den: '登',
  din: '丁',
  ta: '塔他',
  te: '特铁',
  ti: '提铁',
  to: '托陶',
  tu: '图吐',
  tan: '坦',
  ten: '腾',
  tin: '廷',
  na: '那纳娜',
  ne: '涅乃',
  ni: '尼妮',
  no: '诺',
  nu: '努奴',
  nan: '南',
  la: '拉',
  le: '列勒',
  li: '力里丽',
  lo: '洛罗',
  lu: '鲁路',
  lan: '兰',
  len: '连',
  lin: '林',
  ra: '拉热',
  re: '热勒',
  ri: '日力',
  ro: '罗',
  ru: '如鲁',
  ran: '然兰',
  ren: '仁连',
  rin: '林',
  ga: '加尕嘎',
  ge: '格盖',
  gi: '给吉',
  go: '郭高',
  gu: '古库',
  gan: '干甘',
  gen: '根',
  ka: '卡哈',
  ke: '克',
  ki: '克',
  ko: '阔科',
  ku: '库胡',
  kan: '坎汗',
  ken: '肯',
  kin: '肯金',
  kon: '孔',
  kun: '昆',
  ha: '哈',
  he: '合赫',
  hi: '希黑',
  ho: '霍胡',
  hu: '胡呼',
  han: '汗罕',
  hen: '恒',
  hon: '洪',
  hun: '洪',
  ja: '加扎',
  je: '杰哲',
  ji: '吉',
  jo: '卓',
  ju: '居朱',
  jan: '江坚',
  cha: '恰查',
  che: '切',
  chi: '奇其',
  cho: '乔朝',
  chu: '楚',
  sha: '沙',
  she: '谢舍',
  shi: '什西',
  sho: '肖',
  shu: '舒',
  shan: '山',
  shin: '新欣',
  sa: '萨沙',
  se: '赛塞',
  si: '斯西',
  so: '索',
  su: '苏',
  san: '桑',
  sen: '森',
  sin: '辛新',
  sun: '孙逊',
  za: '扎',
  ze: '泽则',
  zi: '孜兹',
  zo: '佐',
  zu: '祖',
  tsa: '查擦',
  tse: '策其',
  tsi: '其次',
  tso: '朝措',
  tsu: '楚粗',
  tsen: '岑',
};
