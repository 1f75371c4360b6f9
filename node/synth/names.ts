import type { Sex } from '@urtuu/identity';
import type { ConstructedName } from './constructed-person.ts';
import type { SeededRandom } from '@urtuu/kernel';

/** Common given names in Mongolian and Kazakh spelling; combined by chance they name nobody. */
type Pair = readonly [mn: string, kk: string];
type Names = readonly [Pair, ...Pair[]];

const KAZAKH_MEN: Names = [
  ['Нурлан', 'Нұрлан'],
  ['Ерлан', 'Ерлан'],
  ['Серик', 'Серік'],
  ['Болат', 'Болат'],
  ['Кайрат', 'Қайрат'],
  ['Мурат', 'Мұрат'],
  ['Аскар', 'Асқар'],
  ['Марат', 'Марат'],
  ['Талгат', 'Талғат'],
  ['Бауыржан', 'Бауыржан'],
  ['Даурен', 'Дәурен'],
  ['Жанибек', 'Жәнібек'],
];

const KAZAKH_WOMEN: Names = [
  ['Айгуль', 'Айгүл'],
  ['Гульнар', 'Гүлнар'],
  ['Сауле', 'Сәуле'],
  ['Шолпан', 'Шолпан'],
  ['Жанар', 'Жанар'],
  ['Бакыт', 'Бақыт'],
  ['Назым', 'Назым'],
  ['Роза', 'Роза'],
];

const MONGOLIAN_MEN: Names = [
  ['Батболд', 'Батболд'],
  ['Ганбаатар', 'Ганбаатар'],
  ['Энхбаяр', 'Энхбаяр'],
  ['Төмөр', 'Төмөр'],
  ['Жаргал', 'Жаргал'],
  ['Ганзориг', 'Ганзориг'],
  ['Отгонбаяр', 'Отгонбаяр'],
  ['Сүхбат', 'Сүхбат'],
];

const MONGOLIAN_WOMEN: Names = [
  ['Оюунчимэг', 'Оюунчимэг'],
  ['Сарангэрэл', 'Сарангэрэл'],
  ['Алтанцэцэг', 'Алтанцэцэг'],
  ['Энхтуяа', 'Энхтуяа'],
  ['Мөнхзул', 'Мөнхзул'],
  ['Болормаа', 'Болормаа'],
];

/** Given name by chance; the father's name comes from the same people's men. */
export function composeName(random: SeededRandom, sex: Sex, people: 'kazakh' | 'mongolian'): ConstructedName {
  const men = people === 'kazakh' ? KAZAKH_MEN : MONGOLIAN_MEN;
  const women = people === 'kazakh' ? KAZAKH_WOMEN : MONGOLIAN_WOMEN;
  const [mnGiven, kkGiven] = random.pick(sex === 'male' ? men : women);
  const [mnParent, kkParent] = random.pick(men);
  const ending = sex === 'male' ? 'ұлы' : 'қызы';
  return {
    mn: { given: mnGiven, parent: mnParent },
    kk: {
      family: kkParent,
      given: kkGiven,
      ...(people === 'kazakh' ? { patronymic: `${kkParent}${ending}` } : {}),
    },
  };
}
