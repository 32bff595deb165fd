export { pausedWebhooks } from '../data/paused-webhooks.ts';
