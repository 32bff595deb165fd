export { QUERY_FOLDER } from '../data/files.ts';
