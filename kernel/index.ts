export * from './day.ts';
export * from './ids.ts';
export * from './interval.ts';
export * from './json.ts';
export * from './locale.ts';
export * from './rational.ts';
export * from './result.ts';
export * from './seeded-random.ts';
