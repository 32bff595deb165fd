export { recordAddress } from '../domain/record-address.ts';
