export { saveExpiry } from '../data/patron-edits.ts';
