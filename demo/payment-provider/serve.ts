import { parseArgs } from 'node:util';
import { startProvider } from './provider.ts';

const RETRY_MS = [1000, 2000, 5000, 15_000, 60_000];

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8627' },
      key: { type: 'string' },
      events: { type: 'string' },
      secret: { type: 'string' },
      file: { type: 'string' },
    },
  });
  const { port, key, events, secret, file } = values;
  if (key === undefined || events === undefined || secret === undefined)
    throw new Error(
      'node demo/payment-provider/serve.ts --key KEY --events URL --secret SECRET [--port 8627] [--file FILE]',
    );
  const provider = await startProvider({
    port: Number(port),
    key,
    events,
    secret,
    retryMs: RETRY_MS,
    ...(file && { file }),
  });
  console.log(`The stand-in of the payment provider is at ${provider.base}`);
  const end = (): void => void provider.stop().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
};

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The stand-in could not start.');
  process.exitCode = 1;
}
