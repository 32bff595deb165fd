import * as z from 'zod';
import { memberFigures } from '../figures.ts';
import { adoptedDues, discountDues, rivalDues } from '../scenarios.ts';
import type { Performer } from './in-process.ts';
import { eachOf, type Running } from './running.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
const anything = z.unknown();
const made = z.object({ scenarioId: z.string() });
const shown = z.object({ scenario: z.object({ v: z.number() }), outcome: z.object({ seal: z.string() }) });

/**
 * Lets members report their figures, the preparer create scenarios, and the approver adopt one for each year; two alternatives for
 * the last year remain drafts. It uses the product's own operations, at an instant (epoch ms) and the days after it.
 */
export async function shareCosts(
  running: Running,
  { act }: Performer,
  actor: StaffActors,
  { at, years }: { at: number; years: readonly number[] },
): Promise<void> {
  const [preparer, approver] = [actor('finance-preparer', 'consortium'), actor('finance-approver', 'consortium')];
  await eachOf(memberFigures(years), 6, ({ memberId, figures }) =>
    act('finance-set-figures', anything, {
      ...{ by: actor('member-finance', memberId), at, path: { memberId } },
      body: { figures, v: 0 },
    }),
  );
  const make = (body: object) => act('finance-create-scenario', made, { by: preparer, at: at + DAY, body });
  for (const year of years) {
    const { scenarioId } = await make(adoptedDues(year));
    const path = { scenarioId };
    const { scenario, outcome } = await act('finance-show-scenario', shown, { by: approver, at: at + 2 * DAY, path });
    const body = { v: scenario.v, seal: outcome.seal, decisionReference: 'DEMO-7' };
    await act('finance-adopt-scenario', anything, { by: approver, at: at + 2 * DAY, path, body });
  }
  await make(rivalDues(years.at(-1) ?? 0));
  await make(discountDues(years.at(-1) ?? 0));
  running.say(`${years.length} years of dues are adopted, two rival scenarios are proposed`);
}
