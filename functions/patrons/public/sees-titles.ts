export { seesTitles } from '../domain/access/openness.ts';
