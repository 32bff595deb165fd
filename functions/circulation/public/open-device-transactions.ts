export { openDeviceTransactions } from '../data/open-device-transactions.ts';
