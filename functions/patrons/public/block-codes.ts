export { blockCodes } from '../domain/block-codes.ts';
