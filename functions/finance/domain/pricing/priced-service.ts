import * as z from 'zod';
import { services } from '../../../../layers/kernel/usage/usage-line.ts';

/** The service of a priced operation; `platform` is the idle cost. */
export const pricedServiceSchema = z.enum([...services, 'platform']).meta({ id: 'PricedService' });
