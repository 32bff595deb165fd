export { hashSecret } from '../data/secret-hash.ts';
