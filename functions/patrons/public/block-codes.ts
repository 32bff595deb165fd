export { blockCodes } from '../domain/record/block-codes.ts';
