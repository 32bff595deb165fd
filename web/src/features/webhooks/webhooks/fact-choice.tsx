import { Checkbox } from '@mantine/core';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { WebhookFact } from './use-webhooks.ts';

/** Every fact that a webhook can choose. */
const all = {
  'item-checked-out': true,
  'item-checked-in': true,
  'loan-renewed': true,
  'item-lost': true,
  'item-marked': true,
  'hold-placed': true,
  'hold-on-shelf': true,
  'hold-fulfilled': true,
  'hold-ended': true,
  'loan-request-changed': true,
  'policy-adopted': true,
  'period-closed': true,
} as const satisfies Record<WebhookFact, true>;
const facts = Object.keys(all) as WebhookFact[];

type Props = { value: WebhookFact[]; choose: (facts: WebhookFact[]) => void };

/** The choice of the facts that a webhook gets. */
export const FactChoice = ({ value, choose }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <Checkbox.Group
      label={t('webhooks.facts')}
      value={value}
      onChange={(chosen) => choose(facts.filter((fact) => chosen.includes(fact)))}
    >
      <div className="stack">
        {facts.map((fact) => (
          <Checkbox key={fact} value={fact} label={textOf('webhook-fact', fact)} />
        ))}
      </div>
    </Checkbox.Group>
  );
};
