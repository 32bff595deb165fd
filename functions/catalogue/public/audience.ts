export type { Audience } from '../domain/visibility/visibility.ts';
