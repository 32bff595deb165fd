import * as z from 'zod';
import { itemStates } from './domain/item-states.ts';

const names = Object.keys(itemStates.states) as (keyof typeof itemStates.states)[];

/** The state of an item, as the API names it. */
export const itemStateSchema = z.enum(names);
