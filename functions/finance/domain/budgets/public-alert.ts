import { publishedOfMoney } from '../../../../events/published.ts';
import { type Alert, alertName } from './alert.ts';

/** Gives an alert as subscribers get it; its id is made of its owner and its own name. */
export const publicAlert = (alert: Alert): { name: keyof typeof publishedOfMoney; detail: unknown } => {
  const { version, schema } = publishedOfMoney['budget-threshold-passed'];
  const id = `${alert.owner}.${alertName(alert)}`;
  return { name: 'budget-threshold-passed', detail: schema.parse({ id, version, ...alert }) };
};
