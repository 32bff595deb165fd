export { standingOf } from '../data/standing-of.ts';
