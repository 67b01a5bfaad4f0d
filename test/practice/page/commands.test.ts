import { commandsFor } from '../../../src/practice/page/messages/commands-for';

const commands = ['/checkin', '/consult', '/banso'].map((command) => ({
  command,
  description: '',
  usageHint: '',
}));

it.each([
  ['/', ['/checkin', '/consult', '/banso']],
  ['/c', ['/checkin', '/consult']],
  ['/checkin', []],
  ['/checkin 佐', []],
  ['checkin', []],
  ['', []],
])('offers for %j: %j', (text, expected) => {
  expect(commandsFor(text, commands).map(({ command }) => command)).toEqual(expected);
});
