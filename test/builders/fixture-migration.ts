import { mappingSchema } from '../../functions/onboarding/domain/files/mapping.ts';
import type { RunView } from '../../functions/onboarding/domain/run.ts';
import { contract as getRun } from '../../functions/onboarding/operations/get-run/contract.ts';
import { exampleLoad, exampleRun } from '../../functions/onboarding/schemas.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const file = {
  ...{ fileId: 'lfl_01kb0000000000000000000000', kind: 'bills', fileName: 'bills.csv', bytes: 120 },
  ...{ control: { records: 2, sum: 1740 }, createdAt: '2026-11-24T10:05:00.000Z', there: true },
};
let [mapping, files, runs] = [exampleLoad.mapping, [file], [exampleRun]];
const newRun = (mode: RunView['mode']): RunView => ({ ...exampleRun, runId: `lrn_0${runs.length + 1}kb`, mode });
const report = getRun.example.output.report;

/** Answers of a library that moves in from its old system; what is sent stays for the file of tests. */
export const fixtureMigration: Record<string, (call: SceneCall) => SceneAnswer> = {
  'onboarding-get-load': () => ({ json: { load: { ...exampleLoad, mapping }, files, runs } }),
  'onboarding-set-mapping': ({ body }) => {
    mapping = mappingSchema.parse(body.mapping);
    return { json: { ...exampleLoad, mapping } };
  },
  'onboarding-add-file': ({ body, origin }) => {
    const fileId = `lfl_${files.length}`;
    files = [...files, { ...file, ...body, fileId } as typeof file];
    const upload = { method: 'PUT' as const, url: `${origin}/bucket/${fileId}`, expiresAt: '2030-01-01T00:00:00.000Z' };
    return { status: 201, json: { fileId, deletedAfterDays: 7, upload } };
  },
  'onboarding-start-run': ({ body }) => {
    runs = [...runs, newRun(body.mode === 'apply' ? 'apply' : 'dry-run')];
    return { status: 202, json: runs.at(-1) };
  },
  'onboarding-get-run': ({ query }) =>
    query.has('part')
      ? { json: { run: exampleRun, report } }
      : { json: { run: exampleRun, report, next: '1-items.lfl_1.00001' } },
};
