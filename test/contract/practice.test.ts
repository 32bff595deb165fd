import { operations } from '../../functions/operations.ts';
import { mayPractise } from '../../layers/platform/http/may-practise.ts';

test('practice', () => {
  const lacking = operations.filter((c) => c.permission.some(({ who }) => who === 'staff') && !mayPractise(c));
  console.info(lacking.map(({ id, touches }) => `${id} ${JSON.stringify(touches)}`).join('\n'));
});
