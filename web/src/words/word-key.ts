import type { en } from './en.ts';

/** The name of a sentence. */
export type WordKey = keyof typeof en;
