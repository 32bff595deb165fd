export { declareLost } from '../domain/lost-and-claimed.ts';
