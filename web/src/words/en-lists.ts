/** The sentences of a patron’s own lists in English, which come with the first that is opened: no search waits for them. */
export { lists as enLists } from './en/lists.ts';
