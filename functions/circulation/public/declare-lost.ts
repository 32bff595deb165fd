export { declareLost } from '../domain/items/lost-and-claimed.ts';
