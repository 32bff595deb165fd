import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { readEnvironment } from '../runtime/environment.ts';
import { metered } from '../runtime/meter.ts';
import { openBus } from './bus.ts';

const bridge = mockClient(EventBridgeClient);
const bus = openBus({ environment: readEnvironment({ BUS_NAME: 'bus', AWS_REGION: 'us-east-1' }) });
const events = Array.from({ length: 23 }, (_, i) => ({ name: 'item-checked-in', detail: { i } }));

test('each event put on the bus is counted, ten per call, including refused ones: they are billed', async () => {
  bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
  const used = await metered(async ({ units }) => {
    await bus.publish(events);
    bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 1 });
    await expect(bus.publish(events.slice(0, 2))).rejects.toThrow('refused 1 events');
    return units;
  });
  expect(used.busEvents).toBe(25);
  expect(bridge.commandCalls(PutEventsCommand)).toHaveLength(4);
});
