import { addDays, instantAt, localDateAt } from '../../domain/dates';
import { addProgram } from '../../usecases/add-program';
import type { Context } from '../../usecases/context';
import { importRoster } from '../../usecases/import-roster';
import { sampleRoster } from './roster';
import { sampleAdvisers, sampleProgram, sampleTeam, teamChannel, workspaceSeed } from './workspace';
import { writeHistory } from './write-history';

/** How long the sample's team has worked with Banso, in days: ten weeks. */
const pastDays = 70;

/**
 * Fills an empty database with the sample program as it stands at the context's instant: its team, 120 learners
 * and ten weeks of check-ins. Its first lists are due at once.
 * @throws Error when the shipped sample is not what the use cases take.
 */
export async function loadSample(context: Context): Promise<void> {
  const { zone } = sampleProgram;
  const today = localDateAt(context.now, zone);
  const from = addDays(today, -pastDays);
  const { id, name } = workspaceSeed.team;
  const added = await addProgram(
    { ...context, now: instantAt(from, '08:00', zone) },
    {
      ...sampleProgram,
      workspace: { id, name },
      channelId: teamChannel.id,
      locale: 'ja',
      contactsPerWeek: 2,
      floorDays: 7,
      people: sampleTeam(),
    },
  );
  if (added.kind !== 'added') throw new Error('sample: expected an empty database');
  const scope = { workspaceId: id, programId: added.programId };
  const roster = sampleRoster(today);
  const imported = await importRoster(context, scope, roster, { people: sampleAdvisers(), actorId: null });
  if (imported.kind === 'refused') throw new Error(`sample: ${JSON.stringify(imported.faults)}`);
  await writeHistory(context, scope, roster, from);
}
