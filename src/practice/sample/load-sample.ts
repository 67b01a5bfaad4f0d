import { addDays, instantAt, localDateAt } from '../../domain/dates';
import type { ProgramScope } from '../../domain/scope';
import { addProgram } from '../../usecases/add-program';
import type { Context } from '../../usecases/context';
import { importRoster } from '../../usecases/import-roster';
import { sampleLibrary } from './library/library';
import { type RosterFile, sampleRoster } from './roster';
import { englishWords } from './words/en';
import { japaneseWords } from './words/ja';
import type { Words } from './words/words';
import {
  advisersOf,
  englishChannel,
  englishProgram,
  sampleProgram,
  teamChannel,
  teamOf,
  workspaceSeed,
} from './workspace';
import { writeCases } from './write-cases';
import { writeHistory } from './write-history';

/** How long the samples' teams have worked with Banso, in days: ten weeks. */
const pastDays = 70;

interface Sample {
  program: typeof sampleProgram | typeof englishProgram;
  channel: { id: string };
  roster: RosterFile;
  words: Words;
  /** How often good news is shared, 0 to 1: a smaller team shares more, so that there is something to read. */
  winShare: number;
}

const samples: readonly Sample[] = [
  {
    program: sampleProgram,
    channel: teamChannel,
    roster: 'roster-ja-sjis.csv',
    words: japaneseWords,
    winShare: 0.25,
  },
  {
    program: englishProgram,
    channel: englishChannel,
    roster: 'roster-en.csv',
    words: englishWords,
    winShare: 0.5,
  },
];

/**
 * Fills an empty database with the sample programs as they stand at the context's instant: their teams, learners
 * (120 Japanese, 48 English), ten weeks of check-ins and a library of cases, wins and messages that worked. Their first lists are due at once.
 * @throws Error when what is shipped is not what the use cases take.
 */
export async function loadSample(context: Context): Promise<void> {
  // They share nothing but the workspace, and each waits for the database most of the time.
  await Promise.all(samples.map((sample) => loadProgram(context, sample)));
}

async function loadProgram(context: Context, sample: Sample): Promise<void> {
  const { program, channel, words, winShare } = sample;
  const today = localDateAt(context.now, program.zone);
  const from = addDays(today, -pastDays);
  const people = teamOf(channel.id);
  const lead = people.find(({ role }) => role === 'lead');
  if (!lead) throw new Error(`sample: ${program.name}: expected a lead`);
  const startedAt = instantAt(from, '08:00', program.zone);
  const scope = await startProgram({ ...context, now: startedAt }, sample, people);
  const roster = sampleRoster(sample.roster, today);
  const imported = await importRoster(context, scope, roster, {
    people: advisersOf(channel.id),
    actorId: null,
  });
  if (imported.kind === 'refused') throw new Error(`sample: ${JSON.stringify(imported.faults)}`);
  const { cases, messages } = sampleLibrary[program.locale];
  await writeHistory(context, scope, { roster, from, words, winShare, messages, standIn: lead.userId });
  await writeCases(context, scope, cases, { zone: program.zone, people: people.map(({ userId }) => userId) });
}

async function startProgram(
  context: Context,
  { program, channel }: Sample,
  people: ReturnType<typeof teamOf>,
): Promise<ProgramScope> {
  const { id: workspaceId, name } = workspaceSeed.team;
  const added = await addProgram(context, {
    ...program,
    workspace: { id: workspaceId, name },
    channelId: channel.id,
    contactsPerWeek: 2,
    floorDays: 7,
    people,
  });
  if (added.kind !== 'added') throw new Error('sample: expected an empty database');
  return { workspaceId, programId: added.programId };
}
