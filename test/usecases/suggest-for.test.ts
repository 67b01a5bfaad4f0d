import { nameKeys } from '../../src/usecases/name-keys';
import { suggestFor } from '../../src/usecases/suggest-for';
import { startWorld, type World } from '../support/world';

describe('nameKeys', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['%_', []],
    ['藤田', ['藤田']],
    ['藤田さん', ['藤田さん', '藤田']],
    ['様', ['様']],
    ['ﾌｼﾞﾀ', ['ふじた']],
    ['Fujita', ['fujita', 'ふじた']],
    ['fujit', ['fujit', 'ふじ']],
    ["Ken'ichi", ['kenichi', 'けんいち']],
    ['Zoë', ['zoe']],
    ['xyz', ['xyz']],
    ['O’Neil', ['oneil']],
  ])('reads %j as %j', (typed, keys) => {
    expect(nameKeys(typed)).toEqual(keys);
  });
});

describe('suggestFor', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('offers at most a hundred: all of her own caseload before anybody else, by reading', async () => {
    const program = await world.records.program();
    const add = (n: number, companionId: string) =>
      world.records.learner(program, {
        name: `受講生${n}`,
        reading: `よみ${String(n).padStart(3, '0')}`,
        companionId,
      });
    for (let n = 0; n < 60; n += 1) {
      await add(n, 'U0MORI');
      await add(100 + n, 'U0AOI');
    }
    const viewer = { workspaceId: program.workspaceId, viewerId: 'U0AOI' };
    const found = await suggestFor(world.deps.context(), { ...viewer, typed: '' });
    const named = (count: number, first: number) =>
      Array.from({ length: count }, (_, n) => `受講生${first + n}`);
    expect(found.map(({ name }) => name)).toEqual([...named(60, 100), ...named(40, 0)]);
    expect(found.map(({ own }) => own)).toEqual(found.map((_, n) => n < 60));
    const last = await suggestFor(world.deps.context(), { ...viewer, typed: 'よみ059' });
    expect(last).toMatchObject([{ name: '受講生59', own: false, companionName: '森' }]);
  });

  it('puts whoever’s name begins with what was typed before whoever’s contains it', async () => {
    const program = await world.records.program({ name: '別', channelId: 'C0OTHER', people: ['U0KUDO'] });
    for (const name of ['小田 花', '田中 実']) await world.records.learner(program, { name });
    const viewer = { workspaceId: program.workspaceId, viewerId: 'U0KUDO' };
    const found = await suggestFor(world.deps.context(), { ...viewer, typed: '田' });
    expect(found.map(({ name }) => name)).toEqual(['田中 実', '小田 花']);
  });
});
