import { formatRoute, parseRoute } from '../../../src/practice/page/route';

it.each([
  { as: 'U0AOI', place: 'C0TEAM', threadTs: '1764000000.000100' },
  { as: 'U0AOI', place: 'home', threadTs: null },
  { as: 'U0AOI', place: 'D0AOI', threadTs: null },
  { as: 'U0AOI', place: null, threadTs: null },
])('comes back to where it was: %j', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

it.each(['', '#', '#nobody', '#/C0TEAM', '#<script>/C0TEAM'])('knows nobody in %j', (hash) => {
  expect(parseRoute(hash)).toEqual({ as: null, place: null, threadTs: null });
});

it('leaves out what is no place and no thread', () => {
  expect(parseRoute('#U0AOI/../x')).toEqual({ as: 'U0AOI', place: null, threadTs: null });
});
