export { END } from '../domain/index/heading.ts';
