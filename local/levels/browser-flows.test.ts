import { flowFiles, flowsFor, isFlow, roleOf } from './browser-flows.ts';

test('all flows of the roles run when their folder is named, and one file when nothing is', () => {
  expect(flowsFor([])).toEqual(['test/browser/deployed.test.ts']);
  expect(flowsFor(['test/browser/roles'])).toEqual(flowFiles().slice(1));
  expect(flowsFor(['roles/desk-deployed'])).toEqual(['test/browser/roles/desk-deployed.test.ts']);
  expect(flowsFor(['test/browser/finance/periods.test.ts'])).toEqual([]);
});

test('the name of a file says whether it is a flow on a deployed stack, and of which role', () => {
  expect(isFlow('test/browser/finance/periods.test.ts')).toBe(false);
  expect(roleOf('test/browser/roles/member-admin-deployed.test.ts')).toBe('member-admin');
});
