import { tokenOf } from './access-token.ts';
import { endpointsSchema } from './endpoints.ts';
import { failureText } from './failure.ts';
import { readJson } from './json-file.ts';
import { startPlaces } from './places.ts';

const [name] = process.argv.slice(2);
const endpoints = readJson(startPlaces().endpoints, endpointsSchema);
const account = endpoints?.accounts.find((one) => one.account === name);
if (!endpoints) {
  console.error('Concord has not been started here: run npm start first.');
  process.exitCode = 1;
} else if (!account) {
  console.error(
    `Name an account: npm run token -- ACCOUNT, one of ${endpoints.accounts.map((one) => one.account).join(', ') || '(none)'}.`,
  );
  process.exitCode = 1;
} else {
  try {
    process.stdout.write(`${await tokenOf(endpoints, account)}\n`);
  } catch (error) {
    console.error(failureText(error));
    process.exitCode = 1;
  }
}
