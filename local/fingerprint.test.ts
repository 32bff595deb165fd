import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';

const folders: string[] = [];
const aSource = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-fingerprint-'));
  folders.push(folder);
  mkdirSync(join(folder, 'layers', 'domain'), { recursive: true });
  writeFileSync(join(folder, 'layers', 'domain', 'fine.ts'), 'export const fine = 1;');
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  return folder;
};
const of = (folder: string, settings = {}): string =>
  fingerprint(folder, ['layers', 'package-lock.json', 'missing'], settings);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the fingerprint of a source', () => {
  test('is the same for the same files elsewhere', () => {
    expect(of(aSource())).toBe(of(aSource()));
  });

  test.each<[string, (folder: string) => void]>([
    ['a changed file', (folder) => writeFileSync(join(folder, 'package-lock.json'), '{ }')],
    ['a new file', (folder) => writeFileSync(join(folder, 'layers', 'new.ts'), '')],
    [
      'a renamed file',
      (folder) => renameSync(join(folder, 'layers', 'domain', 'fine.ts'), join(folder, 'layers', 'domain', 'fee.ts')),
    ],
    ['a removed file', (folder) => rmSync(join(folder, 'package-lock.json'))],
  ])('differs after %s', (_, change) => {
    const folder = aSource();
    const before = of(folder);
    change(folder);
    expect(of(folder)).not.toBe(before);
  });

  test('is the same after a changed test, and after a build', () => {
    const folder = aSource();
    const before = of(folder);
    writeFileSync(join(folder, 'layers', 'domain', 'fine.test.ts'), 'test');
    mkdirSync(join(folder, 'layers', 'dist'));
    writeFileSync(join(folder, 'layers', 'dist', 'out.js'), 'out');
    expect(of(folder)).toBe(before);
  });

  test('depends on the settings, not on their order', () => {
    const folder = aSource();
    expect(of(folder, { a: '1', b: '2' })).toBe(of(folder, { b: '2', a: '1' }));
    expect(of(folder, { a: '1' })).not.toBe(of(folder, { a: '2' }));
  });
});
