export { factArchive } from '../data/fact-archive.ts';
