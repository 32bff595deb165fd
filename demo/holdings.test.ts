import { classifyScan } from '../layers/kernel/identity/card-number.ts';
import { branchIds } from './branches.ts';
import { confidentialCollection, heldByNobody, mustMerge, onlyMediated, threeSuppliers } from './catalogue-cases.ts';
import { copies, copyAt, holdings } from './holdings.ts';
import { namedHoldings } from './holdings-named.ts';
import { memberById, members } from './members.ts';
import { works } from './works/works.ts';

const copiesOf = (workId: string) => copies.filter((copy) => copy.workId === workId);
const membersHolding = (workId: string): string[] => [...new Set(copiesOf(workId).map(({ member }) => member))];

describe('the copies of the demo', () => {
  it('are about fifteen hundred, at every member and every branch', () => {
    expect(copies.length).toBeGreaterThanOrEqual(1400);
    expect(copies.length).toBeLessThanOrEqual(1650);
    expect(new Set(copies.map(({ member }) => member)).size).toBe(members.length);
    expect(branchIds.filter((branch) => !copies.some((copy) => copy.branch === branch))).toEqual([]);
  });

  it('have unique barcodes with the right check digit', () => {
    expect(new Set(copies.map(({ barcode }) => barcode)).size).toBe(copies.length);
    for (const { barcode } of copies) expect(classifyScan(barcode).kind).toBe('item');
  });

  it('are located at branches of the member that owns them', () => {
    expect(
      copies.filter(({ branch, member }) => !branchIds.includes(branch) || !branch.startsWith(`${member}.`)),
    ).toEqual([]);
  });

  it('leave no work uncatalogued, and every hand-made holding refers to a work', () => {
    const held = new Set(holdings.map(({ workId }) => workId));
    expect(works.filter(({ id }) => !held.has(id))).toEqual([]);
    const known = new Set(works.map(({ id }) => id));
    expect(Object.keys(namedHoldings).filter((id) => !known.has(id))).toEqual([]);
  });

  it('number the records of a member once each', () => {
    expect(new Set(holdings.map(({ localId }) => localId)).size).toBe(holdings.length);
    expect(new Set(holdings.map(({ member, workId }) => `${member} ${workId}`)).size).toBe(holdings.length);
  });

  it('are found by work and place, or throw', () => {
    expect(copyAt('crawdads', 'lakeshore').branch).toBe('lakeshore.main');
    expect(() => copyAt('crawdads', 'calder')).toThrow('no copy of crawdads at calder');
  });
});

describe('the named cases of the catalogue', () => {
  it('have exactly two copies of the novel that twelve patrons wait for', () => {
    expect(copiesOf('crawdads').map(({ branch }) => branch)).toEqual(['riverton.main', 'lakeshore.main']);
  });

  it('have at least ten works to merge, each catalogued by two members or more', () => {
    expect(mustMerge.length).toBeGreaterThanOrEqual(10);
    for (const workId of mustMerge) expect(membersHolding(workId).length).toBeGreaterThanOrEqual(2);
  });

  it('have three titles that only members lending on request hold', () => {
    expect(onlyMediated.length).toBeGreaterThanOrEqual(3);
    for (const workId of onlyMediated) {
      expect(membersHolding(workId).map((member) => memberById(member).lendsOnRequest)).not.toContain(false);
      expect(copiesOf(workId).length).toBeGreaterThan(0);
    }
  });

  it('include titles without copies that at least one member has catalogued', () => {
    for (const workId of heldByNobody) {
      expect(copiesOf(workId)).toEqual([]);
      expect(holdings.filter((holding) => holding.workId === workId)).toHaveLength(1);
    }
  });

  it('have titles with three suppliers who each must agree', () => {
    for (const workId of threeSuppliers) {
      expect(membersHolding(workId).length).toBeGreaterThanOrEqual(3);
      const freely = copiesOf(workId).filter(
        ({ member, category }) => !memberById(member).lendsOnRequest && category !== 'special-collection',
      );
      expect(freely).toEqual([]);
    }
  });

  it('keep the confidential collection in the vault only', () => {
    const vault = copies.filter(({ category }) => category === 'confidential');
    expect(vault.map(({ workId }) => workId)).toEqual([...confidentialCollection.works]);
    expect(new Set(vault.map(({ branch }) => branch))).toEqual(new Set([confidentialCollection.branch]));
    for (const workId of confidentialCollection.works)
      expect(membersHolding(workId)).toEqual([confidentialCollection.member]);
  });
});
