import { type Beginning, nextStepOf } from '../../src/domain/next-step';

const program = (over: Partial<Beginning> = {}): Beginning => ({
  programId: 'P1',
  programName: 'Web',
  role: 'supporter',
  hasTeam: true,
  hasLearners: true,
  hasOwn: false,
  ...over,
});
const lead = (over: Partial<Beginning> = {}) => program({ role: 'lead', ...over });
const none = { hasLearners: false };

const kindFor = (beginnings: Beginning[], isNewcomer = true) =>
  nextStepOf(beginnings, { isNewcomer })?.kind ?? null;

describe('a newcomer’s next step', () => {
  it.each([
    ['a supporter with learners', program({ hasOwn: true }), 'firstCheckIn'],
    ['a supporter of a running program, without any', program(), 'awaitLearners'],
    ['a supporter of a fresh program', program(none), 'awaitRoster'],
    ['a lead of a fresh program', lead(none), 'importRoster'],
    ['a lead who is the whole team', lead({ hasTeam: false }), 'addPeople'],
    ['a lead who is the whole team, with learners', lead({ hasTeam: false, hasOwn: true }), 'firstCheckIn'],
    ['a lead of a running program', lead(), null],
  ])('as %s', (_, beginning, kind) => {
    expect(kindFor([beginning])).toBe(kind);
  });

  it('is the one that lets her begin, whichever program comes first', () => {
    expect(kindFor([program(none), program(), program({ hasOwn: true })])).toBe('firstCheckIn');
    expect(kindFor([program(none), program()])).toBe('awaitLearners');
    expect(kindFor([program(), lead(none)])).toBe('importRoster');
  });

  it('names its program', () => {
    const own = program({ programId: 'P2', programName: 'Data', hasOwn: true });
    expect(nextStepOf([program(), own], { isNewcomer: true })).toEqual({
      kind: 'firstCheckIn',
      programId: 'P2',
      programName: 'Data',
    });
  });
});

describe('whoever has logged a check-in', () => {
  it('is told nothing, unless a program that she leads has no learners', () => {
    const hers = [program(), program(none), program({ hasOwn: true }), lead(), lead({ hasTeam: false })];
    expect(kindFor(hers, false)).toBeNull();
    expect(kindFor([...hers, lead({ ...none, programName: 'Data' })], false)).toBe('importRoster');
  });
});
