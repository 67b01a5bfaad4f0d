import { canCorrect } from '../../src/domain/access';

it.each([
  ['its author', { userId: 'U1', isLead: false }, true],
  ['a lead', { userId: 'U2', isLead: true }, true],
  ['another supporter', { userId: 'U2', isLead: false }, false],
])('a check-in may be corrected by %s: %j %s', (_, person, allowed) => {
  expect(canCorrect(person, { authorId: 'U1' })).toBe(allowed);
});
