export { secretFits } from '../data/secret-hash.ts';
