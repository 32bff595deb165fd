import { publishedOfMoney } from '../../../../events/published.ts';
import { type Alert, alertName } from './alert.ts';

/** Returns an alert in its published form; its id consists of its owner and its key. */
export const publicAlert = (alert: Alert): { name: keyof typeof publishedOfMoney; detail: unknown } => {
  const { version, schema } = publishedOfMoney['budget-threshold-passed'];
  const id = `${alert.owner}.${alertName(alert)}`;
  return { name: 'budget-threshold-passed', detail: schema.parse({ id, version, ...alert }) };
};
