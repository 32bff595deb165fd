export { deviceStates } from '../domain/devices/device-transaction.ts';
