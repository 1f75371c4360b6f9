import type en from '../messages/en.json';

/** Every text of the console has a key; one that does not exist does not compile. */
export type MessageKey = keyof typeof en;

/** Values inside a text. */
export type Values = Readonly<Record<string, string | number>>;
