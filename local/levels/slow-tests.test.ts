import { trackedFiles } from '../code/scan-names.ts';
import { slowTests } from './slow-tests.ts';

test('every path that the fast tests exclude is that of a test', () => {
  const tests = trackedFiles().filter((file) => file.endsWith('.test.ts'));
  expect(slowTests.filter((path) => !tests.some((file) => `/${file}`.includes(path)))).toEqual([]);
});
