export { saveEdit } from '../data/patron-edits.ts';
