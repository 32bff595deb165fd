export { sruDublinCore } from '../domain/harvest/dublin-core.ts';
