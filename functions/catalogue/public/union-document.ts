export type { SourceInUnion } from '../domain/union-document.ts';
