export { cardNumberSchema } from '../domain/cards/card.ts';
