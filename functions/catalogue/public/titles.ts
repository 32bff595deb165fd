export { type Titles, titlesIn } from '../data/titles.ts';
