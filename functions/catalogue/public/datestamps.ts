export { secondOf } from '../domain/harvest/datestamps.ts';
