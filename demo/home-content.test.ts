import { homeContentSchema } from '../functions/discovery/domain/home/home-page.ts';
import { memberOfBranch } from '../layers/kernel/identity/roles.ts';
import { branchIds } from './branches.ts';
import { homeContents } from './home-content.ts';
import { contentOf } from './seed/show-home-content.ts';
import { workById } from './works/works.ts';

test('each library of the demo recommends works that exist, and announces events at its own branches that the product accepts', () => {
  const now = Date.parse('2026-11-30T15:00:00Z');
  for (const content of homeContents) {
    const body = contentOf(content, (work) => workById(work).id.slice(0, 64), now);
    expect(homeContentSchema.parse(body)).toEqual(body);
    expect(body.events.filter(({ day }) => day <= '2026-11-30')).toEqual([]);
    for (const { branchId } of content.events)
      expect([branchIds.includes(branchId), memberOfBranch(branchId)]).toEqual([true, content.memberId]);
  }
});
