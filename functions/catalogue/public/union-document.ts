export type { SourceInUnion } from '../domain/union/union-document.ts';
