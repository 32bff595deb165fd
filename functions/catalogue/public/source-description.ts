export { sourceDescription } from '../data/source-description.ts';
