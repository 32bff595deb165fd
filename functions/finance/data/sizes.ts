import { type ResourceSizes, resourceSizes } from '../../../layers/platform/runtime/resource-sizes.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { type IdleReading, searchMeterOf } from '../domain/usage-report/idle-readings.ts';

/** The sizes from which idle cost is calculated. A size that a service does not state, or that no price book knows, is undefined. */
export type Sizes = Omit<ResourceSizes, 'search'> & { search(): Promise<IdleReading['search'] | undefined> };

/** Reads the sizes of the deployment; omits a search domain of an instance type that no price book knows. */
export const describedSizes = (runtime: Pick<Runtime, 'environment'>): Sizes => {
  const { search, ...sizes } = resourceSizes(runtime);
  return {
    ...sizes,
    search: async () => {
      const domain = await search();
      return domain && searchMeterOf(domain.instanceType) ? domain : undefined;
    },
  };
};
