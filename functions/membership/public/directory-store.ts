export { readDirectory } from '../data/directory-store.ts';
