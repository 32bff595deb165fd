export { cardNumberSchema } from '../domain/card.ts';
