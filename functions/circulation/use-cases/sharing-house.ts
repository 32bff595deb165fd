import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { sharingStores } from '../../resource-sharing/use-cases/sharing-stores.ts';
import { circulationHouse } from './house.ts';

/** Circulation's house with what resource sharing works with: for operations whose act may be a step of a loan between libraries. */
export const sharingHouse = (runtime: Runtime) => ({ ...circulationHouse(runtime), sharing: sharingStores(runtime) });
