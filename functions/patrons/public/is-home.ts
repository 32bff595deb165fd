export { isHome } from '../domain/is-home.ts';
