export type { Viewer } from '../domain/visibility/visibility.ts';
