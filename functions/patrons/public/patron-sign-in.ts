export { whoSignsIn } from '../data/patron-sign-in.ts';
