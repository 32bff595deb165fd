import { Badge, type Tone } from '../../../components/badge.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { InvoiceState, Match } from './invoices.ts';

const tones: Record<InvoiceState, Tone> = {
  ...{ open: 'none', reviewed: 'warn', approved: 'info', paid: 'good', cancelled: 'bad' },
};

/** The state of an invoice in words. */
export const InvoiceBadge = ({ state }: { state: InvoiceState }) => {
  const t = useTranslate();
  return <Badge tone={tones[state]}>{t(`invoice-state.${state}`)}</Badge>;
};

/** What does not match the order, by icon and text. */
export const Differing = ({ differs }: { differs: Match['differs'] }) => {
  const t = useTranslate();
  return differs.map((one) => (
    <Badge key={one} tone="warn" icon="warn">
      {t(`invoice-differs.${one}`)}
    </Badge>
  ));
};
