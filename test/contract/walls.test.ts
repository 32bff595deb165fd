import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod';
import { contextOrder } from '../../functions/context-order.ts';
import { trackedFiles } from '../../local/code/scan-names.ts';
import { checkedFolders } from '../../local/code/structure.ts';
import { root } from '../../local/places.ts';

type Rule = { name: string; from: { pathNot?: string | string[] }; to: object };
const config = join(root, '.dependency-cruiser.cjs');
const walls = createRequire(config)(config) as { forbidden: Rule[]; options: object };

const answer = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Returns the refused imports of files in a folder, each as rule, importing file and imported file. */
const refusedIn = (folder: string, rules: string, args: readonly string[]): (readonly [string, string, string])[] => {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const given = ['--config', rules, '--output-type', 'json', ...args];
  const { stdout } = spawnSync(process.execPath, [program, ...given], {
    ...{ cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  });
  return answer.parse(JSON.parse(stdout)).summary.violations.map(({ rule, from, to }) => [rule.name, from, to]);
};

const [highest] = contextOrder;
const lowest = contextOrder.at(-1);
const sdk = 'node_modules/@aws-sdk/client-s3/index.js';

// By rule: a file, and what it may not import.
const offending: Record<string, readonly (readonly [from: string, to: string])[]> = {
  ...Object.fromEntries(
    contextOrder.slice(1).flatMap((context) => [
      [`order-of-contexts-${context}`, [[`functions/${context}/use-cases/a.ts`, `functions/${highest}/public/b.ts`]]],
      [`order-of-contexts-in-tests-${context}`, [[`test/stores/${context}/a.ts`, `functions/${highest}/public/c.ts`]]],
    ]),
  ),
  'public-only': [[`functions/${highest}/use-cases/a.ts`, `functions/${lowest}/domain/b.ts`]],
  'public-only-in-tests': [
    [`test/stores/${highest}/b.test.ts`, `functions/${lowest}/data/c.ts`],
    [`functions/${highest}/use-cases/b.test.ts`, `functions/${lowest}/data/d.ts`],
  ],
  'public-is-used-from-outside': [[`functions/${lowest}/use-cases/c.ts`, `functions/${lowest}/public/c.ts`]],
  'composition-through-deps': [['functions/patrons/use-cases/d.ts', 'functions/patron-data.ts']],
  'contributions-to-catalogue': [['functions/governance/deps.ts', 'functions/union-followers.ts']],
  'contributions-to-circulation': [['functions/teaching/deps.ts', 'functions/interlibrary-loans.ts']],
  'contributions-to-discovery': [['functions/notices/deps.ts', 'functions/isils.ts']],
  'contributions-to-membership': [['functions/analytics/deps.ts', 'functions/patron-names.ts']],
  'contributions-to-outbox': [['functions/finance/deps.ts', 'functions/outbox-registry.ts']],
  'contributions-to-patrons': [['functions/items/deps.ts', 'functions/patron-data.ts']],
  'deps-take-contributions-only': [
    ['functions/onboarding/deps.ts', 'functions/operations.ts'],
    ['functions/circulation/deps.ts', 'functions/circulation/operations/d/contract.ts'],
  ],
  'composition-of-public-parts': [['functions/a.ts', 'functions/patrons/domain/d.ts']],
  'outboxes-meet-in-the-registry': [['functions/outbox/use-cases/e.ts', 'functions/patrons/outbox.ts']],
  'outbox-is-pure': [['functions/patrons/outbox.ts', 'functions/patrons/use-cases/f.ts']],
  'functions-import-production-only': [
    ['functions/patrons/use-cases/g.ts', 'infra/a.ts'],
    ['functions/patrons/domain/g.ts', 'demo/a.ts'],
    ['layers/platform/http/g.ts', 'local/a.ts'],
    ['layers/kernel/g.ts', 'bench/a.ts'],
    ['functions/patrons/data/g.ts', 'test/builders/a.ts'],
    ['functions/patrons/schemas/g.ts', 'docs/a.ts'],
  ],
  'layers-know-no-context': [['layers/platform/http/h.ts', 'functions/patrons/domain/h.ts']],
  'kernel-is-lowest': [['layers/kernel/i.ts', 'layers/protocols/i.ts']],
  'protocols-stand-on-the-kernel': [['layers/protocols/j.ts', 'layers/records/audit/domain/j.ts']],
  'platform-below-records': [['layers/platform/http/k.ts', 'layers/records/audit/data/k.ts']],
  'domain-is-pure': [
    ['functions/patrons/domain/l.ts', 'functions/patrons/data/l.ts'],
    ['layers/records/audit/domain/l.ts', 'layers/platform/http/l.ts'],
    ['functions/circulation/domain/l.ts', 'functions/patrons/public/keys.ts'],
  ],
  'engines-in-platform-only': [['functions/patrons/data/m.ts', sdk]],
  'data-is-inner': [['functions/patrons/data/n.ts', 'functions/patrons/use-cases/n.ts']],
  'use-cases-below-operations': [['functions/patrons/use-cases/o.ts', 'functions/patrons/operations/o/handler.ts']],
  'operations-import-use-cases': [['functions/patrons/operations/p/handler.ts', 'functions/patrons/data/p.ts']],
  'handlers-hand-over': [['functions/patrons/operations/q/handler.ts', 'layers/platform/http/outbound/q.ts']],
  'handlers-take-types-of-the-domain': [
    ['functions/patrons/operations/q2/handler.ts', 'functions/patrons/domain/q2.ts'],
  ],
  'handlers-use-types-of-others': [['functions/patrons/operations/r/handler.ts', 'functions/membership/public/r.ts']],
  'contract-is-light': [['functions/patrons/operations/s/contract.ts', 'functions/patrons/use-cases/s.ts']],
  'operations-stand-apart': [['functions/patrons/operations/t/parts.ts', 'functions/patrons/operations/u/contract.ts']],
  'infra-sees-contracts-only': [['infra/v.ts', 'functions/patrons/operations/v/handler.ts']],
  'infra-is-deployed': [
    ['infra/w.ts', 'local/w.ts'],
    ['infra/x.ts', 'demo/x.ts'],
  ],
  'events-stand-on-the-kernel': [
    ['events/a/event.ts', 'functions/patrons/domain/y.ts'],
    ['events/b/event.ts', 'layers/platform/http/y.ts'],
  ],
  'gateways-use-the-api': [
    ['gateways/sip2/a.ts', 'functions/patrons/operations/z/contract.ts'],
    ['gateways/sip2/b.ts', 'layers/platform/http/z.ts'],
  ],
  'web-uses-the-api': [
    ['web/src/a.tsx', 'functions/patrons/operations/z/contract.ts'],
    ['web/src/b.tsx', 'layers/kernel/z.ts'],
    ['web/src/c.tsx', 'demo/z.ts'],
  ],
  'tools-see-contracts-and-rows': [['local/aa.ts', 'functions/patrons/use-cases/aa.ts']],
  'tools-are-below-what-they-run': [
    ['local/bb.ts', 'demo/bb.ts'],
    ['local/cc.ts', 'test/builders/bb.ts'],
  ],
  'demo-uses-what-is-shown': [
    ['demo/dd.ts', 'functions/patrons/data/dd.ts'],
    ['demo/ee.ts', 'functions/patrons/operations/ee/handler.ts'],
  ],
  'demo-stands-on-tools': [['demo/ff.ts', 'test/builders/ff.ts']],
  'documents-are-made-from-rules': [['docs/gg.ts', 'functions/patrons/data/gg.ts']],
  'documents-stand-on-tools': [['docs/hh.ts', 'test/builders/hh.ts']],
  'benchmarks-share-builders-with-tests': [['bench/ii.ts', 'test/proofs/month/ii.ts']],
  'builders-are-below-tests': [['test/builders/jj.ts', 'test/proofs/crash-points/jj.ts']],
  'cases-are-a-list': [['test/cases/kk.ts', 'functions/patrons/domain/kk.ts']],
  'levels-of-tests-stand-apart': [['test/deployed/ll.test.ts', 'test/stores/patrons/ll.ts']],
  'unit-tests-use-builders': [['functions/patrons/domain/mm.test.ts', 'test/proofs/month/mm.ts']],
  'tests-of-production-know-no-demo': [['functions/patrons/domain/nn.test.ts', 'demo/nn.ts']],
  'stores-are-tested-behind-the-api': [['test/stores/patrons/oo.test.ts', 'infra/oo.ts']],
  'contract-tests-need-no-engine': [['test/contract/pp.test.ts', 'functions/patrons/data/pp.ts']],
  'contract-tests-know-no-demo': [['test/infra/qq.test.ts', 'demo/qq.ts']],
  'deployed-tests-use-the-api': [['test/deployed/rr.test.ts', 'functions/patrons/use-cases/rr.ts']],
  'deployed-tests-know-no-templates': [['test/deployed/ss.test.ts', 'infra/ss.ts']],
  'no-circular': [['test/builders/tt.ts', 'test/builders/uu.ts']],
};
// It is reported once.
const closesTheCycle = ['test/builders/uu.ts', 'test/builders/tt.ts'] as const;

// Neighbours of what is refused above.
const allowed: readonly (readonly [from: string, to: string])[] = [
  [`functions/${highest}/use-cases/va.ts`, `functions/${lowest}/public/va.ts`],
  ['infra/vb.ts', 'functions/patrons/operations/vb/contract.ts'],
  ['events/vc/event.ts', 'layers/kernel/vc.ts'],
  ['local/vd.ts', 'functions/patrons/data/keys.ts'],
  ['demo/ve.ts', 'functions/patrons/public/ve.ts'],
  ['bench/vf.ts', 'functions/patrons/data/vf.ts'],
  ['test/builders/vg.ts', 'functions/patrons/data/vg.ts'],
  ['test/stores/patrons/vh.test.ts', 'test/proofs/month/vh.ts'],
  ['test/deployed/vi.test.ts', 'functions/patrons/domain/vi.ts'],
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'walls-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every rule about imports refuses a file that breaks it, and allows the neighbours of what it refuses', () => {
  const imports = [...Object.values(offending).flat(), ...allowed, closesTheCycle];
  const texts = new Map(imports.map(([, to]) => [to, 'export const value = 1;\n']));
  for (const [from, to] of imports)
    texts.set(from, `import { value } from './${relative(dirname(from), to)}';\nexport const other = value;\n`);
  texts.set('tsconfig.json', '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }');
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const refused = refusedIn(folder, config, [...new Set(imports.map(([from]) => from))]);
  const missed = Object.entries(offending).flatMap(([name, some]) =>
    some.filter(([from, to]) => !refused.some(([rule, a, b]) => rule === name && a === from && b === to)).map(String),
  );
  expect(missed).toEqual([]);
  expect(refused.filter(([, from, to]) => allowed.some(([a, b]) => a === from && b === to))).toEqual([]);
  // The highest context stands above all others: no import of it can break the order.
  const ofHighest = [`order-of-contexts-${highest}`, `order-of-contexts-in-tests-${highest}`];
  expect([...Object.keys(offending), ...ofHighest].toSorted()).toEqual(
    walls.forbidden.map(({ name }) => name).toSorted(),
  );
});

test('every folder with code is checked', () => {
  const code = trackedFiles().filter((file) => /\/.*\.(ts|tsx|mts|js|mjs|cjs)$/.test(file));
  const folders = [...new Set(code.map((file) => file.split('/')[0]))];
  expect(folders.toSorted()).toEqual(checkedFolders.toSorted());
});

test('every test that may reach further into other contexts does so', () => {
  const reaching = walls.forbidden.find(({ name }) => name === 'public-only-in-tests')?.from.pathNot ?? [];
  const files = [reaching].flat().map((pattern) => pattern.replaceAll(/[\^$\\]/g, ''));
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const strict = walls.forbidden
    .filter(({ name }) => name.includes('in-tests'))
    .map(({ from: { pathNot: _, ...from }, ...rule }) => ({ ...rule, from }));
  const rules = join(folder, 'strict.cjs');
  writeFileSync(rules, `module.exports = ${JSON.stringify({ forbidden: strict, options: walls.options })};\n`);
  const refused = refusedIn(root, rules, ['--max-depth', '1', ...files]).map(([, from]) => from);
  expect(files.filter((file) => !refused.includes(file))).toEqual([]);
});
