import { lists } from './es/lists.ts';
import type { ListsKey } from './word-key.ts';

/** Las frases de las listas propias en español, que llegan con la primera que se abre. */
export const esLists: Record<ListsKey, string> = lists;
