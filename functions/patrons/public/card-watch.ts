export { type CardTime, type CardWatch, lookAtCard, watchOfCard } from '../domain/card-watch.ts';
