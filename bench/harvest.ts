import { existsSync } from 'node:fs';
import { harvestState } from '../functions/catalogue/data/harvest-row.ts';
import { type HarvestNote, noteHarvest } from '../functions/catalogue/data/harvest-store.ts';
import { unionDocument } from '../functions/catalogue/domain/union/union-document.ts';
import { splitterOf } from '../functions/catalogue/use-cases/load-part.ts';
import { handler } from '../functions/discovery/operations/harvest/handler.ts';
import { systemRuntime } from '../layers/platform/runtime/runtime.ts';
import { readIso2709 } from '../layers/protocols/marc/read-iso2709.ts';
import type { MarcRecord } from '../layers/protocols/marc/record.ts';
import { splitRecords } from '../layers/protocols/marc/split-iso2709.ts';
import { call } from '../test/builders/call.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { aSite } from '../test/builders/site.ts';
import { missedOf, reportMissed } from './goals.ts';
import { bytesOfFile, cpuSeconds } from './ingest/stages.ts';
import { generatedRecord } from './marc-files.ts';
import { withDynamoDb } from './with-dynamodb.ts';

/** The number of records when no file is named. */
const GENERATED = 20_000;
const BATCH = 200;
const GOAL = 3_500;

/** A complete harvest: its records and time. `perCpuSecond`: by this process's own CPU seconds. */
type Harvest = {
  prefix: string;
  records: number;
  pages: number;
  megabytes: number;
  seconds: number;
  perSecond: number;
  perCpuSecond: number;
};

async function* recordsOf(file: string | undefined): AsyncGenerator<MarcRecord> {
  if (file === undefined) for (let n = 0; n < GENERATED; n++) yield generatedRecord(n);
  else
    for await (const piece of splitRecords(bytesOfFile(file), splitterOf('iso2709'))) {
      const read = 'bytes' in piece ? readIso2709(piece.bytes) : undefined;
      if (read && 'record' in read) yield read.record;
    }
}

const noteOf = (record: MarcRecord, n: number): HarvestNote => {
  const recordId = `rec_${n.toString(36).padStart(26, '0')}`;
  const source = { sourceId: `bench:${n}`, memberId: 'bench', localId: String(n), record };
  const shown = [{ ...source, hiddenFrom: [], hiddenHoldings: {}, copies: [] }];
  return { recordId, number: 1, ...harvestState(shown, unionDocument(recordId, shown)) };
};

const fill = async (file: string | undefined): Promise<number> => {
  const table = await aTable();
  let [n, waiting]: [number, HarvestNote[]] = [0, []];
  for await (const record of recordsOf(file)) {
    waiting.push(noteOf(record, n));
    n += 1;
    if (waiting.length < BATCH) continue;
    await noteHarvest(table, waiting);
    waiting = [];
  }
  await noteHarvest(table, waiting);
  return n;
};

const countIn = (xml: string): number => xml.split('<header').length - 1;

const harvest = async (prefix: string): Promise<Harvest> => {
  // By then all writes are visible.
  const oai = handler.using({ ...systemRuntime(), clock: { now: () => Date.now() + 60_000 } });
  let [records, pages, characters] = [0, 0, 0];
  const [began, cpuBefore] = [performance.now(), cpuSeconds()];
  let query: string | undefined = `verb=ListRecords&metadataPrefix=${prefix}`;
  while (query !== undefined) {
    const xml: string = String((await call(oai, { query })).body);
    records += countIn(xml);
    pages += 1;
    characters += xml.length;
    const token: string | undefined = /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1];
    query = token && `verb=ListRecords&resumptionToken=${token}`;
  }
  const seconds = (performance.now() - began) / 1000;
  const rates = {
    perSecond: Math.round(records / seconds),
    perCpuSecond: Math.round(records / (cpuSeconds() - cpuBefore)),
  };
  return { prefix, records, pages, megabytes: Math.round(characters / 1e6), seconds, ...rates };
};

if (import.meta.main) {
  const words = process.argv.slice(2);
  const file = words.find((word) => !word.startsWith('--'));
  if (file !== undefined && !existsSync(file)) throw new Error(`There is no file ${file}.`);
  const log = console.log;
  await withDynamoDb(async () => {
    aSite();
    const filled = await fill(file);
    // The handler's own line for each request is not part of the result.
    console.log = () => {};
    const harvests = [await harvest('marc21'), await harvest('oai_dc'), await harvest('marc21')];
    console.log = log;
    console.table(harvests.map((one) => ({ ...one, seconds: Math.round(one.seconds * 10) / 10 })));
    const best = (prefix: string): number =>
      Math.max(...harvests.filter((one) => one.prefix === prefix).map(({ perSecond }) => perSecond));
    const rates = ['marc21', 'oai_dc'].map((prefix) => ({ prefix, perSecond: best(prefix) }));
    const whole = harvests.every(({ records }) => records === filled);
    const ratios = rates.map(({ prefix, perSecond }) => `${prefix} ${(perSecond / GOAL).toFixed(2)}`).join(', ');
    console.log(`${filled} records; every harvest whole: ${whole}; goal ${GOAL} records/s, reached times: ${ratios}`);
    if (words.includes('--json')) console.log(JSON.stringify({ bench: 'harvest', records: filled, harvests }));
    reportMissed([
      ...(whole ? [] : [`a harvest brought other than ${filled} records`]),
      ...missedOf(
        rates.map(({ prefix, perSecond }) => ({ what: `${prefix}, records/s`, figure: perSecond, least: GOAL })),
      ),
    ]);
  });
}
