export { deviceKinds } from '../domain/devices/device-transaction.ts';
