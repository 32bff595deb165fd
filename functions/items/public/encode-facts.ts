export { encodeFacts } from '../domain/fact-codec.ts';
