import { writeFileSync } from 'node:fs';
import { readEnvironment } from '../../layers/platform/runtime/environment.ts';
import { aTable, dropTable } from '../../test/builders/dynamodb-local.ts';
import { makePracticeRows } from './rows.ts';

// Creates the rows of the Practice Library again on DynamoDB Local (DYNAMODB_LOCAL_ENDPOINT): after a change of what operations store.
const { name } = await aTable();
console.log = () => undefined;
const rows = await makePracticeRows(readEnvironment({ PRACTICE_TABLE_NAME: name, AWS_REGION: 'us-east-1' }));
const file = new URL('../../functions/membership/data/practice-seed.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ rows })}\n`);
await dropTable(name);
process.stdout.write(`${rows.length} rows\n`);
