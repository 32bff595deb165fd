export { decodeFacts, type EncodedFacts, encodeFacts } from '../domain/fact-codec.ts';
