export { kmsTokenSigner } from '../data/token-signer.ts';
