export { matchingKind } from '../domain/matching/match-rules.ts';
