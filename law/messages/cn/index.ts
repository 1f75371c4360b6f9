import en from './en.json' with { type: 'json' };
import kk from './kk.json' with { type: 'json' };
import mn from './mn.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import type { Texts } from '../texts.ts';

export default { en, mn, kk, ru, zh } satisfies Texts<typeof en>;
