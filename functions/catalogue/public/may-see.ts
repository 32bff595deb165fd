export { maySee } from '../domain/visibility/visibility.ts';
