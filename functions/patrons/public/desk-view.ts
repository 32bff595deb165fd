export { reasonsAgainst } from '../domain/desk-view.ts';
