export * from './check-messages.ts';
export * from './format.ts';
export {
  createMessages,
  mergeFiles,
  type MessageFiles,
  type Messages,
  type MessageValues,
} from './messages.ts';
export { cardinalCategory, ordinalCategory, type PluralCategory } from './plural-rules.ts';
