export type { MovedSource, UnionFollower } from '../use-cases/follow-decision.ts';
