import { describeWithRealData } from '../../builders/real-data.ts';
import { proveImport } from '../../proofs/prove-import.ts';

/** A part of the true clusters, each complete; `npm run prove:import` runs all. */
const PART = 0.015;

describeWithRealData('the files of five members', () => {
  test('give the same clusters concurrently and sequentially, close to the truth; repeated they write nothing', async () => {
    const proof = await proveImport(PART);
    console.log(`members' files at ${PART} of their size: ${JSON.stringify(proof)}`);
    expect(proof).toMatchObject({ same: true, writeUnitsWhenUnchanged: 0 });
    expect(proof?.precision).toBeGreaterThan(0.98);
    expect(proof?.recall).toBeGreaterThan(0.93);
    expect(proof?.counts.accepted).toBe(proof?.records);
  }, 120_000);
});
