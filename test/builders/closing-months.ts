import type { calling } from './deployed.ts';

const PATIENCE_MS = 120_000;

/** Waits while another test of the deployment closes a month: two months at once would bill the same lines, so that one is blocked. */
export const whenNoMonthIsClosing = async (call: ReturnType<typeof calling>, token: string): Promise<void> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((go) => setTimeout(go, 500))) {
    const { body } = await call('GET', '/finance/periods?months=36', { token });
    const states = (body.periods as { state: string }[]).map(({ state }) => state);
    if (!states.some((state) => state === 'reconciled' || state === 'approved')) return;
  }
};
