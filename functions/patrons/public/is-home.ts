export { isHome } from '../domain/access/is-home.ts';
