export { saveEdit, saveExpiry } from '../data/patron-edits.ts';
