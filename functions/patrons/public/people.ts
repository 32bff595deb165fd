export { peopleOf } from '../data/people.ts';
