export { temporaryWrite } from '../data/temporary-patron-store.ts';
