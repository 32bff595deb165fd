import { evergreen } from './evergreen.ts';
import { koha } from './koha.ts';
import { polaris } from './polaris.ts';
import type { Profile } from './profile.ts';
import { sierra } from './sierra.ts';
import { symphony } from './symphony.ts';

/** The prepared mappings, by system. */
export const profiles: Readonly<Record<string, Profile>> = { koha, evergreen, sierra, symphony, polaris };
