import { Badge, type Tone } from '../../../components/badge.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { OrderState } from './orders.ts';

const tones: Record<OrderState, Tone> = {
  ...{ draft: 'none', waiting: 'warn', placed: 'info', 'partly-received': 'info' },
  ...{ received: 'good', closed: 'none', cancelled: 'bad' },
};

/** The state of an order in words. */
export const StateBadge = ({ state }: { state: OrderState }) => {
  const t = useTranslate();
  return <Badge tone={tones[state]}>{t(`order-state.${state}`)}</Badge>;
};
