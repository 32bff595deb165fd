export { circulationHouse, type House, houseOn } from '../use-cases/house.ts';
