export { termsAndOthers } from '../data/terms-and-others.ts';
