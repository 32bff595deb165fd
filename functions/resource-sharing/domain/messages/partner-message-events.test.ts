import { eventsOfCancellation, eventsOfMessage } from './partner-message-events.ts';

test('a new message is an event for its member, a changed one is not', () => {
  const row = {
    requestId: 'req_1',
    at: '2026-03-02T11:00:00.000Z',
    messageId: 'm1',
    member: 'cedar',
    state: 'to-decide',
  };
  const { requestId, at, messageId } = row;
  expect(eventsOfMessage({ after: row })).toEqual([{ requestId, at, messageId, cause: 'cedar' }]);
  expect(eventsOfMessage({ before: row, after: { ...row, state: 'applied' } })).toEqual([]);
});

test('a partner that cancelled a patron’s request is answered once the asked library has accepted or refused, and not before', () => {
  const givenUp = { at: '2026-03-02T11:00:00.000Z', messageId: 'm1' };
  const row = { requestId: 'req_1', requesterMember: 'cedar', state: 'cancel-pending', givenUp };
  const events = [{ requestId: 'req_1', ...givenUp, cause: 'cedar' }];
  for (const state of ['cancelled', 'will-supply', 'shipped'])
    expect(eventsOfCancellation({ before: row, after: { ...row, state } })).toEqual(events);
  expect(eventsOfCancellation({ before: { ...row, state: 'will-supply' }, after: row })).toEqual([]);
  expect(eventsOfCancellation({ before: row, after: row })).toEqual([]);
  expect(eventsOfCancellation({ after: { ...row, state: 'cancelled' } })).toEqual([]);
  // Given up by staff or the patron: no partner waits.
  const { givenUp: _, ...own } = row;
  expect(eventsOfCancellation({ before: own, after: { ...own, state: 'cancelled' } })).toEqual([]);
});
