import type { Command } from 'commander';
import { z } from 'zod';
import { readConfig } from '../config';
import { localDateAt, localTimeAt } from '../domain/dates';
import { addProgram, type NewProgram } from '../usecases/add-program';
import { Failure } from './failure';
import {
  channelOption,
  countOption,
  countryOption,
  localeOption,
  nameOption,
  readOptions,
  takeAnything,
  timeOption,
  userIdsOption,
  zoneOption,
} from './options';
import { findChannel, findTeam } from './slack-channel';
import { findPeople } from './slack-people';
import { type CliWorld, type SlackApi, withDatabase } from './world';

const schema = z.object({
  name: nameOption('a name for the program, such as "Web 26"'),
  channel: channelOption,
  zone: zoneOption,
  locale: localeOption,
  digestAt: timeOption,
  perWeek: countOption(1, 7),
  floorDays: countOption(1, 60),
  country: countryOption,
  lead: userIdsOption.refine(
    (ids) => ids.length > 0,
    'is missing: the Slack id of whoever leads the program',
  ),
  supporter: userIdsOption,
});

type Options = z.infer<typeof schema>;

const example = `
Example:
  $ banso program add --name "Web 26" --channel C024BE91L --lead U024BE7LH --supporter U0G9QF9C6,U0JD3BPNC

User ids are at the end of a Slack profile's "More" menu, the channel's id at the end of its details.`;

export function addProgramAdd(program: Command, world: CliWorld): void {
  const command = takeAnything(
    program.command('program').description('programs and their teams').command('add'),
  )
    .description("start a program: one client's course, followed by one team in one channel")
    .option('--name <name>', 'what the team calls it')
    .option('--channel <id>', "the team's channel")
    .option('--zone <zone>', "time zone of the program's dates", 'Asia/Tokyo')
    .option('--locale <locale>', 'language of channel posts: ja or en', 'ja')
    .option('--digest-at <time>', 'when the due list is posted, in that zone', '09:00')
    .option('--per-week <count>', 'usual contacts per week, 1 to 7', '2')
    .option('--floor-days <days>', 'the most days between two contacts, 1 to 60', '7')
    .option('--country <code>', 'whose public holidays are days off', 'JP')
    .option('--lead <ids>', 'Slack ids of those who lead it', collect, [])
    .option('--supporter <ids>', 'Slack ids of the other supporters, with commas between', collect, [])
    .addHelpText('after', example)
    .action(() => runProgramAdd(world, readOptions(command, schema)));
}

function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}

async function runProgramAdd(world: CliWorld, options: Options): Promise<void> {
  const config = readConfig(world.env);
  const { input, warnings } = await describeProgram(world.openSlack(config), options);
  const result = await withDatabase(world, config, ({ db }) =>
    addProgram({ db, now: world.now(), enqueue: async () => undefined }, input),
  );
  if (result.kind === 'taken') throw new Failure(takenText(options, result.by));
  for (const warning of warnings) world.err.write(`!! ${warning}\n`);
  const first = `${localDateAt(result.nextDigestAt, options.zone)} ${localTimeAt(result.nextDigestAt, options.zone)}`;
  world.out.write(`Added "${options.name}" with ${input.people.length} people. Its first due list: ${first}.
`);
}

/** Asks Slack about everything that the options name. */
async function describeProgram(
  slack: SlackApi,
  options: Options,
): Promise<{ input: NewProgram; warnings: string[] }> {
  const workspace = await findTeam(slack);
  const channel = await findChannel(slack, options.channel);
  const leads = new Set(options.lead);
  const from = { workspaceId: workspace.id, zone: options.zone };
  const found = await findPeople(slack, [...new Set([...leads, ...options.supporter])], from);
  const problems = [
    ...(channel.kind === 'unusable' ? [`--channel ${options.channel}: ${channel.problem}`] : []),
    ...found.flatMap((it) => ('problem' in it ? [`${it.userId}: ${it.problem}`] : [])),
  ];
  if (problems.length > 0) throw new Failure('Slack knows better than these options:', problems);
  const people = found.flatMap((it) => ('person' in it ? [it.person] : []));
  const { name, zone, locale, country, digestAt, perWeek: contactsPerWeek, floorDays } = options;
  return {
    input: {
      ...{
        workspace,
        name,
        channelId: options.channel,
        zone,
        locale,
        country,
        digestAt,
        contactsPerWeek,
        floorDays,
      },
      people: people.map((person) => ({ ...person, role: leads.has(person.userId) ? 'lead' : 'supporter' })),
    },
    warnings: channel.kind === 'outside' ? [channel.problem] : [],
  };
}

function takenText({ name, channel }: Options, by: { name: string; channelId: string }): string {
  return by.name === name
    ? `There is a program "${name}" already, in ${by.channelId}; nothing was changed.`
    : `"${by.name}" lives in ${channel} already, and a channel has one program; nothing was changed.`;
}
