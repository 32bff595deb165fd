export { hashSecret, secretFits } from '../data/secret-hash.ts';
