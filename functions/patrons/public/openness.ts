export { openness, seesTitles } from '../domain/openness.ts';
