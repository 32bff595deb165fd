export { patronPseudonym } from '../data/patron-pseudonym.ts';
