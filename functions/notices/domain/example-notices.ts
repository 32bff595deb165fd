import type { NoticeKind } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { NoticeContent } from './compose-message.ts';
import type { TemplateName } from './template.ts';

const at = '2026-11-24T15:00:00.000Z';
const of: Record<NoticeKind, Partial<NoticeMessage>> = {
  'due-soon': { due: '2026-11-28T04:59:59.000Z' },
  overdue: { due: '2026-11-17T04:59:59.000Z', step: 2 },
  'hold-ready': { until: '2026-12-02T04:59:59.000Z' },
  'hold-expiring': { until: '2026-11-26T04:59:59.000Z' },
  'hold-ended': { reason: 'not-fetched' },
  recall: { due: '2026-12-08T04:59:59.000Z' },
  bill: { amount: { minor: 250, currency: 'USD' }, reason: 'overdue' },
  lost: { amount: { minor: 2600, currency: 'USD' } },
  'card-expiring': { until: '2026-12-31' },
  'copy-ready': { until: '2026-12-08T15:00:00.000Z' },
  renewed: { due: '2026-12-15T04:59:59.000Z' },
  'not-renewed': { due: '2026-11-28T04:59:59.000Z', reason: 'hold-waiting' },
  'checkout-receipt': { due: '2026-12-15T04:59:59.000Z' },
  'renewal-receipt': { due: '2026-12-15T04:59:59.000Z' },
  'payment-receipt': { amount: { minor: 250, currency: 'USD' }, reason: 'overdue' },
  'new-titles': {},
  'request-unfilled': {},
};

const example = (kind: NoticeKind): NoticeContent => ({
  notice: { noticeId: 'example', patronId: 'example', kind, at, cause: 'example', ...of[kind] },
  title: 'Emma',
  ...(kind === 'new-titles' && {
    found: [{ name: 'Gardening', count: 3, titles: ['The winter garden', 'Bees and beds'] }],
  }),
  branch: { name: 'Main Library', address: '1 Mill Street', timeZone: 'America/New_York' },
  online: kind === 'bill',
});

/** Builds example notices for the preview of a template; a frame shows two. */
export const exampleNotices = (template: TemplateName): NoticeContent[] =>
  template === 'frame' ? [example('hold-ready'), example('due-soon')] : [example(template)];

/** The addressee of a preview, its date, and the address of the site. */
export const exampleReader = {
  name: 'Amara Okafor',
  zone: 'America/New_York',
  at,
  site: 'https://library.example.org',
};
