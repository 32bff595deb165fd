export { keys } from '../data/keys.ts';
