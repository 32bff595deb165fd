import { optionsFrom, USAGE } from './options.ts';
import { startPartner } from './partner.ts';

const run = async (): Promise<void> => {
  const partner = await startPartner(optionsFrom(process.argv.slice(2)));
  console.log(`The stand-in partner is at ${partner.base} and takes ISO 18626 at ${partner.iso}`);
  const end = (): void => void partner.stop().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
};

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The stand-in partner could not start.');
  console.error(USAGE);
  process.exitCode = 1;
}
