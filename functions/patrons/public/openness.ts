export { openness, seesTitles } from '../domain/access/openness.ts';
