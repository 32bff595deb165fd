import { exampleWebhook } from '../../functions/webhooks/schemas/webhooks.ts';

/** The scenes of webhooks: one that is active, and one that was paused because its receiver failed for days. */
export const fixtureWebhooks = {
  'webhooks-list-webhooks': () => ({
    json: {
      webhooks: [
        exampleWebhook,
        {
          ...{ ...exampleWebhook, webhookId: 'whk_01kb0000000000000000000001', name: 'School portal' },
          ...{
            url: 'https://portal.example.org/hooks',
            paused: { because: 'failing', at: '2026-11-28T15:00:00.000Z' },
          },
        },
      ],
    },
  }),
};
