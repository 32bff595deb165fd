export { termsEnding } from '../data/terms-ending.ts';
