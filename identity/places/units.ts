/**
 * First-level units of Mongolia and Kazakhstan (ISO 3166-2 codes, Kazakhstan as divided in 2022), the soums of
 * Bayan-Ölgii and Khovd, where the Kazakhs of Mongolia live, and the districts of Ulaanbaatar, in the spellings of five
 * languages and of older maps. Public geographic names, written down from general knowledge and not yet compared with
 * a gazetteer of either state; former oblasts and renamed towns stand with the unit that holds them now.
 */

export interface RegionRow {
  readonly code: string;
  readonly names: {
    readonly en: string;
    readonly mn: string;
    readonly kk: string;
    readonly ru: string;
    readonly zh: string;
  };
  readonly also: readonly string[];
}

/** A soum or district; its code is that of its region and its place in the list. */
export interface DistrictRow {
  readonly in: string;
  readonly mn: string;
  readonly kk?: string;
}

export const MONGOLIA: readonly RegionRow[] = [
  {
    code: 'MN-1',
    names: { en: 'Ulaanbaatar', mn: 'Улаанбаатар', kk: 'Ұлан-Батыр', ru: 'Улан-Батор', zh: '乌兰巴托' },
    also: ['Ulan Bator', 'Уланбатор', 'Улан Батор', '乌兰巴托市', 'Нийслэл'],
  },
  {
    code: 'MN-071',
    names: { en: 'Bayan-Ölgii', mn: 'Баян-Өлгий', kk: 'Баян-Өлгей', ru: 'Баян-Улгий', zh: '巴彦乌列盖' },
    also: [
      'Баян-Улгэй',
      'Баян-Ольгий',
      'Баянөлгий',
      'Bayan-Ulgii',
      'Bayan-Olgii',
      '巴彦乌勒盖',
      '巴彦-乌列盖',
    ],
  },
  {
    code: 'MN-043',
    names: { en: 'Khovd', mn: 'Ховд', kk: 'Қобда', ru: 'Ховд', zh: '科布多' },
    also: ['Кобдо', 'Кобдоский', 'Hovd', 'Kobdo', 'Qobda'],
  },
  {
    code: 'MN-046',
    names: { en: 'Uvs', mn: 'Увс', kk: 'Увс', ru: 'Увс', zh: '乌布苏' },
    also: ['Убсунур', 'Убсу-Нур', 'Убсунурский', 'Ubs'],
  },
  {
    code: 'MN-057',
    names: { en: 'Zavkhan', mn: 'Завхан', kk: 'Завхан', ru: 'Завхан', zh: '扎布汗' },
    also: ['Дзабхан', 'Дзабханский', 'Dzavhan'],
  },
  {
    code: 'MN-065',
    names: { en: 'Govi-Altai', mn: 'Говь-Алтай', kk: 'Гоби-Алтай', ru: 'Говь-Алтай', zh: '戈壁阿尔泰' },
    also: ['Гоби-Алтайский', 'Govi-Altay', 'Gobi-Altai'],
  },
  {
    code: 'MN-069',
    names: { en: 'Bayankhongor', mn: 'Баянхонгор', kk: 'Баянхоңғор', ru: 'Баянхонгор', zh: '巴彦洪戈尔' },
    also: ['Bayanhongor', 'Баян-Хонгор'],
  },
  {
    code: 'MN-073',
    names: { en: 'Arkhangai', mn: 'Архангай', kk: 'Архангай', ru: 'Архангай', zh: '后杭爱' },
    also: ['Ара-Хангай', 'Ара-Хангайский', 'Arhangay'],
  },
  {
    code: 'MN-055',
    names: { en: 'Övörkhangai', mn: 'Өвөрхангай', kk: 'Өвөрхангай', ru: 'Увэр-Хангай', zh: '前杭爱' },
    also: ['Уверхангай', 'Убур-Хангай', 'Убур-Хангайский', 'Ovorkhangai', 'Uvurkhangai', 'Övörhangay'],
  },
  {
    code: 'MN-041',
    names: { en: 'Khövsgöl', mn: 'Хөвсгөл', kk: 'Хөвсгөл', ru: 'Хубсугул', zh: '库苏古尔' },
    also: ['Хувсгел', 'Хувсгул', 'Косогол', 'Khuvsgul', 'Hövsgöl', 'Khovsgol'],
  },
  {
    code: 'MN-067',
    names: { en: 'Bulgan', mn: 'Булган', kk: 'Булган', ru: 'Булган', zh: '布尔干' },
    also: ['Булганский'],
  },
  {
    code: 'MN-035',
    names: { en: 'Orkhon', mn: 'Орхон', kk: 'Орхон', ru: 'Орхон', zh: '鄂尔浑' },
    also: ['Orhon'],
  },
  {
    code: 'MN-049',
    names: { en: 'Selenge', mn: 'Сэлэнгэ', kk: 'Селенге', ru: 'Сэлэнгэ', zh: '色楞格' },
    also: ['Селенгинский', 'Селенга'],
  },
  {
    code: 'MN-037',
    names: { en: 'Darkhan-Uul', mn: 'Дархан-Уул', kk: 'Дархан-Уул', ru: 'Дархан-Уул', zh: '达尔汗乌勒' },
    also: ['Darhan-Uul', 'Дархан'],
  },
  {
    code: 'MN-047',
    names: { en: 'Töv', mn: 'Төв', kk: 'Төв', ru: 'Туве', zh: '中央' },
    also: ['Центральный', 'Төв', 'Tuv', 'Tov', 'Central'],
  },
  {
    code: 'MN-039',
    names: { en: 'Khentii', mn: 'Хэнтий', kk: 'Хэнтий', ru: 'Хэнтий', zh: '肯特' },
    also: ['Хэнтэй', 'Хентей', 'Hentiy', 'Кентей'],
  },
  {
    code: 'MN-061',
    names: { en: 'Dornod', mn: 'Дорнод', kk: 'Дорнод', ru: 'Дорнод', zh: '东方' },
    also: ['Восточный', 'Чойбалсан'],
  },
  {
    code: 'MN-051',
    names: { en: 'Sükhbaatar', mn: 'Сүхбаатар', kk: 'Сүхбаатар', ru: 'Сухэ-Батор', zh: '苏赫巴托尔' },
    also: ['Сухбаатар', 'Сухэ-Баторский', 'Sukhbaatar', 'Sühbaatar'],
  },
  {
    code: 'MN-063',
    names: { en: 'Dornogovi', mn: 'Дорноговь', kk: 'Дорноговь', ru: 'Дорноговь', zh: '东戈壁' },
    also: ['Восточно-Гобийский', 'Восточная Гоби', 'Dornogobi', 'East Gobi'],
  },
  {
    code: 'MN-059',
    names: { en: 'Dundgovi', mn: 'Дундговь', kk: 'Дундговь', ru: 'Дундговь', zh: '中戈壁' },
    also: ['Среднегобийский', 'Средняя Гоби', 'Dundgobi', 'Middle Gobi'],
  },
  {
    code: 'MN-053',
    names: { en: 'Ömnögovi', mn: 'Өмнөговь', kk: 'Өмнөговь', ru: 'Умнеговь', zh: '南戈壁' },
    also: ['Южно-Гобийский', 'Южная Гоби', 'Omnogovi', 'Umnugovi', 'South Gobi'],
  },
  {
    code: 'MN-064',
    names: { en: 'Govisümber', mn: 'Говьсүмбэр', kk: 'Говьсүмбэр', ru: 'Говь-Сумбэр', zh: '戈壁苏木贝尔' },
    also: ['Гоби-Сумбэр', 'Govi-Sumber', 'Govisumber'],
  },
];

export const KAZAKHSTAN: readonly RegionRow[] = [
  {
    code: 'KZ-71',
    names: { en: 'Astana', mn: 'Астана', kk: 'Астана', ru: 'Астана', zh: '阿斯塔纳' },
    also: ['Нұр-Сұлтан', 'Нур-Султан', 'Nur-Sultan', 'Целиноград', 'Ақмола қаласы', 'Акмола', '努尔苏丹'],
  },
  {
    code: 'KZ-75',
    names: { en: 'Almaty', mn: 'Алматы', kk: 'Алматы', ru: 'Алматы', zh: '阿拉木图' },
    also: ['Алма-Ата', 'Alma-Ata', 'г. Алматы', 'Алматы қаласы', 'Almaty city'],
  },
  {
    code: 'KZ-79',
    names: { en: 'Shymkent', mn: 'Шымкент', kk: 'Шымкент', ru: 'Шымкент', zh: '奇姆肯特' },
    also: ['Чимкент', 'Chimkent', '希姆肯特'],
  },
  {
    code: 'KZ-10',
    names: { en: 'Abai', mn: 'Абай', kk: 'Абай', ru: 'Абайская', zh: '阿拜' },
    also: ['Абай облысы', 'область Абай', 'Abay'],
  },
  {
    code: 'KZ-11',
    names: { en: 'Akmola', mn: 'Акмола', kk: 'Ақмола', ru: 'Акмолинская', zh: '阿克莫拉' },
    also: ['Целиноградская', 'Ақмола облысы', 'Aqmola', 'Akmola Region'],
  },
  {
    code: 'KZ-15',
    names: { en: 'Aktobe', mn: 'Актөбе', kk: 'Ақтөбе', ru: 'Актюбинская', zh: '阿克托别' },
    also: ['Aqtobe', 'Aktyubinsk', 'Актобе', 'Актюбинск', '阿克纠宾斯克'],
  },
  {
    code: 'KZ-19',
    names: {
      en: 'Almaty Region',
      mn: 'Алматы муж',
      kk: 'Алматы облысы',
      ru: 'Алматинская',
      zh: '阿拉木图州',
    },
    also: ['Алма-Атинская', 'Almaty Oblast'],
  },
  {
    code: 'KZ-23',
    names: { en: 'Atyrau', mn: 'Атырау', kk: 'Атырау', ru: 'Атырауская', zh: '阿特劳' },
    also: ['Гурьевская', 'Гурьев', 'Guryev'],
  },
  {
    code: 'KZ-27',
    names: {
      en: 'West Kazakhstan',
      mn: 'Баруун Казахстан',
      kk: 'Батыс Қазақстан',
      ru: 'Западно-Казахстанская',
      zh: '西哈萨克斯坦',
    },
    also: ['Уральская', 'Уральск', 'Орал', 'БҚО', 'ЗКО'],
  },
  {
    code: 'KZ-31',
    names: { en: 'Jambyl', mn: 'Жамбыл', kk: 'Жамбыл', ru: 'Жамбылская', zh: '江布尔' },
    also: ['Джамбул', 'Джамбулская', 'Джамбульская', 'Zhambyl', 'Dzhambul', 'Тараз'],
  },
  {
    code: 'KZ-33',
    names: { en: 'Jetisu', mn: 'Жетису', kk: 'Жетісу', ru: 'Жетысуская', zh: '杰特苏' },
    also: ['область Жетісу', 'Талды-Курганская', 'Талдыкорганская', 'Жетысу', 'Zhetisu', 'Zhetysu'],
  },
  {
    code: 'KZ-35',
    names: { en: 'Karaganda', mn: 'Караганды', kk: 'Қарағанды', ru: 'Карагандинская', zh: '卡拉干达' },
    also: ['Караганда', 'Qaragandy', 'Karagandy'],
  },
  {
    code: 'KZ-39',
    names: { en: 'Kostanay', mn: 'Костанай', kk: 'Қостанай', ru: 'Костанайская', zh: '科斯塔奈' },
    also: ['Кустанай', 'Кустанайская', 'Qostanay', 'Kustanay'],
  },
  {
    code: 'KZ-43',
    names: { en: 'Kyzylorda', mn: 'Кызылорда', kk: 'Қызылорда', ru: 'Кызылординская', zh: '克孜勒奥尔达' },
    also: ['Кзыл-Орда', 'Кзыл-Ординская', 'Qyzylorda', 'Kzyl-Orda'],
  },
  {
    code: 'KZ-47',
    names: { en: 'Mangystau', mn: 'Мангистау', kk: 'Маңғыстау', ru: 'Мангистауская', zh: '曼格斯套' },
    also: ['Мангышлак', 'Мангышлакская', 'Mangghystau', 'Mangistau'],
  },
  {
    code: 'KZ-55',
    names: { en: 'Pavlodar', mn: 'Павлодар', kk: 'Павлодар', ru: 'Павлодарская', zh: '巴甫洛达尔' },
    also: [],
  },
  {
    code: 'KZ-59',
    names: {
      en: 'North Kazakhstan',
      mn: 'Хойд Казахстан',
      kk: 'Солтүстік Қазақстан',
      ru: 'Северо-Казахстанская',
      zh: '北哈萨克斯坦',
    },
    also: ['СҚО', 'СКО', 'Петропавловск', 'Петропавл', 'Кокчетавская', 'Көкшетау'],
  },
  {
    code: 'KZ-61',
    names: { en: 'Turkistan', mn: 'Туркестан', kk: 'Түркістан', ru: 'Туркестанская', zh: '突厥斯坦' },
    also: [
      'Оңтүстік Қазақстан',
      'Южно-Казахстанская',
      'ОҚО',
      'ЮКО',
      'South Kazakhstan',
      'Чимкентская',
      'Туркістан',
      'Turkestan',
      '图尔克斯坦',
      '南哈萨克斯坦',
    ],
  },
  {
    code: 'KZ-62',
    names: { en: 'Ulytau', mn: 'Улытау', kk: 'Ұлытау', ru: 'Улытауская', zh: '乌勒套' },
    also: ['область Ұлытау', 'Жезказганская', 'Джезказганская', 'Жезқазған', 'Улытау'],
  },
  {
    code: 'KZ-63',
    names: {
      en: 'East Kazakhstan',
      mn: 'Зүүн Казахстан',
      kk: 'Шығыс Қазақстан',
      ru: 'Восточно-Казахстанская',
      zh: '东哈萨克斯坦',
    },
    also: ['ШҚО', 'ВКО', 'Өскемен', 'Усть-Каменогорск', 'Семипалатинская', 'Семей'],
  },
];

export const DISTRICTS: readonly DistrictRow[] = [
  { in: 'MN-071', mn: 'Алтай' },
  { in: 'MN-071', mn: 'Алтанцөгц' },
  { in: 'MN-071', mn: 'Баяннуур', kk: 'Баяннұр' },
  { in: 'MN-071', mn: 'Бугат', kk: 'Бұғаты' },
  { in: 'MN-071', mn: 'Булган', kk: 'Бұлғын' },
  { in: 'MN-071', mn: 'Буянт' },
  { in: 'MN-071', mn: 'Дэлүүн', kk: 'Делүүн' },
  { in: 'MN-071', mn: 'Ногооннуур', kk: 'Ноғооннұр' },
  { in: 'MN-071', mn: 'Өлгий', kk: 'Өлгей' },
  { in: 'MN-071', mn: 'Сагсай', kk: 'Сақсай' },
  { in: 'MN-071', mn: 'Толбо' },
  { in: 'MN-071', mn: 'Улаанхус', kk: 'Ұланқұс' },
  { in: 'MN-071', mn: 'Цэнгэл' },
  { in: 'MN-043', mn: 'Алтай' },
  { in: 'MN-043', mn: 'Булган' },
  { in: 'MN-043', mn: 'Буянт' },
  { in: 'MN-043', mn: 'Дарви' },
  { in: 'MN-043', mn: 'Дөргөн' },
  { in: 'MN-043', mn: 'Дуут' },
  { in: 'MN-043', mn: 'Жаргалант' },
  { in: 'MN-043', mn: 'Зэрэг' },
  { in: 'MN-043', mn: 'Манхан' },
  { in: 'MN-043', mn: 'Мөнххайрхан' },
  { in: 'MN-043', mn: 'Мөст' },
  { in: 'MN-043', mn: 'Мянгад' },
  { in: 'MN-043', mn: 'Үенч' },
  { in: 'MN-043', mn: 'Ховд' },
  { in: 'MN-043', mn: 'Цэцэг' },
  { in: 'MN-043', mn: 'Чандмань' },
  { in: 'MN-043', mn: 'Эрдэнэбүрэн' },
  { in: 'MN-1', mn: 'Багануур' },
  { in: 'MN-1', mn: 'Багахангай' },
  { in: 'MN-1', mn: 'Баянгол' },
  { in: 'MN-1', mn: 'Баянзүрх' },
  { in: 'MN-1', mn: 'Налайх' },
  { in: 'MN-1', mn: 'Сонгинохайрхан' },
  { in: 'MN-1', mn: 'Сүхбаатар' },
  { in: 'MN-1', mn: 'Хан-Уул' },
  { in: 'MN-1', mn: 'Чингэлтэй' },
];
