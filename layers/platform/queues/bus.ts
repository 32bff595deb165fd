import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { count } from '../runtime/meter.ts';

/** An event for subscribers outside: its name and what it says. */
export type BusEvent = { name: string; detail: unknown };

/** The bus that outsiders subscribe to. Throws when it did not take all events. */
export type Bus = { publish(events: readonly BusEvent[]): Promise<void> };

let shared: EventBridgeClient | undefined;

/** Whose facts they are, as subscribers choose by it. */
type Source = 'concord.circulation' | 'concord.finance';

/** The bus by its name, for facts of circulation unless said. A call holds ten events. */
export const openBus = (name: string, source: Source = 'concord.circulation'): Bus => ({
  publish: async (events) => {
    shared ??= new EventBridgeClient({});
    for (let i = 0; i < events.length; i += 10) {
      const Entries = events.slice(i, i + 10).map((event) => ({
        EventBusName: name,
        Source: source,
        DetailType: event.name,
        Detail: JSON.stringify(event.detail),
      }));
      count({ busEvents: Entries.length });
      const { FailedEntryCount = 0 } = await shared.send(new PutEventsCommand({ Entries }));
      if (FailedEntryCount > 0) throw new Error(`The bus refused ${FailedEntryCount} events.`);
    }
  },
});
