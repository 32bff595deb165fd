export { isTemporarySource, memberOfSource, sourceIdOf, temporarySourceId } from '../domain/source-id.ts';
