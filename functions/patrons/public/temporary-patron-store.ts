export { temporaryPatronsOf } from '../data/temporary-patron-store.ts';
