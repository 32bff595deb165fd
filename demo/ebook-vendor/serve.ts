import { parseArgs } from 'node:util';
import { startVendor } from './vendor.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8627' } } });
const vendor = await startVendor({ port: Number(values.port) });
console.log(`The stand-in vendor of e-books serves OPDS 2 at ${vendor.feed}`);
const end = (): void => void vendor.stop().then(() => process.exit(0));
process.once('SIGINT', end).once('SIGTERM', end);
