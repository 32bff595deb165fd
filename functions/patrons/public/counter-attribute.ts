export { counterAttribute } from '../data/counter-attribute.ts';
