import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { clientSettings } from '../runtime/client-settings.ts';
import type { Bus, BusSource } from '../runtime/engines.ts';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';

export type { Bus, BusEvent } from '../runtime/engines.ts';

let shared: EventBridgeClient | undefined;

const deployedBus = (name: string, source: BusSource): Bus => ({
  publish: async (events) => {
    shared ??= new EventBridgeClient(clientSettings());
    for (let i = 0; i < events.length; i += 10) {
      const Entries = events.slice(i, i + 10).map((event) => ({
        EventBusName: name,
        Source: event.source ?? source,
        DetailType: event.name,
        Detail: JSON.stringify(event.detail),
      }));
      count({ busEvents: Entries.length });
      const { FailedEntryCount = 0 } = await shared.send(new PutEventsCommand({ Entries }));
      if (FailedEntryCount > 0) throw new Error(`The bus refused ${FailedEntryCount} events.`);
    }
  },
});

/** Opens the event bus of a source, or the runtime's replacement. A call contains up to ten events. */
export const openBus = (
  { environment, engines }: Pick<Runtime, 'environment' | 'engines'>,
  source: BusSource = 'concord.circulation',
): Bus => engines?.bus?.(source) ?? deployedBus(environment.need('BUS_NAME'), source);
