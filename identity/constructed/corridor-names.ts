import type { SeededRandom } from '@urtuu/kernel';

/**
 * Names composed by rule from the elements that Kazakh, Mongolian, Russian and Chinese names are made of; the first of
 * a list are common, the last rare. Combined by chance they name nobody.
 */
export type People = 'kazakh' | 'khalkha' | 'russian' | 'han';
export type Sex = 'male' | 'female';

export interface ConstructedName {
  /** own name, in the alphabet of the people */
  readonly given: string;
  readonly father: string;
  readonly grandfather: string;
  readonly clan: string;
}

/** A given name; `like` makes it begin as another one does, as parents name twins. */
export function givenName(random: SeededRandom, people: People, sex: Sex, like?: string): string {
  const { whole, first, second } = ELEMENTS[people][sex];
  if (people === 'han') return skewed(random, first) + (random.chance(0.6) ? skewed(random, second) : '');
  if (people === 'russian' || (like === undefined && random.chance(0.35))) return skewed(random, whole);
  const beginning = first.find((element) => like?.startsWith(element)) ?? skewed(random, first);
  return joined(beginning, skewed(random, second));
}

export function familyOfHan(random: SeededRandom): string {
  return skewed(random, HAN_FAMILIES);
}

/** Clan names of Mongolia: a few cover most people. */
export function clanName(random: SeededRandom): string {
  return skewed(random, CLANS);
}

function joined(first: string, second: string): string {
  const same = first.at(-1)?.toLowerCase() === second.charAt(0);
  return first + (same ? second.slice(1) : second);
}

function skewed(random: SeededRandom, from: readonly string[]): string {
  return from[Math.floor(random.next() ** 1.6 * from.length)] ?? '';
}

interface Elements {
  readonly whole: readonly string[];
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

const KAZAKH_FIRST =
  'Нұр Ер Жан Бек Аман Бақыт Дос Тай Қуан Ай Дәулет Есен Сейіт Төле Темір Жұма Ораз Асыл Мейрам Қазы Бай Бал Жар Жол Тоқ Мұхамед Әбді Сағын Қожа Әл Дін Шайм Сәрсен Қыдыр Тұрсын Қали';
const MONGOLIAN_FIRST =
  'Бат Ган Энх Мөнх Эрдэнэ Төмөр Сүх Отгон Алтан Наран Оюун Лхагва Пүрэв Даваа Мягмар Баяр Өлзий Чулуун Хүрэл Болд Сайхан Жаргал Буян Уран Мөнгөн Ариун Түвшин Ням Бямба Цэнд Дамдин Гомбо Сэр Шинэ Зул Тэгш';

const ELEMENTS: Readonly<Record<People, Readonly<Record<Sex, Elements>>>> = {
  kazakh: {
    male: {
      whole: words(
        'Нұрлан Ерлан Серік Болат Қайрат Мұрат Асқар Марат Талғат Бауыржан Дәурен Жәнібек Ахмет Қуаныш Ержан Самат Азамат Арман Бекзат Бақыт Тілек Сәкен Ғабит Қанат Төлеген Еркін Хамит Зейнолла Қабдолла Мақсат Өмірбек Ілияс Шәкен Уәли Смайыл Һамза Тұрсын Қожахмет Мейірхан Қизат Сұлтан Жомарт Айтбай Құрман Рысбек Сайран Тоқтар Мүбарак Ғалым Шынболат Хұсайын Қамбар Оңдасын Өтеген',
      ),
      first: words(KAZAKH_FIRST),
      second: words(
        'бек жан хан бай лан ғали болат мұрат тай сұлтан ғазы дәулет болсын қожа берген ғыдыр тас сейіт мәди шат зат дос тұр аман',
      ),
    },
    female: {
      whole: words(
        'Айгүл Гүлнар Сәуле Шолпан Жанар Бақыт Назым Роза Гүлжан Айнұр Мәриям Зәуре Күләш Қарлығаш Раушан Меруерт Әсел Динара Жазира Майра Нұргүл Сайраш Тұрсынгүл Хадиша Кәмшат Үміт Қымбат Ләззат Әлия Өрзия Шырын Бибігүл Ұлжан Ақмарал Зейнегүл Манат Перизат Қалампыр Жібек Ғалия',
      ),
      first: words(`Ай Гүл Күн Ақ Жібек Мәрия Алтын Бибі ${KAZAKH_FIRST}`),
      second: words('гүл жан нар шат сұлу бике нұр ай жамал зада мира ша қыз бану ира'),
    },
  },
  khalkha: {
    male: {
      whole: words(
        'Болд Дорж Бат Ганбаатар Батбаяр Отгонбаяр Төмөр Жаргал Ганзориг Сүхбат Чулуун Мөнх Очир Цэрэн Дамдин Пүрэв Лхагва Гантулга Бямба Сэргэлэн Тулга Билгүүн Ундрах Эрхэм Хулан Гомбо Намжил Ёндон Юмжаа Шагдар Содном Лувсан Жамсран Равдан Щинэн',
      ),
      first: words(MONGOLIAN_FIRST),
      second: words(
        'болд баатар баяр бат эрдэнэ жаргал сүх зориг төмөр тулга дорж өлзий очир сайхан хүү мөнх тогтох дэлгэр билэг цог',
      ),
    },
    female: {
      whole: words(
        'Оюун Сарангэрэл Цэцэг Энхтуяа Мөнхзул Болормаа Нарантуяа Дулмаа Цэрэнханд Уранчимэг Солонго Номин Анужин Хонгорзул Янжин Долгор Ханд Пагма Цолмон Сувд Ундармаа Ичинхорлоо Гэрэлмаа Дэлгэрмаа Юмчмаа',
      ),
      first: words(MONGOLIAN_FIRST),
      second: words('цэцэг туяа чимэг гэрэл маа зул жаргал солонго сувд хишиг оюун мөнх цолмон шүрэн'),
    },
  },
  russian: {
    male: {
      whole: words(
        'Александр Сергей Владимир Андрей Алексей Дмитрий Николай Иван Михаил Виктор Юрий Павел Пётр Григорий Фёдор Степан Кузьма Ефим',
      ),
      first: [],
      second: [],
    },
    female: {
      whole: words(
        'Елена Татьяна Ольга Наталья Ирина Светлана Анна Мария Галина Людмила Юлия Нина Вера Евгения Ксения Пелагея',
      ),
      first: [],
      second: [],
    },
  },
  han: {
    male: {
      whole: [],
      first: Array.from('伟强军勇杰磊超明刚平建国志海文林东波峰龙'),
      second: Array.from('伟强军勇杰磊超明刚平华民生荣斌辉鹏涛亮新'),
    },
    female: {
      whole: [],
      first: Array.from('芳娜敏静丽艳霞秀红玲桂英慧玉雪梅兰婷晓春'),
      second: Array.from('芳娜敏静丽艳霞英红玲珍慧玉雪梅兰婷燕云萍'),
    },
  },
};

const HAN_FAMILIES = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹');

const CLANS = words(
  'Боржигин Хатагин Бэсүд Олхонуд Найман Шарнууд Тайчууд Жалайр Хотгойд Дөрвөд Урианхай Бүүдэй Халбагад Сартуул',
);
