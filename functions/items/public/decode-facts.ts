export { decodeFacts } from '../domain/fact-codec.ts';
